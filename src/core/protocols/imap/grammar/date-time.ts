// Dates as IMAP writes them (RFC 9051 §9, date-time): when a message came in.
import { unixOf, civil } from '../../../base/time.ts';
import { no, token, type Grammar, type No } from '../../../spec/grammar.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DATE_TIME =
  /"( \d|\d\d)-([A-Za-z]{3})-(\d{4}) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60) ([+-])(\d\d)([0-5]\d)"/;

export interface DateTime {
  /** Seconds. */
  readonly unix: number;
  /** Minutes east of UTC. */
  readonly zone: number;
}
export const dateTime: Grammar<DateTime> = token('date-time', DATE_TIME, read, { rfc: '9051#9' });

function read(text: string): DateTime | No {
  const [, day, name, year, hour, minute, second, ...zone] = DATE_TIME.exec(text) ?? [];
  const midnight = midnightOf(year, name, day);
  if (midnight === undefined) return no;
  const east = zoneOf(zone);
  const sinceMidnight = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return { unix: midnight + sinceMidnight - east * 60, zone: east };
}
/** Unix seconds at which a day of the calendar begins; undefined: there is no such day, as 31 April. */
export function midnightOf(year = '', name = '', inMonth = ''): number | undefined {
  const month = MONTHS.findIndex((it) => it.toLowerCase() === name.toLowerCase()) + 1;
  const day = Number(inMonth);
  const midnight = unixOf({ year: Number(year), month, day, hour: 0, minute: 0, second: 0 });
  return month > 0 && civil(midnight).day === day ? midnight : undefined;
}
const zoneOf = ([sign, hours, minutes]: readonly string[]): number =>
  (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) || 0;

const two = (n: number): string => String(n).padStart(2, '0');
/** `" 3-Nov-2026 09:00:00 +0000"`, in the zone in which it was given. */
export function dateTimeText(unix: number, zone: number): string {
  const { year, month, day, hour, minute, second } = civil(unix + zone * 60);
  const date = `${String(day).padStart(2)}-${MONTHS[month - 1] ?? ''}-${String(year).padStart(4, '0')}`;
  const east = Math.abs(zone);
  const offset = `${zone < 0 ? '-' : '+'}${two(Math.floor(east / 60))}${two(east % 60)}`;
  return `"${date} ${two(hour)}:${two(minute)}:${two(second)} ${offset}"`;
}
