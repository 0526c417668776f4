// The ladder by keys: every row can be reached, though several of them share a moment.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { engine, FIRST_CONSOLE, sceneNow, seek, setReduced, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';
import { choice, goTo, placeNow, step } from '../../../src/ui/sequence/choice.ts';
import { rowsOf, type Row } from '../../../src/ui/sequence/rows.ts';

const POP = 'telnet pop.example.com 110';
const SECURE = 'openssl s_client -quiet -crlf -connect';
const SESSIONS: Readonly<Record<string, readonly string[]>> = {
  'a letter by SMTP': [
    'telnet mx1.example.com 25',
    'EHLO client.example.net',
    'MAIL FROM:<you@client.example.net>',
    'RCPT TO:<bob@example.com>',
    'DATA',
    'Subject: x',
    '',
    'Hello.',
    '.',
    'QUIT',
  ],
  'QUIT at once': ['telnet mx1.example.com 25', 'QUIT'],
  'a deletion by POP3': [`${SECURE} pop.example.com:995`, 'USER bob', 'PASS correct-horse', 'DELE 1', 'QUIT'],
  'a silence that ends it': [POP, 'sleep 700', 'CAPA'],
  'flags by IMAP': [
    `${SECURE} imap.example.com:993`,
    'a LOGIN bob correct-horse',
    'b SELECT INBOX',
    String.raw`c STORE 1 +FLAGS (\Seen)`,
    'd LOGOUT',
  ],
};
const rows = (): readonly Row[] => rowsOf(engine.getState().trace);
const now = (): number => placeNow(rows(), choice.getState().row, sceneNow(engine.getState())?.event ?? -1);
beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  setReduced(true);
});
afterAll(() => setReduced(false));

describe.each(Object.entries(SESSIONS))('%s', (_, lines) => {
  beforeEach(() => {
    for (const line of lines) type(FIRST_CONSOLE, line);
  });
  test('from the last row to the first and back, each is reached, in order', () => {
    const all = rows();
    const places = all.map((_row, i) => i);
    step(all, Infinity);
    const up = all.map(() => {
      const at = now();
      step(all, -1);
      return at;
    });
    expect(up).toEqual(places.toReversed());
    const down = all.map(() => {
      const at = now();
      step(all, 1);
      return at;
    });
    expect(down).toEqual(places);
  });
  test('a row that is gone to is the one that is now, until time moves', () => {
    const all = rows();
    for (const [i, row] of all.entries()) {
      goTo(row);
      expect(now()).toBe(i);
    }
    seek(0);
    expect([choice.getState().row, now()]).toEqual([undefined, -1]);
  });
});
test('of rows that a filter leaves out the one before is now', () => {
  for (const line of SESSIONS['QUIT at once'] ?? []) type(FIRST_CONSOLE, line);
  const all = rows();
  const last = all.at(-1);
  goTo(last);
  expect(placeNow(all.slice(0, -2), choice.getState().row, last?.event ?? -1)).toBe(all.length - 3);
});
