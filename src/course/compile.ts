// lesson.md to Lesson. Whatever is wrong is told to the file, with line and column.
import type { Heading, Nodes, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import type { World } from '../core/kernel/world.ts';
import { excessIn } from './bounds.ts';
import { choiceFrom, hintFrom, stepFrom } from './compile-step.ts';
import type { Lesson, Scene, Step } from './lesson.ts';
import type { Scope } from './deed-names.ts';
import {
  checkChoice,
  checkDeeds,
  checkScene,
  checkStep,
  checkWrongPath,
  seatsIn,
  type Outline,
} from './names-in.ts';
import { startOf, TooLong } from './play.ts';
import { inlineProse, proseOf } from './prose.ts';
import { frontMatter, stepSchema, type FrontMatter, type StepBlock } from './schema/schema.ts';
import { worldNamed } from './worlds.ts';
import { readBlock, type Block, type Path, type Point } from './yaml.ts';

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();
const HEADING_ID = /\s*\{#([a-z][a-z0-9-]*)\}\s*$/;

export interface Compiled {
  readonly lesson: Lesson;
  /** Where in the file a part of the lesson stands: `['steps', 'login', 'hints', 0]`, `['wrongPaths', 2]`. */
  readonly at: (path: Path) => Point;
}
/** Undefined: the file's messages say why. Total: whatever a file holds, it is told. */
export function compileLesson(file: VFile): Compiled | undefined {
  // as an editor counts lines: one may have ended them otherwise, or begun the file with a mark of its own
  file.value = String(file)
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n');
  const excess = excessIn(String(file));
  if (excess) return failAt(file, excess, excess.message);
  try {
    return compiledFrom(file);
  } catch (error) {
    const why = error instanceof TooLong ? error.message : `this cannot be read: ${String(error)}`;
    return failAt(file, { line: 1, column: 1 }, why);
  }
}
function compiledFrom(file: VFile): Compiled | undefined {
  const tree = parser.parse(file);
  const [front, ...body] = tree.children;
  if (front?.type !== 'yaml')
    return fail(
      file,
      front,
      /^---\s/.test(String(file))
        ? 'the front matter that begins here has no end: a line ---'
        : 'a lesson begins with front matter between two lines ---',
    );
  const origin = { line: (front.position?.start.line ?? 1) + 1, column: 1 };
  const head = readBlock(file, front.value, origin, frontMatter);
  const sections = sectionsOf(body);
  if (sections.length === 0) fail(file, front, 'a lesson has at least one step: ## Heading {#id}');
  const read = sections.flatMap((section) => sectionRead(file, section) ?? []);
  const names = sections.map(({ heading }) => idOf(heading));
  sections.forEach(({ heading }, i) => {
    if (names[i] !== undefined && names.indexOf(names[i]) < i)
      fail(file, heading, `two steps are called ${names[i]}`);
  });
  for (const picture of picturesIn(tree))
    fail(file, picture, 'a lesson shows no pictures: what it shows, the engine does');
  if (!head) return undefined;
  checkScene(head);
  const world = worldNamed(head.value.scene.world);
  const broken = read.length < sections.length;
  const scope = world && scopeOf(head.value, read, world, broken);
  checkFrontMatter(head, outlineOf(read), broken, scope);
  if (scope) checkSteps(read, scope);
  const scene = sceneOf(head.value);
  if (file.messages.some(({ fatal }) => fatal)) return undefined;
  const lesson = lessonFrom(head.value, proseOf(introOf(tree)), stepsOf(scene, read));
  return file.messages.some(({ fatal }) => fatal) ? undefined : { lesson, at: placesIn(head, read) };
}
type Placed = { position?: Nodes['position'] } | undefined;
const fail = (file: VFile, at: Placed, message: string): undefined =>
  failAt(file, at?.position?.start ?? { line: 1, column: 1 }, message);
function failAt(file: VFile, place: Point, message: string): undefined {
  file.message(message, { place, ruleId: 'shape', source: 'lesson' }).fatal = true;
  return undefined;
}

interface Section {
  readonly heading: Heading;
  readonly content: readonly RootContent[];
}
const isStepHeading = (node: RootContent): node is Heading => node.type === 'heading' && node.depth === 2;
function sectionsOf(body: readonly RootContent[]): readonly Section[] {
  const starts = body.flatMap((node, i) => (isStepHeading(node) ? [{ heading: node, i }] : []));
  return starts.map(({ heading, i }, n) => ({ heading, content: body.slice(i + 1, starts[n + 1]?.i) }));
}
const introOf = ({ children }: Root): readonly RootContent[] => {
  const first = children.findIndex(isStepHeading);
  return children.slice(1, first < 0 ? undefined : first);
};

/** A step as it was read: not yet played. */
interface Read {
  readonly id: string;
  readonly title: string;
  readonly prose: Step['prose'];
  readonly block: Block<StepBlock>;
  readonly heading: Point;
}
function idOf({ children }: Heading): string | undefined {
  const last = children.at(-1);
  return last?.type === 'text' ? HEADING_ID.exec(last.value)?.[1] : undefined;
}
function picturesIn(node: Nodes): readonly Nodes[] {
  if (node.type === 'image' || node.type === 'imageReference') return [node];
  return 'children' in node ? node.children.flatMap(picturesIn) : [];
}
function sectionRead(file: VFile, { heading, content }: Section): Read | undefined {
  const last = heading.children.at(-1);
  const id = idOf(heading);
  if (last?.type !== 'text' || id === undefined)
    return fail(file, heading, 'a step is named: ## Heading {#id}');
  const blocks = content.filter((node) => node.type === 'code' && node.lang === 'step');
  const [fence] = blocks;
  if (fence?.type !== 'code' || blocks.length > 1)
    return fail(file, heading, 'a step has one fenced block: ```step');
  const start = fence.position?.start ?? { line: 1, column: 1 };
  const block = readBlock(file, fence.value, { line: start.line + 1, column: start.column }, stepSchema);
  if (!block) return undefined;
  const title = [...heading.children.slice(0, -1), { ...last, value: last.value.replace(HEADING_ID, '') }];
  return {
    id,
    title: title.map((node) => ('value' in node ? node.value : '')).join(''),
    prose: proseOf(content.filter((node) => node !== fence)),
    block,
    heading: heading.position?.start ?? { line: 1, column: 1 },
  };
}
const outlineOf = (read: readonly Read[]): readonly Outline[] =>
  read.map(({ id, block: { value } }) => ({ id, acts: value.acts, hints: value.hints.map(hintFrom) }));
function scopeOf(head: FrontMatter, read: readonly Read[], world: World, broken: boolean): Scope {
  const steps = read.map(({ block }) => block.value);
  const acts = broken ? undefined : steps.flatMap((step) => step.acts);
  return { world, consoles: seatsIn(head, steps, world), acts };
}
function checkSteps(read: readonly Read[], scope: Scope): void {
  read.forEach(({ block }, i) => {
    const acts = read.slice(0, i + 1).flatMap((it) => it.block.value.acts);
    checkStep(block, { ...scope, acts: scope.acts && acts });
  });
}
/** One after the other: what a step shows of the engine begins where the steps before it have led. */
function stepsOf(scene: Scene, read: readonly Read[]): readonly Step[] {
  const start = startOf(scene);
  const steps: Step[] = [];
  for (const { id, title, prose, block } of start ? read : [])
    if (start)
      steps.push(stepFrom({ id, title, prose }, block, { stage: { start, console: scene.console }, steps }));
  return steps;
}

function checkFrontMatter(
  head: Block<FrontMatter>,
  steps: readonly Outline[],
  broken: boolean,
  scope: Scope | undefined,
): void {
  const { wrongPaths, routes, quiz } = head.value;
  wrongPaths.forEach((_path, i) => checkWrongPath(head, i, steps, broken, scope));
  if (scope) routes.forEach(({ type }, i) => checkDeeds(head, ['routes', i, 'type'], type, scope));
  quiz.forEach((choice, i) => checkChoice(head, ['quiz', i], choice));
}
function placesIn(head: Block<FrontMatter>, read: readonly Read[]): Compiled['at'] {
  return ([first, id, ...path]) => {
    if (first !== 'steps')
      return head.at(first === undefined ? [] : id === undefined ? [first] : [first, id, ...path]);
    const step = read.find((it) => it.id === id);
    if (!step) return { line: 1, column: 1 };
    return path.length === 0 ? step.heading : step.block.at(path);
  };
}
const sceneOf = ({ scene: { world, console, consoles, turn, watch } }: FrontMatter): Scene => ({
  world,
  console,
  consoles,
  turn,
  watch,
});
const lessonFrom = (head: FrontMatter, intro: Lesson['intro'], steps: readonly Step[]): Lesson => ({
  id: head.id,
  title: head.title,
  track: head.track,
  prereqs: head.prereqs,
  minutes: head.minutes,
  rfc: head.rfc,
  objective: inlineProse(head.objective),
  scene: sceneOf(head),
  intro,
  steps,
  quiz: head.quiz.map(choiceFrom),
  routes: head.routes,
  wrongPaths: head.wrongPaths,
  teacher: {
    ask: inlineProse(head.teacher.ask),
    board: inlineProse(head.teacher.board),
    watch: head.teacher.watch === undefined ? undefined : inlineProse(head.teacher.watch),
    minutes: head.teacher.minutes,
  },
});
