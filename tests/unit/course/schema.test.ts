import { readFileSync } from 'node:fs';
import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { misconceptions } from '../../../src/course/misconceptions/bank.ts';
import { jsonSchema } from '../../../src/course/schema/json.ts';
import { frontMatter, stepSchema } from '../../../src/course/schema/schema.ts';

const written = JSON.parse(
  readFileSync(new URL('../../../lessons/schema.json', import.meta.url), 'utf8'),
) as Json;
it('lessons/schema.json is what the code accepts; else run npm run lessons:schema', () => {
  expect(written).toEqual(JSON.parse(JSON.stringify(jsonSchema())));
});

/** As much of JSON Schema as the file uses. */
interface Json {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Json>>;
  readonly anyOf?: readonly Json[];
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Json;
  readonly prefixItems?: readonly Json[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Json;
}
const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
const isOfType = (value: unknown, type: string): boolean =>
  type === 'integer' ? Number.isInteger(value) : typeOf(value) === type;
/** What an editor makes of it. */
function admits(schema: Json, value: unknown): boolean {
  const { $ref, anyOf, type, enum: list } = schema;
  if ($ref !== undefined && !admits(written.$defs?.[$ref.replace('#/$defs/', '')] ?? {}, value)) return false;
  if (anyOf && !anyOf.some((one) => admits(one, value))) return false;
  if (type !== undefined && !isOfType(value, type)) return false;
  return (!list || list.includes(value)) && admitsInside(schema, value);
}
function admitsInside(schema: Json, value: unknown): boolean {
  if (typeof value === 'string') return admitsText(schema, value);
  if (typeof value === 'number')
    return value >= (schema.minimum ?? value) && value <= (schema.maximum ?? value);
  return Array.isArray(value)
    ? admitsList(schema, value)
    : typeof value !== 'object' || value === null || admitsKeys(schema, value);
}
const admitsText = ({ pattern = '', minLength = 0, maxLength = Infinity }: Json, text: string): boolean =>
  text.length >= minLength && text.length <= maxLength && new RegExp(pattern).test(text);
const admitsList = (
  { items = {}, prefixItems = [], minItems = 0, maxItems = Infinity }: Json,
  list: readonly unknown[],
): boolean =>
  list.length >= minItems &&
  list.length <= maxItems &&
  list.every((one, i) => admits(prefixItems[i] ?? items, one));
const admitsKeys = (
  { properties = {}, required = [], additionalProperties = true }: Json,
  value: object,
): boolean =>
  required.every((key) => Object.hasOwn(value, key)) &&
  Object.entries(value).every(([key, one]) => {
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
    return known ? admits(known, one) : admits(...beside(additionalProperties, one));
  });
const beside = (rest: boolean | Json, one: unknown): [Json, unknown] => [
  rest === false ? { enum: [] } : rest === true ? {} : rest,
  one,
];

const places = (value: unknown, at: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inside]) => [[...at, key], ...places(inside, [...at, key])])
    : [];
/** With something else in one place; `undefined`: with nothing there. */
function spoilt(value: unknown, [key = '', ...rest]: readonly string[], odd: unknown): unknown {
  const now = (one: unknown): unknown => (rest.length > 0 ? spoilt(one, rest, odd) : odd);
  if (Array.isArray(value))
    return value.flatMap((one: unknown, i) => (String(i) === key ? gone(now(one)) : [one]));
  const entries = Object.entries(value as object).map(([name, one]: [string, unknown]) => [
    name,
    name === key ? now(one) : one,
  ]);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}
const gone = (one: unknown): readonly unknown[] => (one === undefined ? [] : [one]);
const LONG = 'x'.repeat(2001);
const ODD = [
  undefined,
  null,
  true,
  0,
  -1,
  2.5,
  1e99,
  '',
  'x',
  'M03',
  '![x](y)',
  LONG,
  [],
  [[]],
  Array.from({ length: 101 }, () => 'x'),
  {},
  { zzz: 1 },
  { all: [] },
  { wait: '3' },
];

describe('what an editor marks, the checker refuses; and what it does not, the checker takes as to its form', () => {
  const text = readFileSync(new URL('./exercises.md', import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/```step\n([^]*?)\n```/g)].map(([, yaml]) => yaml ?? '');
  const head = /^---\n([^]*?)\n---\n/.exec(text)?.[1] ?? '';
  it.each([
    ['front matter', 'frontMatter', frontMatter, [head]],
    ['steps', 'step', stepSchema, blocks],
  ] as const)('%s, each part of them otherwise', (_, name, schema, yamls) => {
    const whole: Json = { $ref: `#/$defs/${name}` };
    const apart = yamls.flatMap((yaml) => {
      const value: unknown = parse(yaml);
      return places(value).flatMap((at) =>
        ODD.map((odd) => spoilt(value, at, odd))
          .filter((it) => admits(whole, it) !== safeParse(schema, it).success)
          .map(() => at.join('.')),
      );
    });
    expect(yamls.every((yaml) => admits(whole, parse(yaml)))).toBe(true);
    expect(apart).toEqual([]);
  });
});

it('who writes a lesson finds every misconception of the bank in the guide, in its own words', () => {
  const guide = readFileSync(new URL('../../../lessons/AUTHORING.md', import.meta.url), 'utf8').replaceAll(
    / +/g,
    ' ',
  );
  const rows = misconceptions.map(({ id, belief }) => `| ${id} | ${belief.replaceAll('|', '\\|')} |`);
  expect(rows.filter((row) => !guide.includes(row))).toEqual([]);
});
