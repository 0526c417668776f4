import type { ReactNode } from 'react';
import type { TalkLine } from '../../course/lesson.ts';
import { saysNo } from '../console/refusal.ts';
import { useLateMessages } from '../messages/late.ts';

const MARKS = { shell: '$', client: '›', server: '‹', tool: ' ' } as const;
const TONES = {
  shell: 'text-soft',
  client: 'text-client',
  server: 'text-server',
  tool: 'text-faint',
} as const;
const isRefusal = ({ who, text }: TalkLine, next?: TalkLine): boolean =>
  who === 'server' && saysNo(text, next?.who === who ? next.text : '');

/** Who says it, by mark, colour and, to those who hear it, by word. */
export function Voice({ line, next, children }: { line: TalkLine; next?: TalkLine; children?: ReactNode }) {
  const { lesson } = useLateMessages();
  return (
    <span className={`flex gap-2 ${isRefusal(line, next) ? 'text-refusal' : TONES[line.who]}`}>
      <span aria-hidden="true" className="w-2 shrink-0 select-none opacity-70">
        {MARKS[line.who]}
      </span>
      <span className="sr-only">{lesson.voice[line.who]}</span>
      <span
        className="min-w-0 flex-1 [overflow-wrap:anywhere] whitespace-pre-wrap"
        translate="no"
        data-wire=""
      >
        {children ?? (line.text === '' ? ' ' : line.text)}
      </span>
    </span>
  );
}
/** A conversation, as the engine had it. */
export function Talk({ lines, label }: { lines: readonly TalkLine[]; label: string }) {
  return (
    <ol
      aria-label={label}
      className="mono grid gap-0.5 rounded-control border border-line bg-ground px-2.5 py-2 text-small"
    >
      {lines.map((line, i) => (
        <li key={i}>
          <Voice line={line} {...(lines[i + 1] ? { next: lines[i + 1] } : {})} />
        </li>
      ))}
    </ol>
  );
}
