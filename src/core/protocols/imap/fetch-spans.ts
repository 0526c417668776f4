// What each octet of a FETCH response is (RFC 9051 §7.5.2): items and their values in turn.
import type { Octets } from '../../base/octets.ts';
import type { Span } from '../../wire/span.ts';
import { spanOf, tokensOf, type Token } from './answer-tokens.ts';
import { envelopeSpans, structureSpans, type Read } from './structure-spans.ts';

const NESTED: Readonly<Record<string, (tokens: readonly Token[], at: number) => Read>> = {
  ENVELOPE: envelopeSpans,
  BODY: structureSpans,
  BODYSTRUCTURE: structureSpans,
};
const VALUES: Readonly<Record<string, string>> = {
  FLAGS: 'flag',
  UID: 'uid',
  'RFC822.SIZE': 'size',
  INTERNALDATE: 'date-time',
  SAVEDATE: 'date-time',
  MODSEQ: 'modseq',
  EMAILID: 'id',
  THREADID: 'id',
  PREVIEW: 'preview',
};
/** Where a literal has ended a line begins in the midst of a value: a string there is no item, nor is NIL. */
const isValue = (token: Octets): boolean => token.startsWith('"') || token === 'NIL';

/** From `at` on; 0: the line goes on after a literal, and the parentheses around the items are open. */
export function fetchSpans(line: Octets, at: number): readonly Span[] {
  const tokens = tokensOf(line, at);
  const spans: Span[] = [];
  const outer = at > 0 ? 1 : 0;
  let [nth, depth, item] = [0, 0, ''];
  for (let token = tokens[0]; token; token = tokens[++nth]) {
    const nested = token.text === '(' && depth === outer ? nestedIn(item) : undefined;
    if (nested) {
      const read = nested(tokens, nth);
      spans.push(...read.spans);
      [nth, item] = [read.at - 1, ''];
    } else if (token.text === '(') depth++;
    else if (token.text === ')') {
      // what a literal was in the midst of may end here: its parenthesis was opened on a line before
      depth = Math.max(outer, depth - 1);
      if (depth === outer) item = '';
    } else {
      const begins = depth === outer && item === '' && !isValue(token.text);
      spans.push(spanOf(token, begins ? 'item' : valueRole(item)));
      if (begins) item = token.text.toUpperCase();
      else if (depth === outer) item = '';
    }
  }
  return spans;
}
const nestedIn = (item: Octets): (typeof NESTED)[string] | undefined =>
  Object.hasOwn(NESTED, item) ? NESTED[item] : undefined;
const valueRole = (item: Octets): string => (item === '' ? 'value' : (VALUES[item] ?? 'section'));
