// A belief that leads people astray, or a slip of the hand: how it shows, and what to say.
import type { Rfc } from '../../core/base/ids.ts';
import type { Predicate } from '../../core/trace/predicate.ts';

/** Where people sit. Servers talk to servers too, and a pipelined DATA behind a refused RCPT is nobody's slip. */
export const DESKS = [
  'client.example.net',
  'bob-laptop.example.net',
  'bob-phone.example.net',
  'alice-phone.example.net',
] as const;
export const byHand = (...outcomes: readonly string[]): Predicate => ({
  any: DESKS.flatMap((by) => outcomes.map((outcome) => ({ outcome, by }))),
});

export interface Misconception {
  /** `M03`. */
  readonly id: string;
  /** What somebody believes, in their words. */
  readonly belief: string;
  /** What it looks like in a trace; absent: no pattern of the closed list could tell, and a question of the lesson `asked` shows it. */
  readonly when?: Predicate;
  readonly asked?: string;
  /** Seconds without a key before it counts. */
  readonly idle?: number;
  /** First a question, then the fact. `{line}`, `{arg}`, `{verb}` and `{tag}` stand for what was typed. */
  readonly nudges: readonly [string, string];
  readonly rfc: Rfc;
}
