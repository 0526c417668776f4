// Free play is watched: a slip brings up its question, and putting it right takes it away again.
import { expect, it } from 'vitest';
import { play } from '../../../src/course/play.ts';
import { misconceptionsAt, thinkOn } from '../../../src/course/watch.ts';
import { worldNamed } from '../../../src/course/worlds.ts';

const start = worldNamed('standard');
if (!start) throw new Error('there is no standard world');
const shown = (...typed: readonly string[]): readonly string[] => {
  const { trace } = play({ start, console: 'you@client', acts: [] }, typed);
  return misconceptionsAt(start, trace, trace.length).map(({ about }) => about.id);
};
const mx = 'telnet mx1.example.com 25';

it('comes up with the slip, the latest first, and goes when it is put right', () => {
  expect(shown(mx)).toEqual([]);
  expect(shown(mx, 'EHLO you@example.net')).toEqual(['M03']);
  expect(shown(mx, 'EHLO you@example.net', 'EHLO client.example.net')).toEqual([]);
  expect(
    shown(mx, 'EHLO client.example.net', 'RCPT TO:<bob@example.com>', 'MAIL FROM: <a@example.net>'),
  ).toEqual(['M04', 'M05']);
});
it('goes when what it is about is over: nobody waits for a dot that has come', () => {
  const letter = ['EHLO client.example.net', 'MAIL FROM:<>', 'RCPT TO:<bob@example.com>', 'DATA', '', 'Hi'];
  expect(shown(mx, ...letter)).toEqual(['M07']);
  expect(shown(mx, ...letter, '.')).toEqual([]);
  expect(shown(mx, ...letter, '.', ...letter.slice(1))).toEqual(['M07']);
});
it('looks no longer at a hundred thousand letters than at a few', () => {
  const read: number[] = [];
  const letter = (n: number): { readonly body: string } => ({
    get body() {
      read.push(n);
      return 'Subject: Hi\r\n\r\n';
    },
  });
  const { trace } = play({ start, console: 'you@client', acts: [] }, [mx]);
  const last = trace.at(-1);
  if (!last) throw new Error('nothing happened');
  const uids = Array.from({ length: 100_000 }, (_, i) => i + 1);
  const fact = { type: 'append', mailbox: 'alice/INBOX', uids, letters: uids.map(letter) };
  const { id, at, cause, conn } = last;
  const copied = { type: 'fact', id: id + 1, at, cause, conn, host: 'imap.example.com', fact } as const;
  expect(misconceptionsAt(start, [...trace, copied], trace.length + 1)).toEqual([]);
  expect(Math.max(...read)).toBeLessThan(100);
});
it('is of the moment looked at', () => {
  const { trace } = play({ start, console: 'you@client', acts: [] }, [mx, 'EHLO you@example.net']);
  expect(misconceptionsAt(start, trace, 5)).toEqual([]);
});
it('thinks about a long session a little at a time, and about none of it again', () => {
  const letter = ['EHLO you@example.net', 'MAIL FROM:<>', 'RCPT TO:<bob@example.com>', 'DATA', 'Hi', '.'];
  const typed = [mx, ...Array.from({ length: 12 }, () => letter).flat(), 'EHLO you@example.net'];
  const { trace } = play({ start, console: 'you@client', acts: [] }, typed);
  const count = trace.length;
  expect(count).toBeGreaterThan(300);
  let read = 0;
  const watched = new Proxy(trace, {
    get(events, key, self): unknown {
      if (key === String(read)) read++;
      return Reflect.get(events, key, self);
    },
  });
  let turns = 1;
  for (; !thinkOn(start, watched, count, 50); turns++) expect(read).toBe(50 * turns);
  expect([turns, read]).toEqual([Math.ceil(count / 50), count]);
  expect(thinkOn(start, watched, count, 50)).toBe(true);
  expect(misconceptionsAt(start, watched, count)).toEqual(misconceptionsAt(start, [...trace], count));
  expect(thinkOn(start, watched, 10, 50)).toBe(true);
});
