// What a console says of itself at a moment that is looked at.
import { beforeEach, expect, test } from 'vitest';
import { engine, FIRST_CONSOLE, goLive, seekEvent, setReduced, type } from '../../../src/app/engine.ts';
import * as consoles from '../../../src/app/consoles.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';
import { consoleModel } from '../../../src/ui/console/model.ts';
import { observerOf } from '../../../src/ui/console/observe.ts';

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [], lesson: '' });
  attach(lab, undefined);
  setReduced(true);
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  type(FIRST_CONSOLE, 'EHLO client.example.net');
});
const seen = () => observerOf(FIRST_CONSOLE).look(consoleModel(FIRST_CONSOLE).view.getState(), consoles, 0);
/** The latest of these events. */
const latest = (dir: 'a>b' | 'b>a'): number =>
  engine.getState().trace.findLastIndex((it) => it.type === 'wire' && it.dir === dir);

test('between a line and its answer the octets are on their way, however long ago that was', () => {
  seekEvent(latest('a>b'));
  expect(seen()).toMatchObject({ moving: true, past: false, tour: '' });
});
test('before the line was typed the server waits, and what is typed leaves the branch', () => {
  const typed = engine.getState().trace.findLastIndex((it) => it.type === 'typed');
  seekEvent(typed - 1);
  expect(seen()).toMatchObject({ moving: false, past: true });
});
test('when the answer is there nothing is on its way', () => {
  goLive();
  expect(seen()).toMatchObject({ moving: false, past: false });
});
