// Where machines, mailboxes and lines go. From the world alone; units are sixteenths of a rem.
import type { Scene, SceneHost, SceneLookup, SceneMailbox } from '../../core/trace/scene-types.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
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
}
export const boxKey = ({ host, name }: Pick<SceneMailbox, 'host' | 'name'>): string => `${host} ${name}`;

const MARGIN = 18;
const GAP = 12;
const BOX = { w: 78, h: 34, gap: 6 };
const SERVER_W = 136;
const PEOPLE_W = 114;
const CHIP = 22;
/** Narrower than this, mailboxes are left to their own panel. */
const ROOMY = 480;

/** Nobody sits there or talks to it: its name and address are enough. */
export const isIdle = (host: SceneHost, sessions: number): boolean =>
  sessions === 0 && host.consoles.length === 0;
const IDLE = 46;
function heightOf(host: SceneHost, sessions: number): number {
  if (isIdle(host, sessions)) return IDLE;
  return host.role === 'server' ? 72 + sessions * CHIP : 54 + host.consoles.length * 16;
}
/** Mailboxes that fit beside each other's machines without scrolling. */
export const boxesIn = (height: number): number => Math.max(3, Math.floor((height - 2) / (BOX.h + BOX.gap)));

const ASKED = { w: 104, h: 36 };
/** From the bottom up, in the gap between the columns. */
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
/** Where a column begins: in the middle of what is seen without scrolling, or at the top when it goes beyond that. */
const topOf = (frame: number, total: number): number => Math.max(4, (frame - total) / 2);

function stacked(hosts: readonly SceneHost[], heights: readonly number[], { x, w }: Column, frame: number) {
  const total = heights.reduce((sum, h) => sum + h, 0) + GAP * Math.max(0, hosts.length - 1);
  const places = new Map<string, Place>();
  let y = topOf(frame, total);
  hosts.forEach((host, i) => {
    const h = heights[i] ?? 0;
    places.set(host.id, { x, y, w, h });
    y += h + GAP;
  });
  return { places, needed: total + 8 };
}

/** The layout of a moment in a frame of this size; it asks for more height when the world needs it. */
export function layoutOf(
  { hosts, sessions, mailboxes, lookups }: Pick<Scene, 'hosts' | 'sessions' | 'mailboxes' | 'lookups'>,
  width: number,
  frame: number,
): Layout {
  const margin = width < ROOMY ? 12 : MARGIN;
  const people = hosts.filter((h) => h.role === 'people');
  const servers = hosts.filter((h) => h.role === 'server');
  const heights = (of: readonly SceneHost[]): readonly number[] =>
    of.map((host) => heightOf(host, sessions.filter((s) => s.host === host.id).length));
  const drawn = width < ROOMY ? [] : mailboxes;
  const boxesHigh = drawn.length * (BOX.h + BOX.gap) - BOX.gap + 8;
  const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b + GAP, 0);
  const height = Math.max(frame, boxesHigh, sum(heights(people)), sum(heights(servers)));
  const serverX = width - margin - SERVER_W - (drawn.length > 0 ? BOX.w + 38 : 0);
  const left = stacked(people, heights(people), { x: margin, w: PEOPLE_W }, frame);
  const right = stacked(servers, heights(servers), { x: serverX, w: SERVER_W }, frame);
  const top = topOf(frame, boxesHigh - 8);
  return {
    height,
    hosts: new Map([...left.places, ...right.places]),
    boxes: new Map(
      drawn.map((box, i) => [
        boxKey(box),
        { x: width - margin - BOX.w, y: top + i * (BOX.h + BOX.gap), w: BOX.w, h: BOX.h },
      ]),
    ),
    asked: askedIn(lookups, margin + PEOPLE_W, serverX, height),
  };
}

export interface Line {
  readonly from: Point;
  readonly to: Point;
}
const middle = ({ y, h }: Place): number => y + h / 2;
/** From the facing edge of one machine to that of another; `lane` keeps several connections apart. */
export function lineBetween(a: Place, b: Place, lane = 0): Line {
  const leftward = b.x + b.w / 2 < a.x + a.w / 2;
  // aimed at the middle, but never outside the card it ends at
  const clamp = (place: Place, y: number): number =>
    Math.min(place.y + place.h - 10, Math.max(place.y + 10, y));
  const y1 = clamp(a, middle(a) + lane);
  const y2 = clamp(b, middle(b) + lane + (middle(a) - middle(b)) * 0.25);
  return {
    from: { x: leftward ? a.x : a.x + a.w, y: y1 },
    to: { x: leftward ? b.x + b.w : b.x, y: y2 },
  };
}
/** Slow, fast, slow; half-way at one half. */
export const eased = (t: number): number => (t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) * (1 - t));
/** `inset`: how far from both ends it turns up and goes, so that a wide capsule does not hide a machine. */
export const along = ({ from, to }: Line, progress: number, inset = 0): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const edge = Math.min(inset, length * 0.24) / length;
  const t = edge + eased(progress) * (1 - 2 * edge);
  return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
};
export const LANE = 14;
