// Whatever a lesson names is looked for in its world: said at the very word that is not found.
import { changed, type Change } from '../core/host/change.ts';
import { isSetting } from '../core/host/policy.ts';
import type { World } from '../core/kernel/world.ts';
import type { Predicate } from '../core/trace/predicate.ts';
import type { Act, Deed, Hint } from './lesson.ts';
import { misconceptionCalled } from './misconceptions/bank.ts';
import { nameProblems } from './names.ts';
import type { FrontMatter, StepBlock } from './schema/schema.ts';
import { worldNamed } from './worlds.ts';
import type { Block, Path } from './yaml.ts';

/** A step before it is played. */
export interface Outline {
  readonly id: string;
  readonly acts: readonly Act[];
  readonly hints: readonly Hint[];
}
export function checkScene({ value: { scene }, complain }: Block<FrontMatter>): void {
  const world = worldNamed(scene.world);
  if (!world) {
    complain(['scene', 'world'], `there is no world ${scene.world}`);
    return;
  }
  const seats = [...world.consoles, ...scene.consoles];
  if (!seats.some(({ id }) => id === scene.console))
    complain(['scene', 'console'], `nobody sits at ${scene.console} in this world`);
  scene.consoles.forEach(({ host }, i) => {
    if (!Object.hasOwn(world.hosts, host))
      complain(['scene', 'consoles', i, 'host'], `this world has no host ${host}`);
  });
  scene.turn.forEach((knob, i) => {
    const wrong = knobProblem(knob, world);
    if (wrong !== '') complain(['scene', 'turn', i], wrong);
  });
}
/** '' for none. */
function knobProblem(knob: Change, world: World): string {
  const missing = (knob.type === 'policy' ? [knob.host] : knob.type === 'link' ? knob.between : []).find(
    (host) => !Object.hasOwn(world.hosts, host),
  );
  if (missing !== undefined) return `this world has no host ${missing}`;
  const expected = changed(world, knob, world.epoch).expected ?? '';
  if (knob.type !== 'policy' || expected === '') return expected && `expected ${expected}`;
  const odd = Object.entries(knob.set).find(([name, value]) => !isSetting(name, value));
  return odd ? `there is no such knob, or no such value of it: ${odd[0]}` : `expected ${expected}`;
}

/** `acts`: those of this step and of the steps before. */
export function checkStep({ value, complain }: Block<StepBlock>, world: World, acts: readonly Act[]): void {
  const known = { world, questions: value.asks.map(({ id }) => id) };
  const check = (at: Path, predicate: Predicate | undefined): void => {
    if (!predicate) return;
    for (const { path, message } of nameProblems(predicate, known)) complain([...at, ...path], message);
  };
  check(['goal'], value.goal);
  value.hints.forEach((hint, i) => {
    check(['hints', i, 'when'], hint.when);
    if ('m' in hint && !misconceptionCalled(hint.m))
      complain(['hints', i, 'm'], `the bank has no misconception ${hint.m}`);
  });
  if (value.predict && value.predict.answer >= value.predict.options.length)
    complain(['predict', 'answer'], 'the answer is the index of an option, from 0');
  deedProblems({ value, complain }, ['show'], value.show ?? [], acts);
  deedProblems({ value, complain }, ['predict', 'replay'], value.predict?.replay ?? [], acts);
  value.acts.forEach(({ does }, i) => deedProblems({ value, complain }, ['acts', i, 'does'], does, acts));
}
type Complains = Pick<Block<unknown>, 'complain'>;
function deedProblems(
  { complain }: Complains & { readonly value: unknown },
  path: Path,
  deeds: readonly Deed[],
  acts: readonly Act[],
): void {
  deeds.forEach((deed, i) => {
    if (typeof deed !== 'string' && 'act' in deed && !acts.some(({ id }) => id === deed.act))
      complain([...path, i, 'act'], `no step up to here has a button ${deed.act}`);
  });
}
export const checkDeeds = (
  block: Block<unknown>,
  path: Path,
  deeds: readonly Deed[],
  steps: readonly Outline[],
): void =>
  deedProblems(
    block,
    path,
    deeds,
    steps.flatMap(({ acts }) => acts),
  );

export function checkWrongPath(head: Block<FrontMatter>, i: number, steps: readonly Outline[]): void {
  const { value, complain } = head;
  const path = value.wrongPaths[i];
  if (!path) return;
  const found = steps.find(({ id }) => id === path.step);
  if (!found) complain(['wrongPaths', i, 'step'], `there is no step ${path.step}`);
  else if (!found.hints.some(({ id, when }) => id === path.hint && when))
    complain(['wrongPaths', i, 'hint'], `step ${path.step} has no hint ${path.hint} with a condition`);
  checkDeeds(head, ['wrongPaths', i, 'type'], path.type, steps);
}
