// The kinds of question a step may ask: each is told by the key that only it has.
import {
  array,
  maxLength,
  minLength,
  optional,
  picklist,
  pipe,
  strictObject,
  type GenericSchema,
} from 'valibot';
import { TYPES } from '../../core/base/dns.ts';
import type { Deed, Measure, RecordTest } from '../lesson.ts';
import { SPF_RESULTS } from '../spf.ts';
import { deeds } from './deed.ts';
import { byKey, pattern, slug, whole, words } from './words.ts';

const measure: GenericSchema<unknown, Measure> = byKey<Measure>({
  octets: strictObject({ octets: picklist(['client', 'server']), to: optional(words) }),
  connections: strictObject({ connections: words }),
  commands: strictObject({ commands: words }),
  lines: strictObject({ lines: words }),
  header: strictObject({ header: words, in: words }),
  said: strictObject({ said: pattern }),
});
const few = <T>(each: GenericSchema<unknown, T>) =>
  pipe(array(each), minLength(2, 'must be two at least'), maxLength(9, 'must not be more than nine'));
const sort = strictObject({
  bins: few(words),
  items: few(strictObject({ text: words, bin: whole })),
});
const test: GenericSchema<unknown, RecordTest> = byKey<RecordTest>({
  to: strictObject({ to: words, hosts: array(words) }),
  ask: strictObject({ ask: words, type: picklist(TYPES), is: array(words) }),
  spf: strictObject({ spf: words, from: words, is: picklist(SPF_RESULTS) }),
});

export type AskBlock = { readonly id: string; readonly q: string } & (
  | { readonly accept: readonly string[]; readonly said?: string | undefined }
  | { readonly measure: Measure }
  | {
      readonly sort: {
        readonly bins: readonly string[];
        readonly items: readonly { text: string; bin: number }[];
      };
    }
  | { readonly gaps: { readonly play: readonly Deed[]; readonly replies: readonly number[] } }
  | { readonly wrong: { readonly play: readonly Deed[]; readonly line: string } }
  | {
      readonly reply: {
        readonly play: readonly Deed[];
        readonly line: string;
        readonly options: readonly string[];
      };
    }
  | { readonly decode: { readonly text: string; readonly as: 'hex' | 'base64' } }
  | { readonly record: { readonly zone: string; readonly tests: readonly RecordTest[] } }
);
const named = { id: slug, q: words };
export const ask: GenericSchema<unknown, AskBlock> = byKey<AskBlock>({
  accept: strictObject({
    ...named,
    accept: pipe(array(words), minLength(1, 'must accept something')),
    said: optional(pattern),
  }),
  measure: strictObject({ ...named, measure }),
  sort: strictObject({ ...named, sort }),
  gaps: strictObject({ ...named, gaps: strictObject({ play: deeds, replies: optional(array(whole), []) }) }),
  wrong: strictObject({ ...named, wrong: strictObject({ play: deeds, line: words }) }),
  reply: strictObject({
    ...named,
    reply: strictObject({ play: deeds, line: words, options: few(words) }),
  }),
  decode: strictObject({
    ...named,
    decode: strictObject({ text: words, as: picklist(['hex', 'base64']) }),
  }),
  record: strictObject({
    ...named,
    record: strictObject({ zone: words, tests: pipe(array(test), minLength(1, 'must have a test')) }),
  }),
});
