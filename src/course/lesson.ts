// A lesson as the compiler leaves it: data only, so that a page can show it without knowing how it was written.
import type { Root } from 'hast';
import type { Predicate } from '../core/trace/predicate.ts';

/** Prose, ready to be drawn: sanitised, without positions. */
export type Prose = Root;

export interface Question {
  readonly id: string;
  readonly q: Prose;
  /** Any of these, give or take spaces, capitals and marks between digits. */
  readonly accept: readonly string[];
}
export interface Choice {
  readonly q: Prose;
  readonly options: readonly Prose[];
  /** Index of the right one. */
  readonly answer: number;
  readonly why: Prose;
  readonly rfc: string | undefined;
}
export interface Hint {
  readonly id: string;
  readonly text: Prose;
  /** Offered unasked when this holds. */
  readonly when: Predicate | undefined;
}
export interface Step {
  readonly id: string;
  readonly title: string;
  readonly prose: Prose;
  readonly goal: Predicate;
  readonly asks: readonly Question[];
  /** To be answered before the step is tried. */
  readonly predict: Choice | undefined;
  readonly hints: readonly Hint[];
  /** Lines that reach the goal: "show me", and the solution that the checker plays. */
  readonly show: readonly string[];
}
export interface Scene {
  /** A scenario of the catalogue. */
  readonly world: string;
  readonly console: string;
}
/** Another correct way through the whole lesson. */
export interface Route {
  readonly title: string;
  readonly type: readonly string[];
}
/** Played by the checker after the steps before: the hint fires, and the goal stays out of reach. */
export interface WrongPath {
  readonly step: string;
  readonly type: readonly string[];
  readonly hint: string;
}
export interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly track: string;
  readonly prereqs: readonly string[];
  readonly minutes: number;
  readonly rfc: readonly string[];
  readonly objective: Prose;
  readonly scene: Scene;
  readonly intro: Prose;
  readonly steps: readonly Step[];
  readonly quiz: readonly Choice[];
  readonly routes: readonly Route[];
  readonly wrongPaths: readonly WrongPath[];
  readonly teacher: { readonly ask: Prose; readonly board: Prose; readonly minutes: number };
}
