// What the page obeys by word and by key: `bookmark`, `goto` and `hint` at a shell, digits, and the rest of what the keyboard knows later
// than at first.
import {
  engine,
  goLive,
  obeyAtShell,
  pause,
  play,
  seek,
  seekEvent,
  setSpeed,
  skip,
} from '../../app/engine.ts';
import { isHolding, letCome, setGate } from '../../app/gate.ts';
import { hurry } from '../../app/idle.ts';
import { SHARED } from '../../app/state.ts';
import { FIELD } from '../sequence/filter.ts';
import { whenHere } from '../shell/arrive.ts';
import { alsoObey } from '../shell/obeying.ts';
import { showPanel } from '../shell/settings.ts';
import { gotoBookmark, say, setBookmark } from './bookmarks.ts';
import { words } from './words.ts';

function bookmark(rest: string): void {
  const n = Number(rest);
  if (rest !== '' && !(Number.isInteger(n) && n >= 1 && n <= 9)) say(words.noMark(rest));
  else if (setBookmark(n) === 0) say(words.full);
}
function goTo(rest: string): void {
  const event = /^event (\d{1,9})$/.exec(rest)?.[1];
  if (rest === 'start') seek(0);
  else if (rest === 'end') goLive();
  else if (event !== undefined) seekEvent(Number(event) - 1);
  else if (/^[1-9]$/.test(rest)) {
    if (!gotoBookmark(Number(rest))) say(words.noMark(rest));
  } else say(words.noMoment(rest));
}
/** In a lesson: somebody has asked for its next hint. */
export function hint(): void {
  const { lesson } = engine.getState();
  if (lesson === '' || lesson === SHARED) say(words.hint.nowhere);
  else whenHere(async () => (await import('../lesson/hint.ts')).giveHint(lesson));
}
function toFilter(): void {
  showPanel('sequence');
  focusField(performance.now() + SOON);
}
const SOON = 3000;
/** The field may be on its way; whoever has gone on meanwhile is left there. */
function focusField(until: number, from = document.activeElement): void {
  requestAnimationFrame(() => {
    const field = document.getElementById(FIELD);
    if (field) field.focus();
    else if (performance.now() < until && document.activeElement === from) focusField(until, from);
  });
}
const RUN = {
  g: () => setGate(!engine.getState().gated),
  n: () => {
    if (!skip()) say(words.nothingDue);
  },
  b: () => bookmark(''),
  f: toFilter,
} as const;
const runs = new Map<string, () => void>(Object.entries(RUN));
/** By place on the keyboard: with Shift the key itself is another on every layout. */
const digitOf = ({ code }: KeyboardEvent): number => Number(/^Digit([1-9])$/.exec(code)?.[1] ?? 0);

function obeys(event: KeyboardEvent): boolean {
  const digit = digitOf(event);
  if (digit > 0) {
    if (event.shiftKey) setBookmark(digit);
    else if (!gotoBookmark(digit)) {
      // a lesson has marks of its own, at its steps
      if (engine.getState().lesson !== '') return false;
      say(words.noMark(String(digit)));
    }
    return true;
  }
  if (event.key === ' ') return space(event);
  const run = runs.get(event.key);
  run?.();
  return run !== undefined;
}
const SLOW = 0.1;
/** The speed to go back to; 0: it is not held. */
let before = 0;
/** Held down it slows time; pressed shortly it lets a held reply come, or plays and pauses. */
function space(event: KeyboardEvent): boolean {
  const s = engine.getState();
  if (isHolding(s)) {
    if (!event.repeat) letCome();
    return true;
  }
  if (!event.repeat) {
    pressed = true;
    return true;
  }
  if (before === 0) {
    before = s.speed;
    setSpeed(SLOW);
    if (s.playing === 'no' && !s.live) play();
  }
  return true;
}
let pressed = false;
function release(event: KeyboardEvent): void {
  if (event.key !== ' ') return;
  if (before > 0) setSpeed(before);
  else if (pressed) (engine.getState().playing === 'no' ? play : pause)();
  before = 0;
  pressed = false;
}

let begun = false;
/** Once: from now on these words and keys are obeyed. */
export function obeyOrders(): void {
  if (begun) return;
  begun = true;
  for (const [word, order] of Object.entries({ bookmark, goto: goTo, hint }))
    obeyAtShell(word, (rest) => {
      hurry(); // what shows that it was obeyed
      order(rest);
    });
  alsoObey(obeys);
  addEventListener('keyup', release, { capture: true });
}
/** For the list of keys, and of all one can do; without `run` for what one key does by being held, or by which it is. */
export const LATE_KEYS = [
  { id: 'bookmarks', shown: ['1', '9'], words: words.keys.bookmark },
  { id: 'marks', shown: ['Shift 1', '9'], words: words.keys.mark },
  { id: 'mark', shown: ['B'], words: words.mark, run: RUN.b },
  { id: 'skip', shown: ['N'], words: words.keys.skip, run: RUN.n },
  { id: 'gate', shown: ['G'], words: words.keys.gate, run: RUN.g },
  { id: 'letCome', shown: ['Space'], words: words.keys.letCome, run: letCome },
  { id: 'slow', shown: ['Space'], words: words.keys.slow },
  { id: 'filter', shown: ['F'], words: words.keys.filter, run: RUN.f },
] as const;
