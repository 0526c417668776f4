// Which messages are meant (RFC 9051 §9, sequence-set): numbers and ranges, `*` for the last one, `$` for what a SEARCH has saved.
import { token, type Grammar } from '../../../spec/grammar.ts';
import type { NumberRange } from '../../../store/number-set.ts';

/** As written: ranges in any order and either way round; `*` is 0. */
export type SequenceSet = readonly NumberRange[] | 'saved';

const END = /[1-9]\d{0,9}|\*/.source;
const RANGE = `(?:${END})(?::(?:${END}))?`;
const SET = new RegExp(`\\$|${RANGE}(?:,${RANGE})*`);
const numberOf = (text: string): number => (text === '*' ? 0 : Number(text));

export const sequenceSet: Grammar<SequenceSet> = token(
  'sequence-set',
  SET,
  (text) =>
    text === '$'
      ? 'saved'
      : text.split(',').map((part): NumberRange => {
          const [from = '', to = from] = part.split(':');
          return [numberOf(from), numberOf(to)];
        }),
  { rfc: '9051#9' },
);
