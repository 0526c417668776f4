// How an IMAP session looks in a console: which answer ends which command, and what a literal holds.
import { describe, expect, test } from 'vitest';
import { noteOf } from '../../../src/app/consoles.ts';
import { lab } from '../../../src/app/lab.ts';
import type { Timeline } from '../../../src/core/kernel/timeline.ts';
import { inked } from '../../../src/ui/console/inks.ts';
import { linesOf, type Line } from '../../../src/ui/console/lines.ts';

const ME = 'you@client';
const QUIET = { type: 'pass', until: 'quiet' } as const;
const opening = [
  'openssl s_client -quiet -crlf -connect imap.example.com:993',
  'a1 LOGIN alice "paper lantern"',
  'a2 SELECT INBOX',
];
function shown(...typed: readonly string[]): readonly Line[] {
  const timeline: Timeline = lab.begin(lab.start);
  for (const line of [...opening, ...typed]) {
    lab.record(timeline, { type: 'type', console: ME, octets: `${line}\n` });
    lab.record(timeline, { type: 'pass', until: 'quiet' });
  }
  const { log } = lab.scene(lab.start, timeline.trace, lab.schedule(timeline.trace).total);
  const plain = linesOf(log, (event) => noteOf(timeline, event));
  expect(inked(plain, timeline)).toEqual(inked(plain, timeline));
  return inked(plain, timeline);
}
const since = (lines: readonly Line[], text: string): readonly Line[] =>
  lines.slice(lines.findIndex((line) => line.text.startsWith(text)));
/** `«a3|OK`: the mark, and what stands out. */
const looks = (lines: readonly Line[]): readonly string[] =>
  lines.map(
    ({ sign = '›', text, marks = [] }) =>
      `${sign}${marks.map(({ from, to }) => text.slice(from, to)).join('|')}`,
  );

describe('a session with tags', () => {
  test('a command, what comes unasked, and the answer that ends it, each with a mark of its own', () => {
    const lines = since(shown('a3 FETCH 1 (UID FLAGS)'), 'a3');
    expect(looks(lines)).toEqual(['›a3|FETCH', '‹*|FETCH|UID|FLAGS', '«a3|OK']);
    expect(lines.map(({ pair }) => pair)).toEqual([lines[0]?.event, undefined, lines[0]?.event]);
  });
  test('an answer to a tag that was used before belongs to the latest command', () => {
    const lines = since(shown('a3 NOOP', 'x NOOP', 'a3 CHECK'), 'a3');
    const [noop, , , , check, done] = lines;
    expect([noop?.pair, check?.pair, done?.pair]).toEqual([noop?.event, check?.event, check?.event]);
    expect(noop?.pair).not.toBe(check?.pair);
  });
  test('a continuation, and a command that goes on after a literal', () => {
    const lines = since(shown('a3 SEARCH FROM {4}', 'dave SEEN', 'a4 NOOP'), 'a3');
    expect(looks(lines)).toEqual(['›a3|SEARCH', '…+', '›', '‹*|SEARCH', '«a3|OK', '›a4|NOOP', '«a4|OK']);
    expect(lines[2]?.content).toBe(true);
  });
  test('a letter in a literal is no answer, whatever it says', () => {
    const letter = 'a3 APPEND Drafts {27}';
    const lines = since(
      shown(letter, 'Subject: x', '', '* 1 EXISTS', 'a', 'a4 SELECT Drafts', 'a5 FETCH * BODY.PEEK[]'),
      'a5',
    );
    expect(looks(lines)).toEqual(['›a5|FETCH', '‹*|FETCH|BODY[]|{27}', '│', '│', '│', '│', '«a5|OK']);
  });
  test('in IDLE nothing has a tag', () => {
    const lines = since(shown('a3 IDLE', 'DONE'), 'a3');
    expect(looks(lines)).toEqual(['›a3|IDLE', '…+', '›', '«a3|OK']);
  });
  test('where there are no tags lines stay as they are', () => {
    const timeline = lab.begin(lab.start);
    for (const line of ['telnet pop.example.com 110', 'CAPA'])
      lab.record(timeline, { type: 'type', console: ME, octets: `${line}\n` });
    lab.record(timeline, { type: 'pass', until: 'quiet' });
    const { log } = lab.scene(lab.start, timeline.trace, lab.schedule(timeline.trace).total);
    const plain = linesOf(log, (event) => noteOf(timeline, event));
    expect(inked(plain, timeline)).toEqual(plain);
  });
  test('what is spoken is read once, however often time is moved', () => {
    const timeline = lab.begin(lab.start);
    for (const line of ['telnet pop.example.com 110', 'CAPA', 'QUIT', 'telnet pop.example.com 110', 'CAPA'])
      for (const input of [{ type: 'type', console: ME, octets: `${line}\n` }, QUIET] as const)
        lab.record(timeline, input);
    let reads = 0;
    const trace = new Proxy(timeline.trace, {
      get(events, key, self): unknown {
        if (/^\d+$/.test(String(key))) reads++;
        return Reflect.get(events, key, self);
      },
    });
    const { log } = lab.scene(lab.start, timeline.trace, lab.schedule(timeline.trace).total);
    const plain = linesOf(log, (event) => noteOf(timeline, event));
    expect(inked(plain, { ...timeline, trace })).toEqual(plain);
    expect(reads).toBeGreaterThan(timeline.trace.length);
    reads = 0;
    expect(inked(plain, { ...timeline, trace })).toEqual(plain);
    expect(reads).toBeLessThan(5);
  });
});
