// What the store holds: a session of branches, and the moment of one of them that is painted.
import type { Timeline } from '../core/kernel/timeline.ts';
import type { Input } from '../core/kernel/world.ts';
import type { TraceEvent } from '../core/trace/event.ts';
import type { Schedule } from '../core/trace/schedule.ts';
import type { Lab } from './lab.ts';

/** The world of everybody who asked for no other. */
export const STANDARD = 'standard';
/** What somebody else has shared is played beside one's own, as lessons are: under this name. */
export const SHARED = 'shared';
export interface Branch {
  readonly id: number;
  /** Given by a person; '' until then. */
  readonly name: string;
  /** What was typed where it left its parent; '' for the first. */
  readonly firstLine: string;
  readonly parent: number | null;
  /** Inputs it has in common with its parent. */
  readonly forkedAt: number;
  readonly timeline: Timeline;
}
/** A moment to come back to. */
export interface Mark {
  /** 1 to 9; no two have the same. */
  readonly n: number;
  readonly branch: number;
  /** Index in that branch's trace of the latest event; -1: the start. */
  readonly event: number;
}
/** Everything a reload brings back. */
export interface Session {
  /** The lesson it is played in; '': free play. Each has a session of its own. */
  readonly lesson: string;
  /** The name of the world in which it began. */
  readonly world: string;
  /** What had been done to that world before: a lesson sets its scene. */
  readonly before: readonly Input[];
  readonly branches: readonly Branch[];
  readonly branch: number;
  /** By number. */
  readonly marks: readonly Mark[];
  /** Somebody has done something in it: it is more than what was shown, or opened. */
  readonly own: boolean;
}
/** What was put away. */
export interface PutAway {
  readonly own: boolean;
  /** Undefined: it was put away in an earlier visit, and is played again when it is wanted. */
  readonly session: Session | undefined;
  /** What was kept of that visit. */
  readonly saved?: unknown;
}
export interface Problem {
  /** What was kept cannot be read; another tab is the one that keeps; what was kept was played by another engine, `detail`. */
  readonly kind: 'corrupt' | 'elsewhere' | 'engine';
  readonly detail: string;
}
export interface EngineState extends Session {
  /** Undefined until the simulation is loaded; what is typed till then waits. */
  readonly lab: Lab | undefined;
  /** Bumps whenever a timeline grows: timelines grow in place. */
  readonly version: number;
  readonly timeline: Timeline;
  readonly trace: readonly TraceEvent[];
  readonly schedule: Schedule;
  /** Display milliseconds painted now. */
  readonly time: number;
  /** The head is followed: what happens next is played as it happens. */
  readonly live: boolean;
  readonly playing: 'no' | 'forward' | 'back';
  /** 0.1 to 8. */
  readonly speed: number;
  /** Each reply is held until somebody lets it come. On display only: what is typed goes on. */
  readonly gated: boolean;
  /** The reply let through last, by its place in the trace; -1: none. */
  readonly passed: number;
  /** Playing goes no further than this display time. */
  readonly barrier: number;
  /** Nothing flies: every step is painted at its end. */
  readonly reduced: boolean;
  /** In focus. */
  readonly console: string;
  /** What was done before the simulation was there, or the part of it that is needed: it waits, in order. */
  readonly waiting: readonly (readonly Input[])[];
  /** Why it waits. `failed`: the next thing done tries again. `replay`: what was done last time comes first. */
  readonly fetching: 'no' | 'part' | 'failed' | 'busy' | 'replay';
  /** Bumps whenever a part has come. */
  readonly parts: number;
  /** What was put away, the last first. */
  readonly attic: readonly PutAway[];
  readonly problem: Problem | undefined;
}
