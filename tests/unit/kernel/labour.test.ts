// Long work in turns: left when time is up, taken up again, and nobody can tell the difference.
import { beforeEach, describe, expect, test } from 'vitest';
import { ahead, each, inTurns, labour, pause } from '../../../src/core/base/labour.ts';
import { Unfinished } from '../../../src/core/base/parts.ts';
import { MACHINES } from '../../../src/core/kernel/machines.ts';
import { stepper } from '../../../src/core/kernel/step.ts';
import { begin, record, type Timeline } from '../../../src/core/kernel/timeline.ts';
import type { Input, World } from '../../../src/core/kernel/world.ts';
import { manyMessages } from '../../../src/core/scenario/catalogue/many-messages.ts';

const CONSOLE = 'you@client';
const MANY = 1500;
const opening = [
  'openssl s_client -quiet -crlf -connect imap.example.com:993',
  'a LOGIN alice "paper lantern"',
  'b SELECT INBOX',
];
const typed = (line: string): readonly Input[] => [
  { type: 'type', console: CONSOLE, octets: `${line}\n` },
  { type: 'pass', until: 'quiet' },
];
const start: World = manyMessages(MANY);
const opened = (): Timeline => {
  const timeline = begin(start);
  for (const input of opening.flatMap(typed)) record(timeline, input);
  return timeline;
};
/** A turn that is over at the so-manieth look. */
const over = (most: number) => (): (() => boolean) => {
  let looks = 0;
  return () => ++looks >= most;
};
const short = over(2);
function inManyTurns(timeline: Timeline, input: Input): number {
  for (let turns = 1; ; turns++) {
    try {
      inTurns([timeline.worlds.at(-1), input], over(20), () => record(timeline, input));
      return turns;
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
    }
  }
}

describe('a command that takes long', () => {
  test.each([
    'c FETCH 1:* (UID FLAGS ENVELOPE)',
    'c FETCH 1:* BODY[HEADER.FIELDS (SUBJECT)]',
    'c FETCH 1:* (BINARY.SIZE[1] BINARY.PEEK[1]<0.9> PREVIEW)',
    'c SEARCH FROM dave',
    'c FETCH 1:* FLAGS\nd SEARCH RETURN (MIN) FROM dave\ne FETCH 1:* UID',
    'c UID SEARCH RETURN (ALL) OR SUBJECT lunch TEXT cellar',
    'c SORT (REVERSE SUBJECT FROM) UTF-8 SINCE 1-Jan-2020',
    'c THREAD REFERENCES UTF-8 ALL',
    'c THREAD ORDEREDSUBJECT UTF-8 ALL',
    'c STORE 1:* +FLAGS (\\Flagged)\nd STORE 1:* FLAGS.SILENT (\\Seen)',
    'c COPY 1:* Archive\nd UID COPY 1:* INBOX',
    'c UID MOVE 1:1000 Archive\nd FETCH 1:* BODY[TEXT]<0.9>',
  ])('comes to the same in turns: %s', (line) => {
    const [whole, parts] = [opened(), opened()];
    let turns = 0;
    for (const input of typed(line)) {
      record(whole, input);
      turns += inManyTurns(parts, input);
    }
    expect(turns).toBeGreaterThan(2);
    expect(parts.trace.at(-1)).toEqual(whole.trace.at(-1));
    expect(parts.trace.map((it) => JSON.stringify(it))).toEqual(whole.trace.map((it) => JSON.stringify(it)));
  });
  test('is delivered in turns, too: in none of them all of it', () => {
    let reached = 0;
    const counting = stepper({
      get(name) {
        reached++;
        return MACHINES.get(name);
      },
    });
    const perTurn: number[] = [];
    const inShortTurns = (timeline: Timeline, input: Input): void => {
      for (let left = true; left;) {
        reached = 0;
        try {
          inTurns([timeline.worlds.at(-1), input], over(1), () => record(timeline, input, counting));
          left = false;
        } catch (error) {
          if (!(error instanceof Unfinished)) throw error;
        }
        perTurn.push(reached);
      }
    };
    const [whole, parts] = [opened(), opened()];
    for (const input of typed('c FETCH 1:* BODY[]')) {
      reached = 0;
      record(whole, input, counting);
      const all = reached;
      inShortTurns(parts, input);
      if (input.type !== 'pass') continue;
      expect(all).toBeGreaterThan(1000);
      expect(Math.max(...perTurn)).toBeLessThan(all * 0.8);
    }
    expect(parts.trace.map((it) => JSON.stringify(it))).toEqual(whole.trace.map((it) => JSON.stringify(it)));
    expect(parts.worlds.at(-1)).toEqual(whole.worlds.at(-1));
  });
  test('and so does what another client is told of it', () => {
    const host = { from: 'bob-laptop.example.net', to: 'imap.example.com', port: 993 };
    const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', serverName: host.to } as const;
    const listening = (): Timeline => {
      const timeline = opened();
      record(timeline, { type: 'outside', event: { type: 'open', ...host, tls } });
      const conn = timeline.worlds.at(-1)?.lastConn ?? 0;
      for (const line of [...opening.slice(1), 'c IDLE'])
        record(timeline, { type: 'outside', event: { type: 'data', conn, octets: `${line}\r\n` } });
      record(timeline, { type: 'pass', until: 'quiet' });
      return timeline;
    };
    const [whole, parts] = [listening(), listening()];
    for (const input of typed('c STORE 1:* +FLAGS.SILENT (\\Answered)')) {
      record(whole, input);
      inManyTurns(parts, input);
    }
    const told = whole.trace.findLast((it) => it.type === 'wire' && it.octets.startsWith('* 1 FETCH'));
    expect(told).toMatchObject({ octets: expect.stringContaining(`* ${MANY} FETCH`) });
    expect(parts.trace.map((it) => JSON.stringify(it))).toEqual(whole.trace.map((it) => JSON.stringify(it)));
  });
});

describe('a loop', () => {
  let seen: number[] = [];
  beforeEach(() => {
    seen = [];
  });
  const count = (of: readonly unknown[], isOver = short) =>
    inTurns(of, isOver, () => {
      const work = labour(() => undefined);
      for (let i = work.at; i < 5; i++) {
        seen.push(i);
        pause(work, i + 1);
      }
      return seen.length;
    });
  test('goes on where it was left', () => {
    const of = ['this'];
    expect(() => count(of)).toThrow(Unfinished);
    expect(seen).toEqual([0, 1]);
    expect(() => count(of)).toThrow(Unfinished);
    expect(count(of)).toBe(5);
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });
  test('has its whole turn, however long it took to come to it again', () => {
    const clocks: string[] = [];
    let place = '';
    const clock = () => {
      clocks.push(place);
      let looks = 0;
      return () => ++looks >= 2;
    };
    const run = (): void =>
      inTurns(['long'], clock, () => {
        place = 'first';
        each([1, 2, 3], () => undefined);
        place = 'between';
        const work = labour(() => undefined);
        for (let i = work.at; i < 4; i++) pause(work, i + 1);
      });
    expect(run).toThrow(Unfinished);
    expect(run).toThrow(Unfinished);
    expect(clocks).toEqual(['first', 'between']);
  });
  test('begins anew for anything else, and after it has come to its end', () => {
    expect(() => count(['this'])).toThrow(Unfinished);
    expect(() => count(['that'])).toThrow(Unfinished);
    expect(seen).toEqual([0, 1, 0, 1]);
    seen = [];
    const of = ['whole'];
    count(of, () => () => false);
    count(of, () => () => false);
    expect(seen).toHaveLength(10);
  });
  test('is done at once by whoever has the time', () => {
    let asked = 0;
    ahead([1, 2, 3], () => asked++);
    const work = labour(() => undefined);
    pause(work, 1);
    expect([asked, work.at]).toEqual([0, 1]);
  });
});
