// Conversations by what answers what (RFC 5256 §3, REFERENCES). Nothing in it calls itself: a thread may be as deep as a mailbox is long.
// It is done step by step, each of them once (`stage`, `each`), since all of them together take long.
import { each, stage } from '../../../base/labour.ts';
import type { Octets } from '../../../base/octets.ts';
import type { Row } from '../../../store/rows.ts';
import { ageOf, isDummy, kidsOf, type Forest } from './forest.ts';
import { threadingOf, type Threading } from './notes.ts';
import { inOrder, sentOf } from './sort.ts';
import { gathered } from './subjects.ts';
import type { Threads } from './thread.ts';

export function references(rows: readonly Row[]): Threads {
  const notes = stage((): Threading[] => []);
  each(rows, ({ body }) => notes.push(threadingOf(body)));
  const forest = stage(() => planted(rows, notes));
  linked(forest);
  const tops = stage(() => sortedTops(forest, pruned(forest)));
  const threads = gathered(forest, tops);
  each(forest.kids, (own) => {
    if (own !== undefined && own.length > 1) sortKids(forest, own);
  });
  return {
    tops: stage(() => sortedTops(forest, threads)),
    below: (at) => kidsOf(forest, at),
    messages: rows.length,
  };
}
function planted(rows: readonly Row[], notes: readonly Threading[]): Forest {
  const age: number[] = rows.map(() => 0);
  const sent = rows.map((row, i) => sentOf(row, notes[i]?.sent));
  for (const [i, at] of inOrder(sent).entries()) age[at] = i;
  return { notes, age, parent: rows.map(() => -1), kids: rows.map(() => undefined) };
}

/** Step 1: the links, then (for the next steps) what is below each. */
function linked(forest: Forest): void {
  const { notes, parent, kids } = forest;
  const places = stage(() => placesIn(notes));
  each(notes, ({ links }, at) => {
    let above = -1;
    for (const id of links.references) {
      const place = places.get(id) ?? parent.push(-1) - 1;
      if (place >= notes.length) places.set(id, place);
      if (above >= 0 && parent[place] === -1 && !isAbove(parent, place, above)) parent[place] = above;
      above = place;
    }
    parent[at] = -1;
    if (above >= 0 && !isAbove(parent, at, above)) parent[at] = above;
  });
  each(parent, (above, at) => {
    if (above < 0) return;
    const own = kids[above];
    if (own) own.push(at);
    else kids[above] = [at];
  });
}
/** Of each Message-ID; of several with the same, the first. */
function placesIn(notes: readonly Threading[]): Map<Octets, number> {
  const places = new Map<Octets, number>();
  for (let at = notes.length - 1; at >= 0; at--) {
    const id = notes[at]?.links.id;
    if (id !== undefined) places.set(id, at);
  }
  return places;
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
function pruned(forest: Forest): readonly number[] {
  const { notes, parent, kids } = forest;
  if (parent.length > notes.length)
    for (const at of deepestFirst(forest)) {
      const own = kids[at];
      if (own?.some((kid) => isDummy(forest, kid)) === true)
        kids[at] = own.flatMap((kid) => (isDummy(forest, kid) ? kidsOf(forest, kid) : [kid]));
    }
  const tops: number[] = [];
  for (const [at, above] of parent.entries()) {
    if (above >= 0) continue;
    const own = kidsOf(forest, at);
    if (isDummy(forest, at) && own.length < 2) tops.push(...own);
    else tops.push(at);
  }
  return tops;
}
function deepestFirst(forest: Forest): readonly number[] {
  const order: number[] = [];
  for (const [at, above] of forest.parent.entries()) if (above < 0) order.push(at);
  for (const at of order) for (const kid of kidsOf(forest, at)) order.push(kid); // it grows while it is walked
  return order.toReversed();
}

/** So many are sorted faster as numbers than by a function. */
const MANY = 64;
function sortKids(forest: Forest, kids: number[]): void {
  if (kids.length < MANY) kids.sort((a, b) => ageOf(forest, a) - ageOf(forest, b));
  else for (const [i, kid] of byAge(forest, kids).entries()) kids[i] = kid;
}
function byAge(forest: Forest, all: readonly number[]): readonly number[] {
  const count = forest.parent.length + forest.kids.length;
  const keys = new Float64Array(all.length);
  for (const [i, at] of all.entries()) keys[i] = ageOf(forest, at) * count + at;
  keys.sort();
  return all.map((_at, i) => (keys[i] ?? 0) % count);
}
/** Steps 4 and 6, at the top: a place without a message is as old as the first of its children. */
function sortedTops(forest: Forest, tops: readonly number[]): readonly number[] {
  for (const at of tops) {
    const own = isDummy(forest, at) ? forest.kids[at] : undefined;
    if (own) sortKids(forest, own);
  }
  return byAge(forest, tops);
}
