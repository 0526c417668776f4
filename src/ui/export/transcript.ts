// The conversation as words to take along: who said what, when, on which connection. Text, or Markdown in the form of our own tests.
import type { TraceEvent } from '../../core/trace/event.ts';
import { words } from '../share/words.ts';
import { clockText } from '../shell/words.ts';
import { worldName } from '../shell/worldName.ts';
import { talksIn, type Talk } from './talks.ts';

const headOf = ({ from, to, port }: Talk): string => words.talk(from, to, String(port));
/** Who says it, without colour. */
export const MARKS = { client: 'C: ', server: 'S: ', tls: '' } as const;

export interface Session {
  /** What it is kept by. */
  readonly world: string;
  /** Unix seconds at its first moment. */
  readonly epoch: number;
  readonly trace: readonly TraceEvent[];
}
export function transcriptText({ world, epoch, trace }: Session): string {
  const talks = talksIn(trace).map((talk) => {
    const lines = talk.lines.map(({ at, voice, text }) =>
      voice === 'tls'
        ? `${clockText(epoch, at)}  (${words.tlsFrom})`
        : `${clockText(epoch, at)}  ${MARKS[voice]}${text}`.trimEnd(),
    );
    return `${headOf(talk)}\n\n${lines.join('\n')}\n`;
  });
  return [`${words.transcript(worldName(world))}\n`, ...talks].join('\n');
}
/** A fence longer than any in the text, or the text would end it. */
function fenceFor(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  return '`'.repeat(Math.max(3, longest + 1));
}
export function transcriptMarkdown({ world, trace }: Session): string {
  const talks = talksIn(trace).map((talk) => {
    const said = talk.lines
      .map(({ voice, text }) => (voice === 'tls' ? `# ${words.tlsFrom}` : `${MARKS[voice]}${text}`.trimEnd()))
      .join('\n');
    const fence = fenceFor(said);
    return `## ${headOf(talk)}\n\n${fence}text\n${said}\n${fence}\n`;
  });
  return [`# ${words.transcript(worldName(world))}\n`, ...talks].join('\n');
}
