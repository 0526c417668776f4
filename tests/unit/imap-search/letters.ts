// Letters of every kind for the oracles: answers to each other, with and without dates, subjects and references.
import * as fc from 'fast-check';
import { utf8 } from '../../../src/core/base/octets.ts';
import { storeFlags, withKeywords } from '../../../src/core/store/flags.ts';
import { append, newMailbox, type Mailbox } from '../../../src/core/store/mailbox.ts';

const DAY = 86_400;
export const START = 1_790_000_000;
const NAMES = [
  'Ida <ida@example.org>',
  '"Rivers, Dave" <dave@example.org>',
  '=?utf-8?Q?Jos=C3=A9?= <jose@example.net>',
  'bob@example.com',
];
const SUBJECTS = [
  'tea',
  'Re: tea',
  'RE: [seed] tea',
  'Fwd: Tea (fwd)',
  '[fwd: tea]',
  '=?utf-8?Q?Stra=C3=9Fe?=',
  '',
  'coffee',
  'Re: coffee',
];
const DATES = [
  'Mon, 21 Sep 2026 23:30:00 -0700',
  'Tue, 22 Sep 2026 00:30:00 +0200',
  'Tue, 22 Sep 2026 12:00:00 +0000',
  'Wed, 23 Sep 2026 08:00:00 +0000',
  'never',
];
export interface Spec {
  readonly from: number;
  readonly to: number;
  readonly subject: number;
  readonly date: number;
  readonly id: number;
  readonly references: readonly number[];
  readonly body: string;
  readonly at: number;
  readonly zone: number;
  readonly flags: readonly string[];
}
export const FLAGS = [String.raw`\Seen`, String.raw`\Flagged`, '$Junk'];
export const spec: fc.Arbitrary<Spec> = fc.record({
  from: fc.nat({ max: NAMES.length }),
  to: fc.nat({ max: NAMES.length }),
  subject: fc.nat({ max: SUBJECTS.length }),
  date: fc.nat({ max: DATES.length }),
  id: fc.nat({ max: 9 }),
  references: fc.array(fc.nat({ max: 11 }), { maxLength: 4 }),
  body: fc.constantFrom('Hot water.', 'Milk, straße', 'IDA was here', ''),
  at: fc.integer({ min: START, max: START + 4 * DAY }),
  zone: fc.constantFrom(0, 120, -420),
  flags: fc.subarray(FLAGS),
});
const idOf = (n: number): string => `<m${n}@example.org>`;
export function letterOf({ from, to, subject, date, id, references, body }: Spec): string {
  const lines = [
    ...(NAMES[from] === undefined ? [] : [`From: ${NAMES[from]}`]),
    ...(NAMES[to] === undefined ? [] : [`To: ${NAMES[to]}`]),
    ...(SUBJECTS[subject] === undefined ? [] : [`Subject: ${SUBJECTS[subject]}`]),
    ...(DATES[date] === undefined ? [] : [`Date: ${DATES[date]}`]),
    // 0 has none, so do the highest; two may have the same
    ...(id === 0 ? [] : [`Message-ID: ${idOf(id)}`]),
    ...(references.length === 0 ? [] : [`References: ${references.map(idOf).join('\r\n ')}`]),
    'Content-Type: text/plain; charset=utf-8',
    '',
    utf8(body),
    '',
  ];
  return lines.join('\r\n');
}
export function boxOf(specs: readonly Spec[]): Mailbox {
  const start = withKeywords(newMailbox(1, 1), FLAGS) ?? newMailbox(1, 1);
  return specs.reduce<Mailbox>((box, it) => {
    const more = append(box, letterOf(it), { at: it.at + DAY, internalDate: it.at, zone: it.zone });
    return storeFlags(more, [[more.uidNext - 1, more.uidNext - 1]], 'replace', it.flags).box;
  }, start);
}
