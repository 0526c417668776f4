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
export function parseDate(text: Octets): MailDate | undefined {
  const spaced = withoutComments(text)
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ /, '');
  const [, day = '', month = '', year = '', hour, minute, second = 0, zone = ''] = DATE.exec(spaced) ?? [];
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
  const local = unixOf(fields);
  if (civil(local - s).day !== fields.day) return undefined; // 31 April
  const offset = offsetOf(zone);
  return { unix: local - offset, offset };
}

/** Two and three digits count from 1900, small numbers from 2000 (§4.3). */
function fullYear(text: Octets): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 50 && text.length === 2 ? 2000 + year : 1900 + year;
}
function offsetOf(zone: Octets): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60) || 0;
  return (ZONES[zone.toUpperCase()] ?? 0) * 3600;
}
