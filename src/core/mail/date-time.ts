import { civil } from '../base/time.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');

/** `Tue, 3 Nov 2026 09:00:00 +0000` (RFC 5322 §3.3), of a Unix time in seconds. */
export function dateTime(unix: number): string {
  const { year, month, day, weekday, hour, minute, second } = civil(unix);
  const date = `${day} ${MONTHS[month - 1] ?? ''} ${String(year).padStart(4, '0')}`;
  return `${DAYS[weekday] ?? ''}, ${date} ${two(hour)}:${two(minute)}:${two(second)} +0000`;
}
