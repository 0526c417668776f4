// Which messages are meant (RFC 9051 §9, sequence-set): numbers and ranges, `*` for the last one, `$` for what a SEARCH has saved.
import { no, token, type Grammar, type No } from '../../../spec/grammar.ts';
import type { NumberRange } from '../../../store/number-set.ts';
import { has32Bits } from './numbers.ts';

/** As written: ranges in any order and either way round; `*` is 0. */
export type SequenceSet = readonly NumberRange[] | 'saved';

const END = /[1-9]\d{0,9}|\*/.source;
const RANGE = `(?:${END})(?::(?:${END}))?`;
const SET = new RegExp(`\\$|${RANGE}(?:,${RANGE})*`);
const numberOf = (text: string): number => (text === '*' ? 0 : Number(text));

export const sequenceSet: Grammar<SequenceSet> = token(
  'sequence-set',
  SET,
  (text) => (text === '$' ? 'saved' : rangesOf(text)),
  { rfc: '9051#9' },
);
/** A seq-number and a uniqueid are nz-numbers. */
function rangesOf(text: string): readonly NumberRange[] | No {
  if (!has32Bits(text)) return no;
  return text.split(',').map((part): NumberRange => {
    const [from = '', to = from] = part.split(':');
    return [numberOf(from), numberOf(to)];
  });
}
