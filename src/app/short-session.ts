// A short session in a world of its own, beside whatever is going on: what servers say is asked of them, not written down.
import type { World } from '../core/kernel/world.ts';
import type { Timeline } from '../core/kernel/timeline.ts';
import type { Lab } from './lab.ts';
import { recorded } from './restore.ts';
import { FIRST_CONSOLE } from './store.ts';

/** A line typed at a console; the second has its own. */
export interface ShortLine {
  readonly at: 1 | 2;
  readonly line: string;
}
/** `2> line`: at the second console; else at the first. */
export const shortLine = (text: string): ShortLine =>
  text.startsWith('2> ') ? { at: 2, line: text.slice(3) } : { at: 1, line: text };
export const SECOND_CONSOLE = `${FIRST_CONSOLE}/2`;
export const CLIENT_HOST = 'client.example.net';

/** Every line waits for the answer to the one before. */
export async function shortSession(lab: Lab, start: World, lines: readonly string[]): Promise<Timeline> {
  const timeline = lab.begin(start);
  const said = lines.map(shortLine);
  if (said.some(({ at }) => at === 2))
    await recorded(lab, timeline, { type: 'open', console: SECOND_CONSOLE, host: CLIENT_HOST });
  for (const { at, line } of said) {
    const console = at === 2 ? SECOND_CONSOLE : FIRST_CONSOLE;
    await recorded(lab, timeline, { type: 'type', console, octets: `${line}\n` });
    await recorded(lab, timeline, { type: 'pass', until: 'quiet' });
  }
  return timeline;
}
