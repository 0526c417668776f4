// Where machines, mailboxes and lines go. From the world alone; units are sixteenths of a rem.
import type { Scene, SceneHost, SceneLookup, SceneMailbox } from '../../core/trace/scene-types.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Its column has no room for more than names and what goes on. */
  readonly tight?: boolean;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Layout {
  readonly height: number;
  readonly hosts: ReadonlyMap<string, Place>;
  /** By `boxKey`; empty where there is no room for them. */
  readonly boxes: ReadonlyMap<string, Place>;
  /** Who is asked for names, by `SceneLookup.asked`: below, between those who ask. */
  readonly asked: ReadonlyMap<string, Place>;
  /** They stand in a column of machines, where no words are on their way. */
  readonly askedBelow: boolean;
}
export const boxKey = ({ host, name }: Pick<SceneMailbox, 'host' | 'name'>): string => `${host} ${name}`;

const MARGIN = 18;
/** Where there is hardly any room. */
const NARROW = 12;
const GAP = 12;
const BOX = { w: 78, h: 34, gap: 6 };
const SERVER_W = 136;
const PEOPLE_W = 114;
const CHIP = 24;
/** Narrower than this, mailboxes are left to their own panel. */
const ROOMY = 490;

/** Nobody sits there or talks to it: its name and address are enough. */
export const isIdle = (host: SceneHost, sessions: number): boolean =>
  sessions === 0 && host.consoles.length === 0;
const ROW = 16;
/** Of a card: nobody talks to it, a server, a machine people sit at; and what is between two. */
interface Heights {
  readonly idle: number;
  readonly server: number;
  readonly people: number;
  readonly gap: number;
}
const ROOM: Heights = { idle: 46, server: 72, people: 54, gap: GAP };
const TIGHT: Heights = { idle: 30, server: 30, people: 30, gap: 8 };
const MANY = 2;
/** Of those who sit there, the ones that are named: where there is hardly any room, the first stands for all. */
export const namedConsoles = ({ consoles }: SceneHost, tight = false): SceneHost['consoles'] =>
  tight && consoles.length > MANY ? consoles.slice(0, 1) : consoles;
function heightOf(host: SceneHost, sessions: Scene['sessions'], tight: boolean): number {
  const { idle, server, people } = tight ? TIGHT : ROOM;
  const shown = shownSessions(sessions, host.id).length;
  if (isIdle(host, shown)) return idle;
  const more = foldedSessions(sessions, host.id) > 0 ? ROW : 0;
  const named = namedConsoles(host, tight).length;
  const others = named < host.consoles.length ? ROW : 0;
  return host.role === 'server' ? server + shown * CHIP + more : people + named * ROW + others;
}
/** Mailboxes that fit beside each other's machines without scrolling. */
export const boxesIn = (height: number): number => Math.max(3, Math.floor((height - 2) / (BOX.h + BOX.gap)));

const ASKED = { w: 104, h: 36 };
/** From the bottom up, in the gap between the columns. */
const askedHigh = (lookups: readonly SceneLookup[]): number =>
  new Set(lookups.map(({ asked }) => asked)).size * (ASKED.h + 4);
function askedIn(
  lookups: readonly SceneLookup[],
  left: number,
  right: number,
  bottom: number,
): Layout['asked'] {
  const w = Math.min(ASKED.w, right - left - 2 * GAP);
  const names = [...new Set(lookups.map(({ asked }) => asked))];
  return new Map(
    names.map((name, i) => [
      name,
      { x: (left + right - w) / 2, y: bottom - (i + 1) * (ASKED.h + 4), w, h: ASKED.h },
    ]),
  );
}
interface Column {
  readonly x: number;
  readonly w: number;
}
/** Above the first and below the last; what a machine is marked with hangs over its lower edge. */
const EDGES = 8;
/** Where a column begins: in the middle of what is seen without scrolling, or at the top when it goes beyond that. */
const topOf = (frame: number, total: number): number => Math.max(4, (frame - total) / 2);

function stacked(hosts: readonly SceneHost[], sessions: Scene['sessions'], { x, w }: Column, frame: number) {
  const heights = (tight: boolean): readonly number[] => hosts.map((host) => heightOf(host, sessions, tight));
  const totalOf = (all: readonly number[], { gap }: Heights): number =>
    all.reduce((sum, h) => sum + h, 0) + gap * Math.max(0, hosts.length - 1);
  const tight = totalOf(heights(false), ROOM) + EDGES > frame;
  const { gap } = tight ? TIGHT : ROOM;
  const all = heights(tight);
  const total = totalOf(all, tight ? TIGHT : ROOM);
  const places = new Map<string, Place>();
  let y = topOf(frame, total);
  hosts.forEach((host, i) => {
    const h = all[i] ?? 0;
    places.set(host.id, { x, y, w, h, tight });
    y += h + gap;
  });
  return { places, needed: total + EDGES };
}

/** Servers that pass on what people hand in: between those who do and the servers they talk to. */
export function relaysIn({ hosts, links = [] }: Moment): ReadonlySet<string> {
  const role = new Map(hosts.map((host) => [host.id, host.role]));
  const meets = (id: string, wanted: SceneHost['role']): boolean =>
    links.some(
      ({ between: [a, b] }) => (a === id && role.get(b) === wanted) || (b === id && role.get(a) === wanted),
    );
  const servers = hosts.filter((host) => host.role === 'server').map(({ id }) => id);
  const relays = servers.filter((id) => meets(id, 'server') && meets(id, 'people'));
  // where everybody talks to people, nobody stands between
  return new Set(relays.length === servers.length ? [] : relays);
}
interface Moment extends Pick<Scene, 'hosts' | 'sessions' | 'mailboxes' | 'lookups'> {
  readonly links?: Scene['links'];
}
interface Widths {
  readonly people: number;
  readonly server: number;
  readonly box: number;
  /** From servers to their mailboxes. */
  readonly shelf: number;
}
const WIDE: Widths = { people: PEOPLE_W, server: SERVER_W, box: BOX.w, shelf: 38 };
/** With a column more there is less room for each. */
const CLOSE: Widths = { people: 102, server: 110, box: 66, shelf: 18 };
/** Is it of a column that made room for another? */
export const isClose = ({ w }: Place): boolean => w < WIDE.people;
/** Between three columns: words that fly must be readable there. */
const BETWEEN = 84;
const between = (width: number, { people, server }: Widths, shelves: number): number =>
  (width - 2 * MARGIN - people - 2 * server - shelves) / 2;

/** What two columns leave each other where the panel is as narrow as can be: they never meet. */
const LEAST = 44;
/** Between two columns of full width: the shortest words fly there, with their lock, and touch neither. */
const FREE = 108;
/** Where there is hardly any room: as wide as an address, and as where a session stands. */
const SQUEEZED = { people: 102, server: 104 };
function squeezed(width: number): Widths {
  const each = Math.floor((width - 2 * NARROW - LEAST) / 2);
  return { ...CLOSE, people: Math.min(SQUEEZED.people, each), server: Math.min(SQUEEZED.server, each) };
}

interface Columns {
  readonly widths: Widths;
  /** Those that stand in the middle. */
  readonly relays: ReadonlySet<string>;
  readonly boxes: boolean;
}
/** Where three columns would leave words no room, mailboxes give way first, then the middle one. */
function columnsOf(moment: Moment, width: number): Columns {
  if (width < ROOMY) {
    const room = width - 2 * NARROW - WIDE.people - WIDE.server;
    return { widths: room < FREE ? squeezed(width) : WIDE, relays: new Set(), boxes: false };
  }
  const relays = relaysIn(moment);
  if (relays.size === 0 || width > 860) return { widths: WIDE, relays, boxes: true };
  if (between(width, CLOSE, CLOSE.box + CLOSE.shelf) >= BETWEEN)
    return { widths: CLOSE, relays, boxes: true };
  if (between(width, CLOSE, 0) >= BETWEEN) return { widths: CLOSE, relays, boxes: false };
  return { widths: WIDE, relays: new Set(), boxes: true };
}

/** The layout of a moment in a frame of this size; it asks for more height when the world needs it. */
export function layoutOf(moment: Moment, width: number, frame: number): Layout {
  const { hosts, sessions, mailboxes, lookups } = moment;
  const margin = width < ROOMY ? NARROW : MARGIN;
  const { widths: w, relays, boxes } = columnsOf(moment, width);
  const drawn = boxes ? mailboxes : [];
  const serverX = width - margin - w.server - (drawn.length > 0 ? w.box + w.shelf : 0);
  const columns = [
    { x: margin, w: w.people, of: hosts.filter((h) => h.role === 'people') },
    {
      x: (margin + w.people + serverX - w.server) / 2,
      w: w.server,
      of: hosts.filter(({ id }) => relays.has(id)),
    },
    { x: serverX, w: w.server, of: hosts.filter((h) => h.role === 'server' && !relays.has(h.id)) },
  ];
  const boxesHigh = drawn.length * (BOX.h + BOX.gap) - BOX.gap + 8;
  // those who are asked for names stand below the ones in the middle, or in the gap where nobody is
  const asked = askedHigh(lookups);
  const below = relays.size === 0 ? 0 : asked;
  const stacks = columns.map(({ x, w: wide, of }, i) =>
    stacked(of, sessions, { x, w: wide }, i === 1 ? frame - below : frame),
  );
  const top = topOf(frame, boxesHigh - 8);
  const height = Math.max(
    frame,
    boxesHigh,
    asked,
    ...stacks.map(({ needed }, i) => needed + (i === 1 ? below : 0)),
  );
  const [, middling] = columns;
  const gap =
    relays.size === 0 || !middling
      ? [margin + w.people, serverX]
      : [middling.x - GAP, middling.x + middling.w + GAP];
  const [left = 0, right = 0] = gap;
  return {
    height,
    hosts: new Map(stacks.flatMap(({ places }) => [...places])),
    boxes: new Map(
      drawn.map((box, i) => [
        boxKey(box),
        { x: width - margin - w.box, y: top + i * (BOX.h + BOX.gap), w: w.box, h: BOX.h },
      ]),
    ),
    // where nobody stands above them they are in view whatever else is not
    asked: askedIn(lookups, left, right, relays.size > 0 ? height : Math.max(frame, asked)),
    askedBelow: relays.size > 0,
  };
}
const SHOWN = 3;
function worthALine(sessions: Scene['sessions'], host: string): Scene['sessions'] {
  const own = sessions.filter((it) => it.host === host);
  const going = own.filter(({ state }) => state !== 'closed');
  return going.length > 0 ? going : own.slice(-1);
}
/** Of the sessions on a host, those worth a line: what is over is not, while something goes on. */
export const shownSessions = (sessions: Scene['sessions'], host: string): Scene['sessions'] =>
  worthALine(sessions, host).slice(-SHOWN);
/** How many more go on there. */
export const foldedSessions = (sessions: Scene['sessions'], host: string): number =>
  Math.max(0, worthALine(sessions, host).length - SHOWN);
