// The rungs' elements. They are made once, and told again whose row they are: a leap in time gives each of them another row, and only
// what differs is written. As components, each of them would be rendered for as long again as all of this takes.

/** One rung, as its elements show it. */
export interface Shown {
  readonly id: string;
  readonly event: string;
  readonly label: string;
  /** Its place in the list, and how many there are. */
  readonly nth: string;
  readonly of: string;
  readonly selected: string;
  /** Pointed at, here or elsewhere. */
  readonly looked: boolean;
  /** Classes: of the row, of its words, of its time. */
  readonly row: string;
  readonly look: string;
  readonly clock: string;
  /** What the words have beside them, so that they stand in the middle of the rest. */
  readonly inset: string;
  readonly time: string;
  readonly note: string;
  readonly wire: string;
  readonly folded: string;
}
interface Place {
  readonly option: HTMLElement;
  readonly time: HTMLElement;
  readonly words: HTMLElement;
  readonly clock: Text;
  readonly note: Text;
  readonly wire: Text;
  readonly folded: Text;
  shown: Shown | undefined;
}
type Write<K extends keyof Shown> = (place: Place, value: Shown[K]) => void;
const attribute =
  (name: string) =>
  ({ option }: Place, value: string): void =>
    option.setAttribute(name, value);
const text =
  (part: 'note' | 'wire' | 'folded') =>
  (place: Place, value: string): void => {
    place[part].data = value;
  };
const WRITES: { readonly [K in keyof Shown]: Write<K> } = {
  id: attribute('id'),
  event: attribute('data-event'),
  label: attribute('aria-label'),
  nth: attribute('aria-posinset'),
  of: attribute('aria-setsize'),
  selected: attribute('aria-selected'),
  looked: ({ option }, value) => void option.toggleAttribute('data-looked', value),
  row: attribute('class'),
  look: ({ words }, value) => words.setAttribute('class', value),
  clock: ({ time }, value) => time.setAttribute('class', value),
  inset: ({ option }, value) => {
    option.style.paddingInline = value;
  },
  time: ({ clock }, value) => {
    clock.data = value;
  },
  note: text('note'),
  wire: text('wire'),
  folded: text('folded'),
};
const KEYS = Object.keys(WRITES) as readonly (keyof Shown)[];
function write<K extends keyof Shown>(place: Place, key: K, value: Shown[K]): void {
  if (place.shown?.[key] !== value) WRITES[key](place, value);
}
function show(place: Place, shown: Shown): void {
  for (const key of KEYS) write(place, key, shown[key]);
  place.shown = shown;
}
function newPlace(): Place {
  const [option, words, wire, folded, time] = ['div', 'span', 'span', 'span', 'div'].map((name) =>
    document.createElement(name),
  );
  if (!option || !words || !wire || !folded || !time) throw new Error('no elements');
  const place = {
    option,
    words,
    time,
    clock: new Text(),
    note: new Text(),
    wire: new Text(),
    folded: new Text(),
    shown: undefined,
  };
  option.role = 'option';
  option.tabIndex = -1;
  words.ariaHidden = 'true';
  wire.dataset['wire'] = '';
  time.dataset['wire'] = '';
  folded.className = 'text-faint';
  wire.append(place.wire);
  folded.append(place.folded);
  words.append(place.note, wire, folded);
  option.append(words);
  // a pointer that moves from one of them to the next is still on the rung
  words.style.pointerEvents = 'none';
  time.append(place.clock);
  return place;
}

/** Shows these rungs, of which the first is the `from`th of all, from that height on. */
export type Pool = (from: number, top: string, rungs: readonly Shown[]) => void;
/** In `list` and, for their times, in `clock`: one below the other, so that only these two have to be put where they belong. */
export function poolIn(list: HTMLElement, clock: HTMLElement): Pool {
  const places: Place[] = [];
  const spare: Place[] = [];
  let first = 0;
  return (from, top, rungs) => {
    turn(places, list, clock, from - first);
    first = from;
    for (const each of [list, clock]) each.style.top = top;
    for (const place of places.splice(rungs.length)) {
      place.option.remove();
      place.time.remove();
      spare.push(place);
    }
    rungs.forEach((rung, i) => {
      const place = places[i] ?? spare.pop() ?? newPlace();
      show(place, rung);
      if (i < places.length) return;
      places.push(place);
      list.append(place.option);
      clock.append(place.time);
    });
  };
}
/** What leaves at one end comes in again at the other, and what stays keeps its elements; they are in the order of their rows. */
function turn(places: Place[], list: HTMLElement, clock: HTMLElement, by: number): void {
  if (Math.abs(by) >= places.length) return;
  for (const place of by > 0 ? places.splice(0, by) : []) {
    places.push(place);
    list.append(place.option);
    clock.append(place.time);
  }
  for (const place of by < 0 ? places.splice(by).toReversed() : []) {
    places.unshift(place);
    list.prepend(place.option);
    clock.prepend(place.time);
  }
}
