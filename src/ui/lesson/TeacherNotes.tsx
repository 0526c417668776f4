import type { ReactNode } from 'react';
import type { Lesson } from '../../course/lesson.ts';
import { useLateMessages } from '../messages/late.ts';
import { Inline } from './Prose.tsx';

const Note = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <dt className="text-small text-faint">{title}</dt>
    <dd className="text-soft">{children}</dd>
  </div>
);
/** What whoever teaches this wants at hand. */
export function TeacherNotes({ lesson: { teacher, prereqs } }: { lesson: Lesson }) {
  const { lesson: words } = useLateMessages();
  return (
    <details className="rounded-thing border border-line bg-raised px-3.5 py-2.5" open>
      <summary className="text-small text-soft">
        {words.notes} · {words.projected(teacher.minutes)}
      </summary>
      <dl className="mt-2 grid gap-2">
        <Note title={words.askThem}>
          <Inline of={teacher.ask} />
        </Note>
        <Note title={words.board}>
          <Inline of={teacher.board} />
        </Note>
        {teacher.watch && (
          <Note title={words.watchFor}>
            <Inline of={teacher.watch} />
          </Note>
        )}
        {prereqs.length > 0 && (
          <Note title={words.needs}>
            <span translate="no">{prereqs.join(', ')}</span>
          </Note>
        )}
      </dl>
    </details>
  );
}
