// What may stand in a lesson's front matter and in its step blocks. Strict: a misspelt key is an error, not a silence.
import {
  array,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  pipe,
  regex,
  string,
  type GenericSchema,
  type InferOutput,
} from 'valibot';
import { PANELS } from '../lesson.ts';
import { ask } from './ask.ts';
import { deeds, knob } from './deed.ts';
import { predicate } from './predicate.ts';
import { block, byKey, oneOf, rfc, slug, textOr, whole, words } from './words.ts';

const misconception = pipe(string(), regex(/^M\d\d$/, 'must be the number of a misconception: M03'));
const lessonId = pipe(string(), regex(/^[A-Z]\d+$/, 'must be a track letter and a number: P1'));
type Option = string | { readonly text: string; readonly m: string };
const option = textOr<Option>(words, block({ text: words, m: misconception }));
const choice = {
  q: words,
  options: pipe(
    array(option),
    minLength(2, 'must give a choice'),
    maxLength(9, 'must not give more than nine'),
  ),
  answer: whole,
  why: words,
  rfc: optional(rfc),
};
/** `m`: one of the bank's, with its own words and its own condition unless another one is given. */
type HintBlock =
  | {
      readonly id: string;
      readonly text: string;
      readonly more?: string | undefined;
      readonly when?: InferOutput<typeof predicate> | undefined;
      readonly idle?: number | undefined;
    }
  | {
      readonly m: string;
      readonly when?: InferOutput<typeof predicate> | undefined;
      readonly idle?: number | undefined;
    };
const hint: GenericSchema<unknown, HintBlock> = byKey<HintBlock>({
  m: block({ m: misconception, when: optional(predicate), idle: optional(whole) }),
  text: block({
    id: slug,
    text: words,
    more: optional(words),
    when: optional(predicate),
    idle: optional(whole),
  }),
});
export const stepSchema = block({
  goal: predicate,
  rfc: optional(array(rfc), []),
  asks: optional(array(ask), []),
  predict: optional(block({ ...choice, replay: optional(deeds) })),
  acts: optional(array(block({ id: slug, title: words, does: deeds })), []),
  hints: pipe(
    array(hint),
    minLength(1, 'must have at least one hint'),
    maxLength(9, 'must not have more than nine'),
  ),
  show: optional(deeds),
});
export const frontMatter = block({
  id: lessonId,
  title: words,
  track: slug,
  prereqs: array(lessonId),
  minutes: pipe(
    number(),
    integer('must be a whole number'),
    minValue(1, 'must be 1 at least'),
    maxValue(240, 'must not be more than 240'),
  ),
  rfc: pipe(array(rfc), minLength(1, 'must name one at least')),
  objective: words,
  scene: block({
    world: slug,
    console: words,
    consoles: optional(array(block({ id: words, host: words })), []),
    turn: optional(array(knob), []),
    watch: optional(array(oneOf(PANELS)), []),
  }),
  routes: optional(array(block({ title: words, type: deeds })), []),
  wrongPaths: pipe(
    array(
      block({
        step: slug,
        type: deeds,
        hint: pipe(
          string(),
          regex(/^(?:M\d\d|[a-z][a-z0-9-]*)$/, 'must be the id of a hint, or the number of a misconception'),
        ),
      }),
    ),
    minLength(1, 'must have at least one'),
  ),
  quiz: pipe(array(block(choice)), minLength(1, 'must have one question at least')),
  teacher: block({ ask: words, board: words, watch: optional(words), minutes: whole }),
});
/** tracks.yaml. */
export const tracksSchema = block({
  tracks: array(block({ id: slug, letter: pipe(string(), regex(/^[A-Z]$/)), title: words, about: words })),
  path: array(lessonId),
});
export type FrontMatter = InferOutput<typeof frontMatter>;
export type StepBlock = InferOutput<typeof stepSchema>;
export type ChoiceBlock = FrontMatter['quiz'][number];
