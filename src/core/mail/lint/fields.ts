// The header of a message (RFC 5322 §3.6, 6532 §3, 2047).
import { isAscii, type Octets } from '../../base/octets.ts';
import { isUtf8, knowsCharset } from '../charset.ts';
import { fieldOf, trimmed, type Field, type Header } from '../fields.ts';
import { sliceOf } from '../range.ts';
import { lintAddresses } from './addresses.ts';
import { lintDate } from './dates.ts';
import { lintMessageIds } from './message-ids.ts';
import { lacking } from './places.ts';
import { finding, type Finding, type RuleId } from './rules.ts';

/** §3.6: at most once; and the content fields, of which nothing else would make sense. */
const ONCE: ReadonlySet<string> = new Set(
  (
    'date from sender reply-to to cc bcc message-id in-reply-to references subject mime-version content-type ' +
    'content-transfer-encoding content-id content-description content-disposition'
  ).split(' '),
);

export interface LintOptions {
  /** The letter came by SMTPUTF8 (RFC 6531): UTF-8 in its header is as it should be. */
  readonly smtputf8: boolean;
}

/** Of a message, not of a part: parts need neither date nor author. */
export function lintMessageHeader(octets: Octets, header: Header, options: LintOptions): readonly Finding[] {
  const required = (name: string, rule: RuleId): readonly Finding[] =>
    fieldOf(header, name) ? [] : [finding(rule, lacking(octets, header))];
  return [
    ...required('date', 'missingDate'),
    ...required('from', 'missingFrom'),
    ...required('message-id', 'missingMessageId'),
    ...lintDate(octets, header),
    ...lintAddresses(octets, header),
    ...lintMessageIds(octets, header),
    ...lintFields(octets, header, options),
  ];
}

/** What holds for the header of every entity. */
export const lintFields = (octets: Octets, header: Header, options: LintOptions): readonly Finding[] => [
  ...repeated(header),
  ...header.fields.flatMap((field) => [
    ...written(octets, field),
    ...eightBit(octets, field, options),
    ...words(octets, field),
  ]),
];

function repeated({ fields }: Header): readonly Finding[] {
  const seen = new Set<string>();
  return fields.flatMap((field) => {
    const again = ONCE.has(field.name) && seen.has(field.name);
    seen.add(field.name);
    return again ? [finding('repeatedField', field, { name: field.name })] : [];
  });
}
function written(octets: Octets, field: Field): readonly Finding[] {
  const name = { start: field.start, end: field.body - 1 };
  const spaced = trimmed(sliceOf(octets, name)) !== sliceOf(octets, name);
  const blank = /\n[ \t]+\r?\n/.exec(sliceOf(octets, field));
  const at = field.start + (blank?.index ?? 0) + 1;
  return [
    ...(spaced ? [finding('spaceBeforeColon', name, { name: field.name })] : []),
    ...(blank
      ? [finding('blankFold', { start: at, end: at + blank[0].length - 1 }, { name: field.name })]
      : []),
  ];
}
function eightBit(octets: Octets, field: Field, { smtputf8 }: LintOptions): readonly Finding[] {
  const text = sliceOf(octets, field);
  if (isAscii(text)) return [];
  if (!isUtf8(text)) return [finding('eightBitHeader', field, { name: field.name })];
  return smtputf8 ? [] : [finding('utf8Header', field, { name: field.name })];
}

const WORD = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?[bq]\?[^?\s]*\?=/gi;
const LONGEST_WORD = 75;

function words(octets: Octets, field: Field): readonly Finding[] {
  const structured = field.name === 'content-type' || field.name === 'content-disposition';
  return [...octets.slice(field.body, field.end).matchAll(WORD)].flatMap(([word, charset = ''], i, all) => {
    const start = field.body + (all[i]?.index ?? 0);
    const place = { start, end: start + word.length };
    return [
      ...(word.length > LONGEST_WORD ? [finding('longEncodedWord', place, { length: word.length })] : []),
      ...(knowsCharset(charset) ? [] : [finding('unknownWordCharset', place, { charset })]),
      ...(structured ? [finding('wordInParameter', place, { name: field.name })] : []),
    ];
  });
}
