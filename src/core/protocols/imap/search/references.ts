// Conversations by what answers what (RFC 5256 §3, REFERENCES). Nothing in it calls itself: a thread may be as deep as a mailbox is long.
import { ahead } from '../../../base/labour.ts';
import type { Octets } from '../../../base/octets.ts';
import type { Row } from '../../../store/rows.ts';
import { linksOf, subjectOf } from './notes.ts';
import { isDummy, type Forest } from './forest.ts';
import { gathered } from './subjects.ts';
import { sentOf } from './sort.ts';
import type { Thread } from './thread.ts';

export function references(rows: readonly Row[]): readonly Thread[] {
  ahead(rows, (row) => {
    sentOf(row);
    linksOf(row.body);
    subjectOf(row.body);
  });
  const forest: Forest = { rows, sent: rows.map(sentOf), parent: rows.map(() => -1), kids: [] };
  linked(forest);
  const tops = pruned(forest);
  sortTops(forest, tops);
  const threads = gathered(forest, tops);
  for (const kids of forest.kids) sortKids(forest, kids);
  sortTops(forest, threads);
  return asThreads(forest, threads);
}

/** Step 1: the links, then (for the next steps) what is below each. */
function linked(forest: Forest): void {
  const { rows, parent, kids } = forest;
  const places = new Map<Octets, number>();
  const links = rows.map(({ body }) => linksOf(body));
  for (const [at, { id }] of links.entries()) if (id !== undefined && !places.has(id)) places.set(id, at);
  const placeOf = (id: Octets): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, parent.length);
    return parent.push(-1) - 1;
  };
  for (const [at, link] of links.entries()) {
    let above = -1;
    for (const id of link.references) {
      const place = placeOf(id);
      if (above >= 0 && parent[place] === -1 && !isAbove(parent, place, above)) parent[place] = above;
      above = place;
    }
    parent[at] = -1;
    if (above >= 0 && !isAbove(parent, at, above)) parent[at] = above;
  }
  for (let at = 0; at < parent.length; at++) kids.push([]);
  for (const [at, above] of parent.entries()) if (above >= 0) kids[above]?.push(at);
}
/** Further up than anybody answers: such a link is not made, and no header can ask for the square of its length. */
const HIGHEST = 4096;
function isAbove(parent: readonly number[], at: number, below: number): boolean {
  let place = below;
  for (let i = 0; i < HIGHEST; i++) {
    if (place === at) return true;
    if (place < 0) return false;
    place = parent[place] ?? -1;
  }
  return true;
}

/** Steps 2 and 3: what has nothing above it, without places for messages nobody has. */
function pruned(forest: Forest): number[] {
  const { parent, kids } = forest;
  for (const at of deepestFirst(forest))
    kids[at] = (kids[at] ?? []).flatMap((kid) => (isDummy(forest, kid) ? (kids[kid] ?? []) : [kid]));
  return parent.flatMap((above, at) => {
    if (above >= 0) return [];
    const own = kids[at] ?? [];
    return isDummy(forest, at) && own.length < 2 ? own : [at];
  });
}
function deepestFirst({ parent, kids }: Forest): readonly number[] {
  const order = parent.flatMap((above, at) => (above < 0 ? [at] : []));
  for (const at of order) for (const kid of kids[at] ?? []) order.push(kid); // it grows while it is walked
  return order.toReversed();
}

const firstOf = ({ rows, kids }: Forest, at: number): number =>
  at < rows.length ? at : (kids[at]?.[0] ?? 0);
const byDate =
  (forest: Forest) =>
  (a: number, b: number): number => {
    const [x, y] = [firstOf(forest, a), firstOf(forest, b)];
    return (forest.sent[x] ?? 0) - (forest.sent[y] ?? 0) || x - y;
  };
const sortKids = (forest: Forest, kids: number[]): void => {
  if (kids.length > 1) kids.sort(byDate(forest));
};
/** Steps 4 and 6, at the top: a place without a message is as old as the first of its children. */
function sortTops(forest: Forest, tops: number[]): void {
  for (const at of tops) if (isDummy(forest, at)) sortKids(forest, forest.kids[at] ?? []);
  tops.sort(byDate(forest));
}
function asThreads({ rows, kids }: Forest, tops: readonly number[]): readonly Thread[] {
  const all = kids.map((_own, at): { readonly at: number; readonly children: Thread[] } => ({
    at: at < rows.length ? at : -1,
    children: [],
  }));
  for (const [at, own] of kids.entries())
    for (const kid of own) {
      const child = all[kid];
      if (child) all[at]?.children.push(child);
    }
  return tops.flatMap((at) => all[at] ?? []);
}
