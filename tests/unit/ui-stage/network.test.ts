import { describe, expect, test } from 'vitest';
import { worldNamed } from '../../../src/core/scenario/catalogue/worlds.ts';
import { newMailbox } from '../../../src/core/store/mailbox.ts';
import { noRows } from '../../../src/core/store/rows.ts';
import type { SceneHost, SceneMailbox, SceneSession } from '../../../src/core/trace/scene-types.ts';
import { capsuleOf } from '../../../src/ui/network/capsule.ts';
import { foldedSessions, layoutOf, shownSessions, type Place } from '../../../src/ui/network/layout.ts';
import { flownAt, lineBetween, roomOf } from '../../../src/ui/network/line.ts';
import { en } from '../../../src/ui/messages/en.ts';
import { peculiaritiesOf } from '../../../src/ui/network/peculiar.ts';
import { fitting } from '../../../src/ui/network/ports.ts';
import { flight } from './flight.ts';

const host = (id: string, role: SceneHost['role']): SceneHost => ({
  id,
  role,
  address: '192.0.2.1',
  consoles: role === 'people' ? [`you@${id}`] : [],
  services: role === 'server' ? [{ port: 110, protocol: 'pop3', tls: 'none' }] : [],
  store: role === 'server' ? 'example.com' : '',
  listeners: [],
  lit: false,
});
const box = (name: string): SceneMailbox => ({
  host: 'pop',
  store: 'pop',
  name,
  box: newMailbox(1),
  naming: undefined,
  before: noRows,
  lockedBy: 0,
  marked: new Set(),
  fresh: false,
  gone: false,
  changed: 0,
});
const world = (people: number, servers: number, boxes = 4) => ({
  hosts: [
    ...Array.from({ length: people }, (_, i) => host(`desk${i}`, 'people')),
    ...Array.from({ length: servers }, (_, i) => host(i === 0 ? 'pop' : `mx${i}`, 'server')),
  ],
  sessions: [],
  lookups: [],
  mailboxes: Array.from({ length: boxes }, (_, i) => box(`user${i}/INBOX`)),
});
const apart = (a: Place, b: Place): boolean =>
  a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;

describe('layoutOf', () => {
  test.each([
    [2, 1, 4, 590, 170],
    [3, 2, 9, 700, 200],
    [1, 1, 0, 366, 200],
    [4, 3, 4, 1000, 120],
  ])(
    '%i desks, %i servers, %i mailboxes in %i x %i: nothing overlaps, nothing is outside',
    (people, servers, boxes, width, frame) => {
      const { hosts, boxes: shelves, height } = layoutOf(world(people, servers, boxes), width, frame);
      const all = [...hosts.values(), ...shelves.values()];
      expect(hosts.size).toBe(people + servers);
      for (const [i, a] of all.entries()) {
        expect(a.x).toBeGreaterThanOrEqual(0);
        expect(a.x + a.w).toBeLessThanOrEqual(width);
        expect(a.y + a.h).toBeLessThanOrEqual(height);
        for (const b of all.slice(i + 1)) expect(apart(a, b)).toBe(true);
      }
    },
  );
  const session = (conn: number, host: string): SceneSession => ({
    conn,
    end: 'b',
    host,
    protocol: 'smtp',
    state: 'ready',
    edge: null,
    refusal: false,
    fresh: false,
  });
  test.each([220, 328, 490, 620, 830])(
    'eight connections to as many servers in a panel %i wide: nobody is left out, nobody is on another, less room is taken',
    (width) => {
      const many = world(2, 8);
      const hosts = many.hosts.map((it) =>
        it.id === 'desk0' ? { ...it, consoles: Array.from({ length: 8 }, (_, i) => `you${i}`) } : it,
      );
      const sessions = hosts.filter(({ role }) => role === 'server').map(({ id }, i) => session(i + 1, id));
      const layout = layoutOf({ ...many, hosts, sessions }, width, 190);
      const places = [...layout.hosts.values()];
      expect(places).toHaveLength(10);
      for (const [i, a] of places.entries()) {
        expect(a.x).toBeGreaterThanOrEqual(0);
        expect(a.x + a.w).toBeLessThanOrEqual(width);
        expect(a.y + a.h).toBeLessThan(layout.height);
        for (const b of places.slice(i + 1)) expect(apart(a, b)).toBe(true);
      }
      // a card with a session: its name and where the session stands
      expect(layout.hosts.get('pop')?.h).toBe(54);
      const desk = layout.hosts.get('desk0');
      expect((desk?.y ?? 0) + (desk?.h ?? 0)).toBeLessThanOrEqual(190);
      const high = layoutOf({ ...many, hosts, sessions }, width, 1200);
      expect([high.height, high.hosts.get('pop')?.h]).toEqual([1200, 96]);
    },
  );
  test('of many sessions on one machine three are told, and how many more there are', () => {
    const sessions = Array.from({ length: 8 }, (_, i) => session(i + 1, 'pop'));
    expect([shownSessions(sessions, 'pop').length, foldedSessions(sessions, 'pop')]).toEqual([3, 5]);
    const heightWith = (n: number) =>
      layoutOf({ ...world(1, 1), sessions: sessions.slice(0, n) }, 620, 400).hosts.get('pop')?.h;
    expect((heightWith(8) ?? 0) - (heightWith(3) ?? 0)).toBe(16);
  });
  test('however many name servers were asked, the first of them is in view', () => {
    const lookup = { host: 'desk0', text: '', answered: false, refused: false, fresh: true };
    const lookups = Array.from({ length: 9 }, (_, i) => ({ ...lookup, asked: `192.0.2.${i}` }));
    const { asked, height } = layoutOf({ ...world(2, 1), lookups }, 620, 190);
    for (const { y, h } of asked.values()) expect([y >= 0, y + h <= height]).toEqual([true, true]);
  });
  test('a host more is drawn, beside the others', () => {
    const before = layoutOf(world(2, 1), 590, 170).hosts;
    const after = layoutOf(
      { ...world(2, 1), hosts: [...world(2, 1).hosts, host('alice-phone', 'people')] },
      590,
      170,
    ).hosts;
    expect([...after.keys()]).toEqual(
      [...before.keys(), 'alice-phone'].toSorted((a, b) => Number(a === 'pop') - Number(b === 'pop')),
    );
  });
  test.each([
    [366, 200],
    [590, 170],
    [700, 240],
  ])('who is asked for names stands between the columns, %i wide', (width, frame) => {
    const lookup = { host: 'desk0', text: '', answered: false, refused: false, fresh: true };
    const lookups = ['resolver', '192.0.2.53'].map((asked) => ({ ...lookup, asked }));
    const { hosts, asked, height } = layoutOf({ ...world(2, 1), lookups }, width, frame);
    const [first, second] = [...asked.values()];
    expect(asked.size).toBe(2);
    expect(first && second && apart(first, second)).toBe(true);
    for (const place of asked.values()) {
      expect(place.w).toBeGreaterThan(60);
      expect(place.y + place.h).toBeLessThanOrEqual(height);
      for (const card of hosts.values()) expect(apart(place, card)).toBe(true);
    }
  });
  test('a server that passes mail on stands between those who hand in and those who take it', () => {
    const links = [
      { between: ['desk0', 'pop'] as const, conns: [], secure: false, cut: false },
      { between: ['pop', 'mx1'] as const, conns: [], secure: false, cut: false },
    ];
    for (const width of [590, 900]) {
      const { hosts, boxes, asked, askedBelow } = layoutOf(
        {
          ...world(2, 3),
          links,
          lookups: [
            { host: 'pop', text: '', answered: false, refused: false, fresh: true, asked: 'resolver' },
          ],
        },
        width,
        200,
      );
      const [desk, relay, mx] = ['desk0', 'pop', 'mx1'].map(
        (id) => hosts.get(id) ?? { x: 0, y: 0, w: 0, h: 0 },
      );
      expect((desk?.x ?? 0) + (desk?.w ?? 0)).toBeLessThan(relay?.x ?? 0);
      expect((relay?.x ?? 0) + (relay?.w ?? 0)).toBeLessThan(mx?.x ?? 0);
      // words that pass by come out from under it; where it stands between two machines, they pass over it
      expect([askedBelow, layoutOf(world(2, 3), width, 200).askedBelow]).toEqual([true, false]);
      const all = [...hosts.values(), ...boxes.values(), ...asked.values()];
      expect(all.every((a, i) => all.slice(i + 1).every((b) => apart(a, b)))).toBe(true);
    }
  });
  test.each([328, 480, 520, 540, 600, 606, 617, 700, 860, 861, 1200])(
    'where three columns stand, words have room between them: %i wide',
    (width) => {
      const links = [
        { between: ['desk0', 'pop'] as const, conns: [], secure: false, cut: false },
        { between: ['pop', 'mx1'] as const, conns: [], secure: false, cut: false },
      ];
      const { hosts } = layoutOf({ ...world(2, 3), links }, width, 200);
      const columns = [...new Set([...hosts.values()].map(({ x, w }) => `${x} ${x + w}`))].map((it) =>
        it.split(' ').map(Number),
      );
      columns.sort(([a = 0], [b = 0]) => a - b);
      expect(columns.length).toBe(width < 534 ? 2 : 3);
      for (const [i, [left = 0]] of columns.slice(1).entries())
        expect(left - (columns[i]?.[1] ?? 0)).toBeGreaterThanOrEqual(84);
    },
  );
  test('on a phone mailboxes are left to their own panel', () => {
    expect(layoutOf(world(2, 1), 366, 200).boxes.size).toBe(0);
    expect(layoutOf(world(2, 1), 590, 200).boxes.size).toBe(4);
  });
});

test.each([334, 350, 366, 380, 390, 398, 489])(
  'what stands half-way between two columns touches neither, over TLS as in clear: %i wide',
  (width) => {
    const { hosts } = layoutOf(world(2, 2), width, 200);
    const at = (id: string): Place => hosts.get(id) ?? { x: 0, y: 0, w: 0, h: 0 };
    const [desk, pop] = [at('desk0'), at('pop')];
    for (const secure of [false, true]) {
      const line = lineBetween(desk, pop);
      const { span: wide } = capsuleOf({ ...flight, secure }, en, '', roomOf(line));
      const { x } = flownAt(line, 0.5, wide, true);
      expect(x - wide / 2 - (desk.x + desk.w), `secure: ${secure}`).toBeGreaterThan(2);
      expect(pop.x - (x + wide / 2), `secure: ${secure}`).toBeGreaterThan(2);
    }
  },
);
test('what is under a short word is kept off the machine as well, in letters of either width', () => {
  const short = { ...flight, text: 'DATA\r\n', size: 6 };
  for (const messages of [
    en,
    { ...en, network: { ...en.network, octets: (n: number) => `${n} 个八位组` } },
  ]) {
    const { width, span, note } = capsuleOf(short, messages, '20 ms');
    expect([note, span > width]).toEqual([`${messages.network.octets(6)} · 20 ms`, true]);
    // 11 units high, and as wide where they are square
    const square = Array.from(note).filter((letter) => letter > '\u2E80').length;
    expect(span).toBeGreaterThan(square * 11 + (note.length - square) * 5);
  }
  const { note } = capsuleOf(
    short,
    { ...en, network: { ...en.network, octets: () => '八'.repeat(9) } },
    '20 ms',
    120,
  );
  expect(note).toBe('八'.repeat(9));
});
describe('the ports on a card', () => {
  const at = (...ports: readonly string[]) =>
    ports.map((it) => ({
      port: Number.parseInt(it, 10),
      protocol: 'smtp',
      tls: it.endsWith('s') ? ('implicit' as const) : ('none' as const),
    }));
  const shown = (services: ReturnType<typeof at>, room: number) =>
    fitting(services, room).map(({ port }) => port);
  test('are all of them where there is room', () => {
    expect(shown(at('24', '110', '995s'), 106)).toEqual([24, 110, 995]);
  });
  test('leave room for a word about the others where there is not', () => {
    const lab = at('25', '587', '465s', '110', '995s', '143', '993s');
    expect(shown(lab, 106)).toEqual([25, 587]);
    expect(shown(lab, 300)).toHaveLength(7);
    expect(shown(lab, 20)).toEqual([]);
  });
});

describe('what is otherwise about a machine', () => {
  test.each([
    ['standard', 'mx1.example.com', []],
    ['standard', 'pop.example.com', []],
    ['full', 'pop.example.com', ['full']],
    ['greylisting', 'mx1.example.com', ['greylist']],
    ['old', 'mx1.example.com', ['esmtp']],
    ['no-tls', 'pop.example.com', ['tls']],
    ['hostile-cafe', 'bob-laptop.example.net', ['log', 'strip']],
  ])('in the world %s, at %s: %j', (name, host, kinds) => {
    const start = worldNamed(name);
    expect(start && peculiaritiesOf(start, host).map(({ kind }) => kind)).toEqual(kinds);
  });
});
