// A window that stands still is reloaded: it shows what it showed, not what has been kept since.
import { beforeEach, expect, test } from 'vitest';
import { engine, FIRST_CONSOLE, seekEvent, setReduced, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';
import { stillFrom, stillText } from '../../../src/app/still.ts';

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: undefined, lesson: '' });
  attach(lab, undefined);
  setReduced(true);
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  type(FIRST_CONSOLE, 'EHLO client.example.net');
});
const shown = (): readonly unknown[] => {
  const { trace, time, live, branch } = engine.getState();
  return [trace.length, time, live, branch];
};
async function reloaded(text: string): Promise<void> {
  const still = await stillFrom(lab, text, '');
  attach(lab, still?.session);
  still?.show();
}

test.each([
  ['in the present', (): void => undefined],
  ['at a moment before', (): void => seekEvent(3)],
])('%s, with what was done since left out', async (_, go) => {
  go();
  const before = shown();
  const text = stillText();
  type(FIRST_CONSOLE, 'NOOP');
  expect(shown()).not.toEqual(before);
  await reloaded(text);
  expect(shown()).toEqual(before);
});
test('of another lesson, or nothing that can be believed: what was kept last is shown', async () => {
  const text = stillText();
  expect(await stillFrom(lab, text, 'P1')).toBeUndefined();
  for (const odd of ['', '{}', 'null', text.replace('"live":true', '"live":7'), text.slice(0, -2)])
    expect(await stillFrom(lab, odd, '')).toBeUndefined();
});
