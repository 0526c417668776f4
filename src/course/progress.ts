// How far a learner is: a function of the trace up to the cursor and of what was answered. Never looks at the interface.
import type { World } from '../core/kernel/world.ts';
import type { TraceEvent } from '../core/trace/event.ts';
import { folded } from '../core/trace/folded.ts';
import {
  goalOf,
  NOT_YET,
  type Answers,
  type Goal,
  type GoalState,
  type Verdict,
} from '../core/trace/goal.ts';
import type { Why } from '../core/trace/predicate.ts';
import {
  corrected,
  correctionOf,
  forbiddenIn,
  noCorrection,
  type Correction,
  type CorrectionState,
  type Moment,
} from './correction.ts';
import { isRead, isRight } from './answer.ts';
import type { Hint, Lesson, Question, Step } from './lesson.ts';

/** What was answered, by `step/question`. */
export type Given = Readonly<Record<string, string>>;
/** How many events there were when it was answered: what is read from a session, like a size, may be another one later. */
export type Asked = Readonly<Record<string, number>>;
export interface AskProgress {
  readonly id: string;
  readonly given: string;
  readonly right: boolean;
}
export interface HintProgress {
  readonly id: string;
  /** What it is about has happened and is not put right, while the goal is not met: offer it unasked. */
  readonly fired: boolean;
  /** Index of the event that brought it up; -1: none did. */
  readonly at: number;
}
export interface StepProgress {
  readonly id: string;
  readonly met: boolean;
  /** Index of the event that reached what the trace can show of it; -1: none. */
  readonly at: number;
  /** Why not yet; words by `reasonText`. */
  readonly why: readonly Why[];
  readonly asks: readonly AskProgress[];
  readonly hints: readonly HintProgress[];
}
export interface Progress {
  readonly steps: readonly StepProgress[];
  /** The first step that is not met; undefined: all are. */
  readonly current: string | undefined;
  readonly done: boolean;
}

interface Tracked {
  readonly goal: Goal;
  readonly hints: readonly (Correction | undefined)[];
}
interface StepState {
  readonly goal: GoalState;
  readonly hints: readonly (CorrectionState | undefined)[];
}
type Tracker = (trace: readonly TraceEvent[], count: number) => readonly StepState[];
interface Kept {
  readonly steps: readonly Tracked[];
  readonly states: Tracker;
}
const kept = new WeakMap<Lesson, WeakMap<World, Kept>>();

/** After the first `count` events of a trace that began in `start`. */
export function progressOf(
  lesson: Lesson,
  start: World,
  trace: readonly TraceEvent[],
  given: Given = {},
  count: number = trace.length,
  asked: Asked = {},
): Progress {
  const { steps: tracked, states } = trackedIn(lesson, start);
  const now = states(trace, count);
  const seen = count < trace.length ? trace.slice(0, count) : trace;
  const steps = lesson.steps.flatMap((step, i): readonly StepProgress[] => {
    const [goals, state] = [tracked[i], now[i]];
    return goals && state ? [stepProgress(step, goals, state, { given, asked, seen })] : [];
  });
  const current = steps.find(({ met }) => !met)?.id;
  return { steps, current, done: current === undefined };
}
interface Session {
  readonly given: Given;
  readonly asked: Asked;
  readonly seen: readonly TraceEvent[];
}
function stepProgress(
  step: Step,
  goals: Tracked,
  state: StepState,
  { given, asked, seen }: Session,
): StepProgress {
  const asks = step.asks.map((question): AskProgress => {
    const key = `${step.id}/${question.id}`;
    const answer = given[key] ?? '';
    const right = hasBeenRight(question, answer, seen, asked[key] ?? Infinity);
    return { id: question.id, given: answer, right };
  });
  const answers: Answers = Object.fromEntries(
    asks.map(({ id, given: text, right }) => [id, text === '' ? undefined : right]),
  );
  const verdict: Verdict = goals.goal.verdict(state.goal, answers);
  const hints = step.hints.map(({ id }, i): HintProgress => {
    const hint = state.hints[i];
    return { id, fired: !verdict.met && hint?.fired === true, at: hint?.event ?? -1 };
  });
  return { id: step.id, met: verdict.met, at: verdict.at, why: verdict.why, asks, hints };
}
/** Now, after the first `from` events, or whenever something was done since. */
function hasBeenRight(
  question: Question,
  answer: string,
  seen: readonly TraceEvent[],
  from: number,
): boolean {
  if (isRight(question, answer, seen)) return true;
  if (answer === '' || !isRead(question)) return false;
  for (let n = from; n < seen.length; n++)
    if ((n === from || seen[n]?.cause === 0) && isRight(question, answer, seen.slice(0, n))) return true;
  return false;
}

function trackedIn(lesson: Lesson, start: World): Kept {
  const worlds = kept.get(lesson) ?? new WeakMap<World, Kept>();
  kept.set(lesson, worlds);
  const known = worlds.get(start) ?? track(lesson, start);
  worlds.set(start, known);
  return known;
}
function track(lesson: Lesson, start: World): Kept {
  const steps = lesson.steps.map((step): Tracked => {
    const forbidden = forbiddenIn(step.goal);
    const hintGoal = ({ when }: Hint): Correction | undefined => when && correctionOf(when, start, forbidden);
    return { goal: goalOf(step.goal, start), hints: step.hints.map(hintGoal) };
  });
  const begin = steps.map(({ goal, hints }): StepState => ({
    goal: goal.start,
    hints: hints.map((hint) => hint && noCorrection(hint)),
  }));
  const states = folded<readonly StepState[]>(begin, (before, event, index, trace) => {
    const after = before.map((state, i): StepState => {
      const goals = steps[i];
      const begun = i === 0 || before[i - 1]?.goal.since !== NOT_YET;
      return goals ? stepAfter(goals, state, { event, index, trace, begun }) : state;
    });
    return after.every((state, i) => state === before[i]) ? before : after;
  });
  return { steps, states };
}
function stepAfter(goals: Tracked, state: StepState, moment: Moment): StepState {
  const { event, index, trace } = moment;
  const goal = goals.goal.on(state.goal, event, index, trace);
  const hints = state.hints.map((hint, n) => {
    const correction = goals.hints[n];
    return hint && correction && corrected(correction, hint, moment);
  });
  const same = goal === state.goal && hints.every((hint, n) => hint === state.hints[n]);
  return same ? state : { goal, hints };
}
