// What was done to a letter and the letter are one thing, whatever was done.
import { beforeEach, expect, test } from 'vitest';
import { engine, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';
import { kinOf } from '../../../src/core/trace/kin.ts';
import { touches } from '../../../src/ui/mailbox/looked.ts';

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  for (const line of [
    'openssl s_client -quiet -crlf -connect imap.example.com:993',
    'a1 LOGIN bob correct-horse',
    'a2 SELECT INBOX',
    String.raw`a3 STORE 2:3 +FLAGS (\Deleted)`,
    'a4 UID EXPUNGE 3',
  ])
    type('you@client', line);
});
test.each([
  [1, []],
  [2, ['flags']],
  [3, ['flags', 'expunge']],
])('letter %i', (uid, expected) => {
  const kept = { host: 'imap.example.com', mailbox: 'bob/INBOX', uid };
  const { trace } = engine.getState();
  const done = trace.flatMap((it) => (it.type === 'fact' && touches(it, kept) ? [it.fact.type] : []));
  expect(done).toEqual(expected);
});
test('the line that set the flags lights the letters it was about, and no other', () => {
  const { trace } = engine.getState();
  const line = trace.findIndex((it) => it.type === 'typed' && it.octets.startsWith('a3 '));
  const lit = [1, 2, 3, 4].filter((uid) =>
    kinOf(trace, line).some((i) =>
      touches(trace[i], { host: 'imap.example.com', mailbox: 'bob/INBOX', uid }),
    ),
  );
  expect(lit).toEqual([2, 3]);
});
