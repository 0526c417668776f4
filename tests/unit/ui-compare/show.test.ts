// "Show me", all of them in one visit, in reading order: each shows what its cell says, whatever was shown before.
import { beforeEach, expect, test } from 'vitest';
import { bringBack } from '../../../src/app/attic.ts';
import { engine, FIRST_CONSOLE, setReduced, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { SECOND_CONSOLE, shortSession } from '../../../src/app/short-session.ts';
import { attach } from '../../../src/app/sessions.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { answerIn, answerTo } from '../../../src/ui/compare/answer.ts';
import { ASPECTS, PROTOCOLS, ROWS, type Cell } from '../../../src/ui/compare/rows.ts';
import { show } from '../../../src/ui/compare/show.ts';

const get = engine.getState;
const wires = (trace: readonly TraceEvent[]): readonly string[] =>
  trace.flatMap((event) => (event.type === 'wire' ? [`${event.conn} ${event.dir} ${event.octets}`] : []));
const typed = (): readonly string[] =>
  get().trace.flatMap((event) => (event.type === 'typed' ? [event.octets.trim()] : []));
/** The conversation behind a cell, in a world of its own. */
async function alone({ lines, world = 'standard' }: Cell): Promise<readonly TraceEvent[]> {
  const start = await lab.world(world);
  if (!start) throw new Error(`There is no world ${world}.`);
  return (await shortSession(lab, start, lines)).trace;
}
beforeEach(() => {
  engine.setState({ lab: undefined, lesson: '', branches: [], waiting: [], attic: [], gated: false });
  attach(lab, undefined);
  setReduced(true);
});

test('all of them, one after the other: each is its cell’s conversation, and ends at the console with the answer', async () => {
  type(FIRST_CONSOLE, 'telnet pop.example.com 110');
  for (const aspect of ASPECTS)
    for (const protocol of PROTOCOLS) {
      const cell = ROWS[aspect][protocol];
      await show(cell);
      const { trace, console, timeline, attic } = get();
      expect(wires(trace), `${aspect} ${protocol}`).toEqual(wires(await alone(cell)));
      const shown = answerIn(trace, cell.shows);
      expect(shown, `${aspect} ${protocol}`).toEqual(await answerTo(lab, cell));
      expect(console, `${aspect} ${protocol}`).toBe(shown.at);
      expect(timeline.worlds.at(-1)?.consoles.length).toBeLessThanOrEqual(2);
      expect(attic).toHaveLength(1);
    }
  await bringBack();
  expect(typed()).toEqual(['telnet pop.example.com 110']);
});
test('what is typed into a demonstration is one’s own: it stops, and is put away before the next', async () => {
  const { pop3, imap } = ROWS.deletion;
  const first = show(pop3);
  await Promise.resolve();
  await Promise.resolve();
  type(FIRST_CONSOLE, 'NOOP');
  await first;
  expect(typed()).toContain('NOOP');
  expect(typed()).not.toContain('QUIT');
  await show(imap);
  expect(get().attic.map(({ own }) => own)).toEqual([true]);
  await bringBack();
  expect(typed()).toContain('NOOP');
});
test('the last one wins when two are asked for at once', async () => {
  const { pop3, imap } = ROWS.job;
  await Promise.all([show(pop3), show(imap)]);
  expect(wires(get().trace)).toEqual(wires(await alone(imap)));
});
test('an answer is to the line that caused it, at whichever console that was typed', async () => {
  const { smtp, imap } = ROWS.devices;
  expect(await answerTo(lab, smtp)).toMatchObject({
    asked: 'telnet mx1.example.com 25',
    askedAt: SECOND_CONSOLE,
    at: SECOND_CONSOLE,
  });
  expect(await answerTo(lab, imap)).toMatchObject({
    asked: String.raw`a3 STORE 1 +FLAGS.SILENT (\Flagged)`,
    askedAt: SECOND_CONSOLE,
    said: String.raw`* 1 FETCH (FLAGS (\Flagged))`,
    at: FIRST_CONSOLE,
  });
  expect(await answerTo(lab, ROWS.push.imap)).toMatchObject({ asked: '.', at: FIRST_CONSOLE });
  expect(await answerTo(lab, ROWS.state.imap)).toMatchObject({ at: SECOND_CONSOLE });
});
