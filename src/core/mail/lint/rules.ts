// What a letter may be told about itself. Words for people are the page's; here are names, sections and weights.
import type { Rfc } from '../../base/ids.ts';
import type { Range } from '../range.ts';

/** error: a MUST is broken; warning: a SHOULD, or what programs are known to stumble over. */
type Severity = 'error' | 'warning';
interface Rule {
  readonly rfc: Rfc;
  readonly severity: Severity;
}

const error = (rfc: Rfc): Rule => ({ rfc, severity: 'error' });
const warning = (rfc: Rfc): Rule => ({ rfc, severity: 'warning' });

export const RULES = {
  // lines
  bareCr: error('5322#2.3'),
  bareLf: error('5322#2.3'),
  nul: error('5322#4.1'),
  lineTooLong: error('5322#2.1.1'),
  lineLong: warning('5322#2.1.1'),
  // header
  noEmptyLine: error('5322#2.1'),
  missingDate: error('5322#3.6.1'),
  missingFrom: error('5322#3.6.2'),
  missingSender: error('5322#3.6.2'),
  missingMessageId: warning('5322#3.6.4'),
  repeatedField: error('5322#3.6'),
  spaceBeforeColon: warning('5322#4.5.8'),
  blankFold: warning('5322#4.2'),
  badDate: error('5322#3.3'),
  obsoleteDate: warning('5322#4.3'),
  wrongWeekday: error('5322#3.3'),
  badAddress: error('5322#3.4.1'),
  badMessageId: error('5322#3.6.4'),
  utf8Header: error('6532#3'),
  eightBitHeader: error('5322#2.2'),
  longEncodedWord: error('2047#2'),
  unknownWordCharset: warning('2047#3'),
  wordInParameter: error('2047#5'),
  // parts
  missingMimeVersion: error('2045#4'),
  badContentType: error('2045#5.1'),
  missingBoundary: error('2046#5.1.1'),
  longBoundary: error('2046#5.1.1'),
  boundaryNotFound: error('2046#5.1.1'),
  boundaryNotClosed: error('2046#5.1.1'),
  boundaryInexact: warning('2046#5.1.1'),
  boundaryReused: error('2046#5.1.2'),
  htmlFirst: warning('2046#5.1.4'),
  unknownEncoding: error('2045#6.1'),
  encodedComposite: error('2045#6.4'),
  eightBitBody: error('2045#6.2'),
  longBase64Line: error('2045#6.8'),
  strayBase64: warning('2045#6.8'),
  shortBase64: error('2045#6.8'),
  longQuotedLine: error('2045#6.7'),
  badQuotedOctet: error('2045#6.7'),
  unknownCharset: warning('2046#4.1.2'),
  wrongCharset: error('2046#4.1.2'),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof RULES;
export type LintArgs = Readonly<Record<string, string | number>>;

export interface Finding extends Range, Rule {
  readonly rule: RuleId;
  /** What the sentence about it needs: `{ name, count, value, … }`. */
  readonly args: LintArgs;
}
export function finding(rule: RuleId, { start, end }: Range, args: LintArgs = {}): Finding {
  const { rfc, severity } = RULES[rule];
  return { rule, rfc, severity, start, end, args };
}
