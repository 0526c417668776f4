import { Check, X } from 'lucide-react';
import { useLateMessages } from '../messages/late.ts';

/** Stands in an option that has been judged: a border's colour is not seen by everybody (WCAG 2.2, 1.4.1). */
export function Verdict({ right }: { right: boolean }) {
  const { lesson } = useLateMessages();
  const Sign = right ? Check : X;
  return (
    <Sign
      role="img"
      aria-label={right ? lesson.right : lesson.wrong}
      className={`size-3.5 shrink-0 ${right ? 'text-met' : 'text-refusal'}`}
      strokeWidth={2.4}
    />
  );
}
