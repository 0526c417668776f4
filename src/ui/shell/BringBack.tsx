import { Undo2 } from 'lucide-react';
import { bringBack } from '../../app/attic.ts';
import { useLateMessages } from '../messages/late.ts';
import { whenHere } from './arrive.ts';

/** As long as something is put away. */
export function BringBack() {
  const { notices } = useLateMessages();
  return (
    <button
      type="button"
      onClick={() => whenHere(() => bringBack())}
      aria-label={notices.bringBack}
      title={notices.bringBack}
      className="grid size-7 place-items-center rounded-control text-soft hover:text-text"
    >
      <Undo2 className="size-[0.875rem]" strokeWidth={1.8} aria-hidden="true" />
    </button>
  );
}
