import { civil, unixOf } from '../base/time.ts';

const two = (n: number): string => String(n).padStart(2, '0');
/** `2026-11-03T09:00:00Z` (RFC 3339 §5.6), of a Unix time in seconds. */
export function internetDateTime(unix: number): string {
  const { year, month, day, hour, minute, second } = civil(unix);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}Z`;
}
const PARTS = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/i;
/** Unix seconds; undefined: that is no such time, or not in UTC. A leap second is the first one of the next minute. */
export function readInternetDateTime(text: string): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 24, minute = 60, second = 61] =
    PARTS.exec(text)?.slice(1).map(Number) ?? [];
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const midnight = unixOf({ year, month, day, hour: 0, minute: 0, second: 0 });
  const there = civil(midnight);
  const exists = there.year === year && there.month === month && there.day === day;
  return exists ? midnight + hour * 3600 + minute * 60 + second : undefined;
}
