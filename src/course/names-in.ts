// Whatever a lesson names is looked for in its world: said at the very word that is not found.
import type { World } from '../core/kernel/world.ts';
import type { Predicate } from '../core/trace/predicate.ts';
import { deedProblems, knobProblems, openedIn, type Scope } from './deed-names.ts';
import type { Act, Deed, Hint } from './lesson.ts';
import { measureProblems } from './measure-names.ts';
import { misconceptionCalled, misconceptions } from './misconceptions/bank.ts';
import { hostProblems, nameProblems, type NameProblem } from './names.ts';
import type { ChoiceBlock, FrontMatter, StepBlock } from './schema/schema.ts';
import { thereAre } from './there-are.ts';
import { WORLD_NAMES } from './world-names.ts';
import { worldNamed } from './worlds.ts';
import type { Block, Path } from './yaml.ts';

/** A step before it is played. */
export interface Outline {
  readonly id: string;
  readonly acts: readonly Act[];
  readonly hints: readonly Hint[];
}
type Complains = Pick<Block<unknown>, 'complain' | 'complainOfKey'>;
/** Told to the file, below `at`. */
function tell({ complain, complainOfKey }: Complains, at: Path, problems: readonly NameProblem[]): void {
  for (const { path, message, key } of problems) (key ? complainOfKey : complain)([...at, ...path], message);
}

export function checkScene(head: Block<FrontMatter>): void {
  const { scene } = head.value;
  const world = worldNamed(scene.world);
  if (!world) {
    head.complain(
      ['scene', 'world'],
      `there is no world ${scene.world}${thereAre(scene.world, WORLD_NAMES)}`,
    );
    return;
  }
  const seats = [...world.consoles, ...scene.consoles].map(({ id }) => id);
  if (!seats.includes(scene.console))
    head.complain(
      ['scene', 'console'],
      `nobody sits at ${scene.console} in this world${thereAre(scene.console, seats)}`,
    );
  scene.consoles.forEach(({ host }, i) =>
    tell(head, ['scene', 'consoles', i], hostProblems(host, world, ['host'])),
  );
  scene.turn.forEach((knob, i) => tell(head, ['scene', 'turn', i], knobProblems(knob, world)));
}
/** Everybody who sits down somewhere in the course of a lesson. */
export function seatsIn(head: FrontMatter, steps: readonly StepBlock[], world: World): readonly string[] {
  const deeds = [
    ...head.wrongPaths.map(({ type }) => type),
    ...head.routes.map(({ type }) => type),
    ...steps.flatMap((step) => deedsIn(step).map(([, list]) => list)),
  ];
  return [...[...world.consoles, ...head.scene.consoles].map(({ id }) => id), ...deeds.flatMap(openedIn)];
}
/** All that is done in a step, and where it is written. */
const deedsIn = ({
  show = [],
  predict,
  acts,
  asks,
}: StepBlock): readonly (readonly [Path, readonly Deed[]])[] => [
  [['show'], show],
  [['predict', 'replay'], predict?.replay ?? []],
  ...acts.map(({ does }, i) => [['acts', i, 'does'], does] as const),
  ...asks.flatMap((ask, i): readonly (readonly [Path, readonly Deed[]])[] => {
    if ('gaps' in ask) return [[['asks', i, 'gaps', 'play'], ask.gaps.play]];
    if ('wrong' in ask) return [[['asks', i, 'wrong', 'play'], ask.wrong.play]];
    return 'reply' in ask ? [[['asks', i, 'reply', 'play'], ask.reply.play]] : [];
  }),
];

export function checkStep(block: Block<StepBlock>, scope: Scope): void {
  const { value, complain } = block;
  const known = { world: scope.world, questions: value.asks.map(({ id }) => id) };
  const check = (at: Path, predicate: Predicate | undefined): void => {
    if (predicate) tell(block, at, nameProblems(predicate, known));
  };
  check(['goal'], value.goal);
  value.hints.forEach((hint, i) => {
    check(['hints', i, 'when'], hint.when);
    if ('m' in hint) checkMisconception(block, ['hints', i, 'm'], hint.m);
  });
  if (value.predict) checkChoice(block, ['predict'], value.predict);
  checkOnce(
    complain,
    'hints',
    'hints',
    value.hints.map((hint) => ('m' in hint ? hint.m : hint.id)),
  );
  checkOnce(
    complain,
    'asks',
    'questions',
    value.asks.map(({ id }) => id),
  );
  checkOnce(
    complain,
    'acts',
    'buttons',
    value.acts.map(({ id }) => id),
  );
  value.asks.forEach((ask, i) => {
    if ('sort' in ask) {
      const { bins, items } = ask.sort;
      tellTwice(complain, ['asks', i, 'sort', 'bins'], bins);
      const texts = items.map(({ text }) => text);
      tellTwice(complain, ['asks', i, 'sort', 'items'], texts);
    }
    if ('measure' in ask) tell(block, ['asks', i, 'measure'], measureProblems(ask.measure, scope.world));
  });
  for (const [at, deeds] of deedsIn(value)) checkDeeds(block, at, deeds, scope);
}
/** Of two that look the same, nobody knows which is right. */
function tellTwice(complain: Complains['complain'], at: Path, texts: readonly string[]): void {
  texts.forEach((text, i) => {
    if (texts.indexOf(text) < i) complain([...at, i], `this is there already: ${text}`);
  });
}
/** What is called by its id is one. */
function checkOnce(complain: Complains['complain'], key: string, what: string, ids: readonly string[]): void {
  ids.forEach((id, i) => {
    if (ids.indexOf(id) < i) complain([key, i, 'id'], `two ${what} of this step are called ${id}`);
  });
}
function checkMisconception({ complain }: Complains, at: Path, m: string): void {
  if (misconceptionCalled(m)) return;
  const known = misconceptions.map(({ id }) => id);
  complain(at, `the bank has no misconception ${m}${thereAre(m, known)}`);
}
export function checkChoice(block: Complains, at: Path, { answer, options }: ChoiceBlock): void {
  if (answer >= options.length)
    block.complain([...at, 'answer'], 'the answer is the index of an option, from 0');
  const texts = options.map((option) => (typeof option === 'string' ? option : option.text));
  tellTwice(block.complain, [...at, 'options'], texts);
  options.forEach((option, i) => {
    if (typeof option === 'string') return;
    const place = [...at, 'options', i, 'm'];
    checkMisconception(block, place, option.m);
    if (i === answer) block.complain(place, 'this is the right answer, which speaks of no misconception');
  });
}
export const checkDeeds = (block: Complains, at: Path, deeds: readonly Deed[], scope: Scope): void =>
  deeds.forEach((deed, i) => tell(block, [...at, i], deedProblems(deed, scope)));

/** `broken`: a step could not be read, and may hide others. */
export function checkWrongPath(
  head: Block<FrontMatter>,
  i: number,
  steps: readonly Outline[],
  broken: boolean,
  scope: Scope | undefined,
): void {
  const { value, complain } = head;
  const path = value.wrongPaths[i];
  if (!path) return;
  if (scope) checkDeeds(head, ['wrongPaths', i, 'type'], path.type, scope);
  const found = steps.find(({ id }) => id === path.step);
  if (!found && broken) return;
  const ids = steps.map(({ id }) => id);
  const offered = (found?.hints ?? []).filter(({ when }) => when).map(({ id }) => id);
  if (!found) complain(['wrongPaths', i, 'step'], `there is no step ${path.step}${thereAre(path.step, ids)}`);
  else if (!offered.includes(path.hint))
    complain(
      ['wrongPaths', i, 'hint'],
      `step ${path.step} has no hint ${path.hint} with a condition${thereAre(path.hint, offered)}`,
    );
}
