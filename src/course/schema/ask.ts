// The kinds of question a step may ask: each is told by the key that only it has.
import { array, maxLength, minLength, optional, pipe, type GenericSchema } from 'valibot';
import { TYPES } from '../../core/base/dns.ts';
import type { Deed, Measure, RecordTest } from '../lesson.ts';
import { SPF_RESULTS } from '../spf.ts';
import { deeds } from './deed.ts';
import { block, byKey, oneOf, pattern, slug, whole, words } from './words.ts';

const measure: GenericSchema<unknown, Measure> = byKey<Measure>({
  octets: block({ octets: oneOf(['client', 'server']), to: optional(words) }),
  connections: block({ connections: words }),
  commands: block({ commands: words }),
  lines: block({ lines: words }),
  header: block({ header: words, in: words }),
  said: block({ said: pattern }),
});
const few = <T>(each: GenericSchema<unknown, T>) =>
  pipe(array(each), minLength(2, 'must be two at least'), maxLength(9, 'must not be more than nine'));
const sort = block({
  bins: few(words),
  items: few(block({ text: words, bin: whole })),
});
const test: GenericSchema<unknown, RecordTest> = byKey<RecordTest>({
  to: block({ to: words, hosts: array(words) }),
  ask: block({ ask: words, type: oneOf(TYPES), is: array(words) }),
  spf: block({ spf: words, from: words, is: oneOf(SPF_RESULTS) }),
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
  accept: block({
    ...named,
    accept: pipe(array(words), minLength(1, 'must accept something')),
    said: optional(pattern),
  }),
  measure: block({ ...named, measure }),
  sort: block({ ...named, sort }),
  gaps: block({ ...named, gaps: block({ play: deeds, replies: optional(array(whole), []) }) }),
  wrong: block({ ...named, wrong: block({ play: deeds, line: words }) }),
  reply: block({
    ...named,
    reply: block({ play: deeds, line: words, options: few(words) }),
  }),
  decode: block({
    ...named,
    decode: block({ text: words, as: oneOf(['hex', 'base64']) }),
  }),
  record: block({
    ...named,
    record: block({ zone: words, tests: pipe(array(test), minLength(1, 'must have a test')) }),
  }),
});
