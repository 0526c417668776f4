// What shows it: asked of a server, in a session of its own.
import type { Lab } from '../../app/lab.ts';
import { shortSession } from '../../app/short-session.ts';
import { talksIn } from '../export/talks.ts';
import type { Cell } from './rows.ts';

export interface Answer {
  /** What was typed last, before the server said it. */
  readonly asked: string;
  /** '': it said nothing of the kind. */
  readonly said: string;
  /** It says no. */
  readonly refused: boolean;
}
/** As each protocol begins a refusal (RFC 5321 §4.2.1, 1939 §3, 9051 §7.1). */
const NO = /^(?:[45]\d\d[ -]|-ERR|\S+ (?:NO|BAD) )/;
/** Undefined: there is no such world. */
export async function answerTo(
  lab: Lab,
  { lines, shows, world = 'standard' }: Cell,
): Promise<Answer | undefined> {
  const start = await lab.world(world);
  if (!start) return undefined;
  const { trace } = await shortSession(lab, start, lines);
  const said = talksIn(trace).flatMap(({ conn, lines: own }) => own.map((line) => ({ ...line, conn })));
  const at = said.findLastIndex(({ voice, text }) => voice === 'server' && shows.test(text));
  const shown = said[at];
  const asked = said
    .slice(0, Math.max(0, at))
    .findLast(({ voice, conn }) => voice === 'client' && conn === shown?.conn);
  return { asked: asked?.text ?? '', said: shown?.text ?? '', refused: NO.test(shown?.text ?? '') };
}
