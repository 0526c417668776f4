// Queues, one letter's life, and the hops it tells of: read from a day of the standard world.
import { beforeAll, describe, expect, test } from 'vitest';
import { begin, record, type Timeline } from '../../../src/core/kernel/timeline.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { hopsOf } from '../../../src/core/trace/hops.ts';
import { keptAt, letterOf } from '../../../src/core/trace/letter.ts';
import { lifeOf } from '../../../src/core/trace/life.ts';
import { pending, queuesAt, type QueuedLetter } from '../../../src/core/trace/queues.ts';

const MINUTE = 60_000_000;
const AUTH = 'AUTH PLAIN AGFsaWNlAHBhcGVyIGxhbnRlcm4=';
const DOOR = 'openssl s_client -quiet -crlf -connect submit.example.com:465';
const letterTo = (...to: readonly string[]): readonly string[] => [
  DOOR,
  'EHLO client.example.net',
  AUTH,
  'MAIL FROM:<alice@example.com>',
  ...to.map((it) => `RCPT TO:<${it}>`),
  'DATA',
  'Subject: Hi',
  '',
  '.',
  'QUIT',
];
function typed(timeline: Timeline, ...lines: readonly string[]): void {
  for (const line of lines) {
    record(timeline, { type: 'type', console: 'you@client', octets: `${line}\n` });
    record(timeline, { type: 'pass', until: 'quiet' });
  }
}
const lettersAt = ({ worlds: [start], trace }: Timeline, count = trace.length): readonly QueuedLetter[] =>
  start ? queuesAt(start, trace, count) : [];
const dotOf = ({ trace }: Timeline): number =>
  trace.findIndex((event) => event.type === 'typed' && event.octets === '.\n');

describe('a letter for somebody elsewhere, who collects it', () => {
  const timeline = begin(standard());
  beforeAll(() => {
    typed(timeline, ...letterTo('dave@example.org'));
    typed(timeline, 'openssl s_client -quiet -crlf -connect mail.example.org:995');
    typed(timeline, 'USER dave', 'PASS river-otter', 'STAT');
    const [, count = ''] = /\+OK (\d+) \d+\r/.exec(lastReply(timeline)) ?? [];
    typed(timeline, `RETR ${count}`, 'QUIT');
  });
  const lastReply = ({ trace }: Timeline): string =>
    trace.flatMap((event) => (event.type === 'wire' && event.dir === 'b>a' ? [event.octets] : [])).at(-1) ??
    '';

  test('leaves its queue when the next server has taken charge', () => {
    const own = lettersAt(timeline).find(({ host }) => host === 'submit.example.com');
    expect(own).toMatchObject({ status: 'done', to: ['dave@example.org'], by: 'mx.example.org' });
    expect(own?.turns.map(({ what }) => what)).toEqual(['queued', 'tried', 'relayed', 'done']);
    expect(own?.tries).toBe(1);
  });
  test('is on its way in between: the panel sees the moment, not the end', () => {
    const tried = timeline.trace.findIndex((e) => e.type === 'fact' && e.fact.type === 'tried');
    const [now] = lettersAt(timeline, tried + 1).filter(({ host }) => host === 'submit.example.com');
    expect(now?.status).toBe('going');
  });
  test('its life goes from the dot over the DNS and the relay to whoever fetched it', () => {
    const { stations } = lifeOf(timeline.trace, dotOf(timeline), timeline.trace.length);
    expect([...new Set(stations.map(({ what }) => what))]).toEqual([
      'written',
      'taken',
      'asked',
      'carried',
      'laid',
      'passed',
      'fetched',
    ]);
    expect(stations.at(-1)).toMatchObject({ host: 'mail.example.org', text: 'client.example.net' });
  });
  test('is the same life from whichever event it is followed', () => {
    const { trace } = timeline;
    const whole = lifeOf(trace, dotOf(timeline), trace.length);
    const relayed = trace.findIndex((e) => e.type === 'fact' && e.fact.type === 'relayed');
    expect(lifeOf(trace, relayed, trace.length).events).toEqual(whole.events);
  });
  test('its envelope is part of its life, what was said before and after is not', () => {
    const { events } = lifeOf(timeline.trace, dotOf(timeline), timeline.trace.length);
    const line = (text: string): number =>
      timeline.trace.findIndex((event) => event.type === 'typed' && event.octets === `${text}\n`);
    expect(events.has(line('RCPT TO:<dave@example.org>'))).toBe(true);
    expect(events.has(line(AUTH))).toBe(false);
    expect(events.has(line('USER dave'))).toBe(false);
  });
  test('tells of its hops, oldest first, each with its time', () => {
    const world = timeline.worlds.at(-1);
    const uid = world?.hosts['mx.example.org']?.store.mailboxes['dave/INBOX']?.uidNext ?? 1;
    const octets = world && keptAt(world, { host: 'mx.example.org', mailbox: 'dave/INBOX', uid: uid - 1 });
    const hops = hopsOf(letterOf(octets ?? '').fields);
    expect(hops.map(({ from, by, with: how }) => [from, by, how])).toEqual([
      ['client.example.net', 'submit.example.com', 'ESMTPSA'],
      ['submit.example.com', 'mx.example.org', 'ESMTPS'],
    ]);
    expect(hops.map(({ after }) => after)).toEqual([undefined, 0]);
  });
});

describe('a letter nobody can deliver', () => {
  const timeline = begin(standard());
  beforeAll(() => {
    typed(timeline, ...letterTo('somebody@down.test'));
  });
  test('waits; what was said last, and when it is tried again, is there to see', () => {
    const [letter] = pending(lettersAt(timeline)).filter(({ host }) => host === 'submit.example.com');
    expect(letter).toMatchObject({ status: 'waiting', tries: 1 });
    expect(letter?.reply).toMatch(/^4/);
    expect(letter?.until).toBeGreaterThanOrEqual((letter?.received ?? 0) + 30 * MINUTE);
  });
  test('is returned after five days, and its life ends with its sender', () => {
    record(timeline, { type: 'pass', until: 6 * 24 * 60 * MINUTE });
    const own = lettersAt(timeline).filter(({ host }) => host === 'submit.example.com');
    expect(own[0]).toMatchObject({ status: 'done' });
    const { stations } = lifeOf(timeline.trace, dotOf(timeline), timeline.trace.length);
    expect(stations.filter(({ what }) => what === 'told')).toHaveLength(2);
    expect(stations.filter(({ what }) => what === 'carried').length).toBeGreaterThan(20);
    expect(stations.at(-1)).toMatchObject({ what: 'laid', text: 'alice/INBOX' });
  });
});
describe('two letters that mx2 keeps for the bookshop when the world begins', () => {
  const waiting = (timeline: Timeline) => pending(lettersAt(timeline));
  test('wait already; what was said last, and when they are tried again, is there to see', () => {
    const letters = waiting(begin(standard()));
    const all = { host: 'mx2.example.com', status: 'waiting', tries: 3, turns: [] };
    expect(letters).toMatchObject([
      { ...all, from: 'you@example.net', to: ['carol@example.com'] },
      { ...all, from: 'dave@example.org', to: ['erin@example.com'] },
    ]);
    for (const { until, reply, received } of letters) {
      expect(until).toBeGreaterThan(100 * MINUTE); // later than what one does first
      expect(received).toBeLessThan(-60 * MINUTE); // so the next try comes two hours after the last
      expect(reply).toMatch(/^451 4\.4\.1 mx1\.example\.com .*connection refused$/);
    }
  });
  test('stand behind a letter that came later, whenever that is due', () => {
    const timeline = begin(standard());
    typed(timeline, ...letterTo('somebody@down.test'));
    const hosts = () => waiting(timeline).map(({ host }) => host.split('.')[0]);
    expect(hosts()).toEqual(['submit', 'mx2', 'mx2']);
    record(timeline, { type: 'pass', until: 61 * MINUTE });
    expect(hosts()).toEqual(['submit', 'mx2', 'mx2']);
    const [own, ...others] = waiting(timeline).map(({ until }) => until);
    expect(own).toBeGreaterThan(Math.max(...others));
  });
  test.each([
    ['by themselves', (t: Timeline) => record(t, { type: 'pass', until: 120 * MINUTE })],
    [
      'when somebody asks for them (RFC 1985)',
      (t: Timeline) =>
        typed(t, 'telnet mx2.example.com 25', 'EHLO client.example.net', 'ETRN example.com', 'QUIT'),
    ],
  ])('go on to mx1 %s, each with a life to follow', (_how, go) => {
    const timeline = begin(standard());
    go(timeline);
    expect(waiting(timeline)).toEqual([]);
    for (const { turns, to, tries } of lettersAt(timeline)) {
      expect(tries).toBe(4);
      expect(turns.map(({ what }) => what)).toEqual(['tried', 'relayed', 'done']);
      const { stations } = lifeOf(timeline.trace, turns[0]?.event ?? -1, timeline.trace.length);
      const laid = stations.filter(({ what }) => what === 'laid').map(({ text }) => text);
      expect(laid).toEqual([`${to[0]?.replace('@example.com', '') ?? ''}/INBOX`]);
    }
  });
});
test.each([
  ['nothing', [], []],
  ['a line without anything', ['x'], [['', '', '']]],
  ['a comment that says by', ['from a (by b) by c with SMTP; nonsense'], [['a', 'c', 'SMTP']]],
])('hops in %s', (_what, values, seen) => {
  const fields = values.map((value) => ({ name: 'Received', value, lines: 1 }));
  expect(hopsOf(fields).map(({ from, by, with: how }) => [from, by, how])).toEqual(seen);
});
