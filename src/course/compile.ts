// lesson.md to Lesson. Whatever is wrong is told to the file, with line and column.
import type { Heading, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import type { Predicate } from '../core/trace/predicate.ts';
import type { Choice, Lesson, Step } from './lesson.ts';
import { nameProblems } from './names.ts';
import { inlineProse, proseOf } from './prose.ts';
import { frontMatter, stepSchema, type FrontMatter, type StepBlock } from './schema.ts';
import { worldNamed } from './worlds.ts';
import { readBlock, type Block } from './yaml.ts';

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();
const HEADING_ID = /\s*\{#([a-z][a-z0-9-]*)\}\s*$/;

/** Undefined: the file's messages say why. */
export function compileLesson(file: VFile): Lesson | undefined {
  const tree = parser.parse(file);
  const [front, ...body] = tree.children;
  if (front?.type !== 'yaml')
    return fail(file, front, 'a lesson begins with front matter between two lines ---');
  const origin = { line: (front.position?.start.line ?? 1) + 1, column: 1 };
  const head = readBlock(file, front.value, origin, frontMatter);
  const sections = sectionsOf(body);
  const steps = sections.flatMap((section) => stepOf(file, section, head?.value.scene.world) ?? []);
  if (!head) return undefined;
  checkFrontMatter(head, steps);
  if (steps.length === 0) fail(file, front, 'a lesson has at least one step: ## Heading {#id}');
  if (file.messages.some(({ fatal }) => fatal)) return undefined;
  return lessonFrom(head.value, proseOf(introOf(tree)), steps);
}
function fail(
  file: VFile,
  at: { position?: RootContent['position'] } | undefined,
  message: string,
): undefined {
  file.message(message, {
    place: at?.position ?? { line: 1, column: 1 },
    ruleId: 'shape',
    source: 'lesson',
  }).fatal = true;
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

function stepOf(file: VFile, { heading, content }: Section, worldName: string | undefined): Step | undefined {
  const last = heading.children.at(-1);
  const id = last?.type === 'text' ? HEADING_ID.exec(last.value)?.[1] : undefined;
  if (last?.type !== 'text' || id === undefined)
    return fail(file, heading, 'a step is named: ## Heading {#id}');
  const blocks = content.filter((node) => node.type === 'code' && node.lang === 'step');
  const [block] = blocks;
  if (block?.type !== 'code' || blocks.length > 1)
    return fail(file, heading, 'a step has one fenced block: ```step');
  const start = block.position?.start ?? { line: 1, column: 1 };
  const read = readBlock(file, block.value, { line: start.line + 1, column: start.column }, stepSchema);
  if (!read) return undefined;
  checkStep(read, worldName);
  const title = [...heading.children.slice(0, -1), { ...last, value: last.value.replace(HEADING_ID, '') }];
  const prose = proseOf(content.filter((node) => node !== block));
  return stepFrom(id, title.map((node) => ('value' in node ? node.value : '')).join(''), prose, read.value);
}
function checkStep({ value, complain }: Block<StepBlock>, worldName: string | undefined): void {
  const world = worldName === undefined ? undefined : worldNamed(worldName);
  if (!world) return;
  const known = { world, questions: value.asks.map(({ id }) => id) };
  const check = (at: readonly (string | number)[], predicate: Predicate | undefined): void => {
    if (!predicate) return;
    for (const { path, message } of nameProblems(predicate, known)) complain([...at, ...path], message);
  };
  check(['goal'], value.goal);
  value.hints.forEach(({ when }, i) => check(['hints', i, 'when'], when));
  if (value.predict && value.predict.answer >= value.predict.options.length)
    complain(['predict', 'answer'], 'the answer is the index of an option, from 0');
}
function checkFrontMatter({ value, complain }: Block<FrontMatter>, steps: readonly Step[]): void {
  const world = worldNamed(value.scene.world);
  if (!world) complain(['scene', 'world'], `there is no world ${value.scene.world}`);
  else if (!world.consoles.some(({ id }) => id === value.scene.console))
    complain(['scene', 'console'], `nobody sits at ${value.scene.console} in this world`);
  const doubled = steps.find(({ id }, i) => steps.slice(0, i).some((other) => other.id === id));
  if (doubled) complain(['id'], `two steps are called ${doubled.id}`);
  value.wrongPaths.forEach(({ step, hint }, i) => {
    const found = steps.find(({ id }) => id === step);
    if (!found) complain(['wrongPaths', i, 'step'], `there is no step ${step}`);
    else if (!found.hints.some(({ id, when }) => id === hint && when))
      complain(['wrongPaths', i, 'hint'], `step ${step} has no hint ${hint} with a condition`);
  });
  value.quiz.forEach(({ answer, options }, i) => {
    if (answer >= options.length)
      complain(['quiz', i, 'answer'], 'the answer is the index of an option, from 0');
  });
}

const choiceFrom = ({ q, options, answer, why, rfc }: FrontMatter['quiz'][number]): Choice => ({
  q: inlineProse(q),
  options: options.map(inlineProse),
  answer,
  why: inlineProse(why),
  rfc,
});
const stepFrom = (id: string, title: string, prose: Step['prose'], block: StepBlock): Step => ({
  id,
  title,
  prose,
  goal: block.goal,
  asks: block.asks.map(({ id: question, q, accept }) => ({ id: question, q: inlineProse(q), accept })),
  predict: block.predict && choiceFrom(block.predict),
  hints: block.hints.map(({ id: hint, text, when }) => ({ id: hint, text: inlineProse(text), when })),
  show: block.show,
});
const lessonFrom = (head: FrontMatter, intro: Lesson['intro'], steps: readonly Step[]): Lesson => ({
  id: head.id,
  title: head.title,
  track: head.track,
  prereqs: head.prereqs,
  minutes: head.minutes,
  rfc: head.rfc,
  objective: inlineProse(head.objective),
  scene: head.scene,
  intro,
  steps,
  quiz: head.quiz.map(choiceFrom),
  routes: head.routes,
  wrongPaths: head.wrongPaths,
  teacher: {
    ask: inlineProse(head.teacher.ask),
    board: inlineProse(head.teacher.board),
    minutes: head.teacher.minutes,
  },
});
