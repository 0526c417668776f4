// Dates of header fields (RFC 5322 §3.3, obsolete forms of §4.3).
import type { Octets } from '../base/octets.ts';
import { civil, unixOf } from '../base/time.ts';
import { withoutComments } from './comment.ts';

export interface MailDate {
  /** Unix time in seconds. */
  readonly unix: number;
  /** East of UTC, in seconds: `unix + offset` is what the writer's clock showed. */
  readonly offset: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** §4.3; the military letters were told wrongly and mean nothing. */
const ZONES: Readonly<Record<string, number>> = {
  EDT: -4,
  EST: -5,
  CDT: -5,
  CST: -6,
  MDT: -6,
  MST: -7,
  PDT: -7,
  PST: -8,
};

const DATE =
  /^(?:[a-z]+ ?(?:, ?)?)?(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{2,4}) (\d{1,2}) ?: ?(\d{1,2})(?: ?: ?(\d{1,2}))?(?: ?([+-]\d{4}|[a-z]+))?(?![\d:])/i;

/** undefined: this is no date. What follows the zone says nothing. */
export const parseDate = (text: Octets): MailDate | undefined => whole(spaced(text));

const DAY = /^(?:[a-z]+ ?(?:, ?)?)?\d{1,2}[ -][a-z]{3,9}[ -]\d{2,4}(?!\d)/i;
const ZONE = /(?: ([+-]\d{4}|[a-z]+))? ?$/i;
/** As far as it can be read: a day whose time is none begins at midnight (RFC 5256 §2.2). */
export function forgivenDate(text: Octets): MailDate | undefined {
  const written = spaced(text);
  const known = whole(written);
  const day = known ? undefined : DAY.exec(written)?.[0];
  return day === undefined ? known : whole(`${day} 00:00 ${ZONE.exec(written.slice(day.length))?.[1] ?? ''}`);
}
const spaced = (text: Octets): Octets =>
  withoutComments(text)
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ /, '');

function whole(text: Octets): MailDate | undefined {
  const [, day = '', month = '', year = '', hour, minute, second = 0, zone = ''] = DATE.exec(text) ?? [];
  const fields = {
    year: fullYear(year),
    month: MONTHS.indexOf(month.toLowerCase()) + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
  const { hour: h, minute: m, second: s } = fields;
  if (fields.month === 0 || !(h < 24 && m < 60 && s <= 60)) return undefined;
  // a leap second (RFC 5322 §3.3) is of the day that it ends
  const local = unixOf({ ...fields, second: Math.min(s, 59) });
  if (civil(local).day !== fields.day) return undefined; // 31 April
  const offset = offsetOf(zone);
  return { unix: local - offset, offset };
}

/** Two and three digits count from 1900, small numbers from 2000 (§4.3). */
function fullYear(text: Octets): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 50 && text.length === 2 ? 2000 + year : 1900 + year;
}
/** What is no zone is UTC: no clock is a day away (RFC 5256 §2.2). */
function offsetOf(zone: Octets): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  if (sign !== undefined && !(Number(hours) < 24 && Number(minutes) < 60)) return 0;
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60) || 0;
  return (ZONES[zone.toUpperCase()] ?? 0) * 3600;
}
