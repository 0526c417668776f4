// Time by words typed at a prompt.
import { beforeEach, expect, test } from 'vitest';
import { engine, FIRST_CONSOLE, setReduced, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [], lesson: '' });
  attach(lab, undefined);
  setReduced(true);
});

test('undo by word leads back into a program, and redo by word out of it again; then words are the program’s', () => {
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  type(FIRST_CONSOLE, 'QUIT');
  const { length } = engine.getState().trace;
  type(FIRST_CONSOLE, 'undo');
  type(FIRST_CONSOLE, 'redo');
  expect([engine.getState().branches.length, engine.getState().trace.length]).toEqual([1, length]);
  type(FIRST_CONSOLE, 'undo');
  type(FIRST_CONSOLE, 'NOOP');
  type(FIRST_CONSOLE, 'redo');
  const typed = engine.getState().trace.flatMap((e) => (e.type === 'typed' ? [e.octets] : []));
  expect(typed).toEqual(['telnet mx1.example.com 25\n', 'NOOP\n', 'redo\n']);
});
