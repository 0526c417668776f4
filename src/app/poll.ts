// A show of hands before a reply that is held: what will the server say? What can be said is in the trace; only hands are counted here.
import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { guessesFor, MOST_GUESSES, type Guess } from '../core/trace/guesses.ts';
import { engine } from './engine.ts';
import { heldReply, isHolding, isReply } from './gate.ts';
import { cursorOf } from './cursor.ts';
import type { EngineState } from './state.ts';

export interface Poll {
  readonly branch: number;
  /** Index in the trace of the reply that is asked about. */
  readonly reply: number;
  /** For each guess, in the order of `guessesFor`. */
  readonly hands: readonly number[];
}
/** Of one guess; more than a hall has. */
const MOST_HANDS = 999;
const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
export const pollSchema = v.strictObject({
  branch: natural,
  reply: natural,
  hands: v.pipe(v.array(v.pipe(natural, v.maxValue(MOST_HANDS))), v.maxLength(MOST_GUESSES)),
});
/** This window's, for when it is reloaded; the other one may be reloaded with it. */
const HANDS = 'mailwire/hands';
/** What cannot be believed was not asked. */
export function pollKept(): Poll | undefined {
  try {
    return v.parse(v.pipe(v.string(), v.parseJson(), pollSchema), sessionStorage.getItem(HANDS));
  } catch {
    return undefined;
  }
}
export const poll = createStore<{ readonly asked: Poll | undefined }>(() => ({ asked: pollKept() }));
poll.subscribe(({ asked }) => {
  try {
    sessionStorage.setItem(HANDS, JSON.stringify(asked ?? null));
  } catch {
    // it is not asked any more when the window is reloaded
  }
});

const guessesNow = (s: EngineState): readonly Guess[] =>
  isHolding(s) ? guessesFor(s.trace, heldReply(s)) : [];
/** Asks about the reply that is held; where nothing can be guessed, nothing is asked. */
function askClass(): void {
  const s = engine.getState();
  const { length } = guessesNow(s);
  if (length === 0) return;
  const hands = Array.from({ length }, () => 0);
  poll.setState({ asked: { branch: s.branch, reply: heldReply(s), hands } });
}
/** Is something asked, or is there something to ask about? */
export const canAsk = (s: EngineState): boolean => guessesNow(s).length > 0;
export const closePoll = (): void => poll.setState({ asked: undefined });
/** Asks, or takes back what was asked. */
export const toggleAsked = (): void => (poll.getState().asked ? closePoll() : askClass());
export function raiseHand(guess: number, by = 1): void {
  const { asked } = poll.getState();
  if (!asked) return;
  const hands = asked.hands.map((n, i) => (i === guess ? Math.min(MOST_HANDS, Math.max(0, n + by)) : n));
  poll.setState({ asked: { ...asked, hands } });
}
/** Until the reply has come hands are counted; then it is said who was right, until somebody goes on. */
export type Stage = 'open' | 'told' | 'over';
export function stageOf(s: EngineState, { branch, reply }: Poll): Stage {
  if (branch !== s.branch || !isReply(s.trace[reply])) return 'over';
  if (heldReply(s) === reply && isHolding(s)) return 'open';
  const begun = cursorOf(s.schedule, s.time);
  if (begun <= reply) return 'over';
  return s.trace.slice(reply + 1, begun).some((it) => it.type === 'wire' && it.dir === 'a>b')
    ? 'over'
    : 'told';
}
