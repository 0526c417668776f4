// What each octet of ENVELOPE and BODYSTRUCTURE is (RFC 9051 §7.5.2): nothing in them has a name, its place says it.
import { ENVELOPE_FIELDS } from '../../mail/envelope.ts';
import type { Span } from '../../wire/span.ts';
import { spanOf, type Token } from './answer-tokens.ts';

/** Of a part that is none of several, before what only some have. */
const FIELDS = ['type', 'subtype', 'parameter', 'content-id', 'description', 'encoding', 'octets'] as const;
const PLACING = ['disposition', 'language', 'location'] as const;

/** Reads from `at` on: the octets' roles, and the token behind the value. A value that a literal cuts off ends with the line. */
export interface Read {
  readonly spans: readonly Span[];
  readonly at: number;
}
interface Reading {
  readonly tokens: readonly Token[];
  readonly spans: Span[];
  at: number;
}
const here = ({ tokens, at }: Reading): string | undefined => tokens[at]?.text;
const isOver = (reading: Reading): boolean => [undefined, ')'].includes(here(reading));
function say(reading: Reading, role: string): void {
  const token = reading.tokens[reading.at++];
  if (token && !/^[()]$/.test(token.text)) reading.spans.push(spanOf(token, role));
}
/** What the parentheses hold, each by `each`; without them it is one token. */
function within(reading: Reading, role: string, each: (nth: number) => void): void {
  if (here(reading) !== '(') {
    say(reading, role);
    return;
  }
  reading.at++;
  for (let nth = 0; !isOver(reading); nth++) each(nth);
  reading.at++;
}
/** An address in an envelope: its name, source route, local part and domain are all of that field. */
const same = (reading: Reading, role: string): void =>
  within(reading, role, () => {
    same(reading, role);
  });
const named = (reading: Reading): void =>
  within(reading, 'parameter', (nth) => {
    say(reading, nth % 2 === 0 ? 'parameter' : 'value');
  });
const placed = (reading: Reading, role: string): void =>
  role === 'disposition' && here(reading) === '('
    ? within(reading, role, (nth) => {
        if (nth === 0) say(reading, role);
        else named(reading);
      })
    : same(reading, role);
const envelope = (reading: Reading): void =>
  within(reading, 'envelope', (nth) => {
    same(reading, ENVELOPE_FIELDS[nth] ?? 'value');
  });
function body(reading: Reading): void {
  if (here(reading) !== '(') {
    say(reading, 'structure');
    return;
  }
  reading.at++;
  if (here(reading) === '(') several(reading);
  else one(reading);
  for (const role of PLACING) if (!isOver(reading)) placed(reading, role);
  while (!isOver(reading)) same(reading, 'structure');
  reading.at++;
}
function several(reading: Reading): void {
  while (here(reading) === '(') body(reading);
  if (!isOver(reading)) say(reading, 'subtype');
  if (!isOver(reading)) named(reading);
}
function one(reading: Reading): void {
  for (const role of FIELDS) {
    if (isOver(reading)) return;
    if (role === 'parameter') named(reading);
    else say(reading, role);
  }
  // a letter within the letter: its envelope, and what it is made of
  if (here(reading) === '(') {
    envelope(reading);
    body(reading);
  }
  if (/^\d+$/.test(here(reading) ?? '')) say(reading, 'lines');
  if (!isOver(reading)) say(reading, 'md5');
}
const reader =
  (read: (reading: Reading) => void) =>
  (tokens: readonly Token[], at: number): Read => {
    const reading: Reading = { tokens, spans: [], at };
    read(reading);
    return reading;
  };
export const envelopeSpans = reader(envelope);
export const structureSpans = reader(body);
