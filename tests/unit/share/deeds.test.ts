// What is told again of what somebody typed is no more than the console shows.
import { expect, test } from 'vitest';
import { engine, FIRST_CONSOLE, seek, setReduced, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';
import { nameOf } from '../../../src/ui/timeline/branches.ts';
import { en } from '../../../src/ui/messages/en.ts';
import { lineOf } from '../../../src/ui/share/deeds.ts';

const CALL = ['telnet pop.example.com 110', 'USER bob'];
const DOTS = 'PASS ••••••••••';

test('of what a link brings, and of a branch, a password is dots, in whatever letters it is written', () => {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  setReduced(true);
  for (const line of [...CALL, 'PASS brass über', 'LIST']) type(FIRST_CONSOLE, line);
  const { timeline, schedule } = engine.getState();
  const deeds = timeline.inputs.flatMap(({ type: kind }, i) => (kind === 'type' ? [i] : []));
  expect(deeds.map((place) => lineOf(timeline, place))).toEqual([...CALL, DOTS, 'LIST']);
  const pass = timeline.trace.findIndex((it) => it.type === 'typed' && it.octets.startsWith('PASS'));
  seek((schedule.shown[pass]?.start ?? 1) - 1);
  type(FIRST_CONSOLE, 'PASS brass über');
  expect(engine.getState().branches.map((it) => nameOf(it, en))).toEqual(['first', DOTS]);
});
