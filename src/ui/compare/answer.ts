// What shows it: asked of a server, in a session of its own.
import type { Lab } from '../../app/lab.ts';
import { shortSession } from '../../app/short-session.ts';
import type { TraceEvent, Typed } from '../../core/trace/event.ts';
import { visible } from '../shell/words.ts';
import type { Cell } from './rows.ts';

export interface Answer {
  /** The line that caused it, wherever that was typed; '': none did. */
  readonly asked: string;
  /** The console it was typed at. */
  readonly askedAt: string;
  /** '': the server said nothing of the kind. */
  readonly said: string;
  /** The console that heard it. */
  readonly at: string;
  /** It says no. */
  readonly refused: boolean;
}
/** As each protocol begins a refusal (RFC 5321 §4.2.1, 1939 §3, 9051 §7.1). */
const NO = /^(?:[45]\d\d[ -]|-ERR|\S+ (?:NO|BAD) )/;
/** What somebody typed that led to this, through whichever connections. */
function causeOf(trace: readonly TraceEvent[], event: TraceEvent | undefined): Typed | undefined {
  let cause = event;
  while (cause && cause.type !== 'typed') cause = trace[cause.cause - 1];
  return cause;
}
/** The last line of a server's that fits. */
export function answerIn(trace: readonly TraceEvent[], shows: RegExp): Answer {
  const said = trace.flatMap((event) =>
    event.type === 'wire' && event.dir === 'b>a'
      ? event.octets.split(/\r?\n/).map((line) => ({ event, text: visible(line) }))
      : [],
  );
  const shown = said.findLast(({ text }) => shows.test(text));
  const asked = causeOf(trace, shown?.event);
  const dialled = trace.find((event) => event.type === 'conn' && event.conn === shown?.event.conn);
  return {
    asked: visible(asked?.octets.trimEnd() ?? ''),
    askedAt: asked?.console ?? '',
    said: shown?.text ?? '',
    at: causeOf(trace, dialled)?.console ?? '',
    refused: NO.test(shown?.text ?? ''),
  };
}
/** Undefined: there is no such world. */
export async function answerTo(
  lab: Lab,
  { lines, shows, world = 'standard' }: Cell,
): Promise<Answer | undefined> {
  const start = await lab.world(world);
  return start && answerIn((await shortSession(lab, start, lines)).trace, shows);
}
