// A belief that leads people astray, or a slip of the hand: how it shows, and what to say.
import type { Rfc } from '../../core/base/ids.ts';
import type { Predicate } from '../../core/trace/predicate.ts';

export interface Misconception {
  /** `M03`. */
  readonly id: string;
  /** What somebody believes, in their words. */
  readonly belief: string;
  /** What it looks like in a trace; absent: it shows in answers alone, and `unseen` says why. */
  readonly when?: Predicate;
  /** Why no trace shows it, or no pattern of the closed list could tell. */
  readonly unseen?: string;
  /** Seconds without a key before it counts. */
  readonly idle?: number;
  /** First a question, then the fact. `{line}`, `{arg}`, `{verb}` and `{tag}` stand for what was typed. */
  readonly nudges: readonly [string, string];
  readonly rfc: Rfc;
}
