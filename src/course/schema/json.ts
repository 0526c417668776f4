// The lessons' schema as JSON Schema, for editors: they complete and check what is in the front matter and in the step blocks.
import { ask } from './ask.ts';
import { deeds, knob } from './deed.ts';
import { predicate } from './predicate.ts';
import { frontMatter, stepSchema } from './schema.ts';
import { alternatives } from './words.ts';

type Json = { readonly [key: string]: unknown };
/** A schema of the library, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly items?: readonly Node[];
  readonly wrapped?: Node;
  readonly options?: readonly (Node | string)[];
  readonly value?: Node;
  readonly requirement?: unknown;
  readonly pipe?: readonly Node[];
  readonly literal?: unknown;
  readonly getter?: (input: unknown) => Node;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;
const nodesOf = (values: readonly unknown[]): readonly Node[] => values.filter(isNode);

/** Said once, and referred to by name: what is used in many places, or is made of itself. */
const named = new Map<object, string>([
  [predicate, 'predicate'],
  [deeds, 'deeds'],
  [knob, 'knob'],
  [ask, 'ask'],
  [frontMatter, 'frontMatter'],
  [stepSchema, 'step'],
]);
export const jsonSchema = (): Json => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A lesson of Mailwire: front matter, and the YAML of a step',
  $defs: Object.fromEntries([...named].map(([schema, name]) => [name, defined(schema)])),
  anyOf: [reference('frontMatter'), reference('step')],
});
const reference = (name: string): Json => ({ $ref: `#/$defs/${name}` });
function of(schema: object): Json {
  const name = named.get(schema);
  return name === undefined ? defined(schema) : reference(name);
}
function defined(schema: object): Json {
  const kinds = alternatives.get(schema);
  if (kinds?.length === 1) return kinds.map(of)[0] ?? {};
  if (kinds) return { anyOf: kinds.map(of) };
  if (!isNode(schema)) return {};
  const [first, ...rest] = schema.pipe ?? [];
  return first ? Object.assign({}, of(first), ...rest.map(limit)) : plain(schema);
}
const orAny = (node: Node | undefined): Json => (node ? of(node) : {});
const KINDS: Readonly<Record<string, (node: Node) => Json>> = {
  strict_object: ({ entries }) => objectOf(entries ?? {}),
  array: ({ item }) => ({ type: 'array', items: orAny(item) }),
  tuple: ({ items = [] }) => ({ type: 'array', prefixItems: items.map(of), minItems: items.length }),
  optional: ({ wrapped }) => orAny(wrapped),
  union: ({ options = [] }) => ({ anyOf: nodesOf(options).map(of) }),
  picklist: ({ options = [] }) => ({ enum: options }),
  record: ({ value }) => ({ type: 'object', additionalProperties: orAny(value) }),
  lazy: ({ getter }) => orAny(getter?.(undefined)),
  string: ({ type }) => ({ type }),
  number: ({ type }) => ({ type }),
  boolean: ({ type }) => ({ type }),
};
const plain = (node: Node): Json => KINDS[node.type]?.(node) ?? {};
const objectOf = (entries: Readonly<Record<string, Node>>): Json => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(entries).map(([key, it]) => [key, of(it)])),
  required: Object.entries(entries).flatMap(([key, it]) => (it.type === 'optional' ? [] : [key])),
  additionalProperties: false,
});
function limit({ type, requirement }: Node): Json {
  if (type === 'integer') return { type: 'integer' };
  if (type === 'regex' && requirement instanceof RegExp) return { pattern: requirement.source };
  if (type === 'min_length') return { minLength: requirement, minItems: requirement };
  if (type === 'max_length') return { maxLength: requirement, maxItems: requirement };
  if (type === 'max_value') return { maximum: requirement };
  return type === 'min_value' ? { minimum: requirement } : {};
}
