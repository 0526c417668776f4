// Commands that tell where one is: hosts, history, clear, date, whoami, hostname.
import { civil, SECOND } from '../../../base/time.ts';
import type { Filter } from '../filter.ts';
import { rememberedIn } from '../history.ts';
import { userOf } from '../person.ts';
import type { Cx } from '../tool.ts';

const teller = (tell: (cx: Cx) => string): Filter => ({
  waits: () => false,
  run: (_args, _input, cx) => ({ out: tell(cx) }),
});
const lines = (rows: readonly string[]): string => rows.map((row) => `${row}\n`).join('');

export const hosts: Filter = teller(({ host }) => {
  const width = Math.max(0, ...host.neighbours.map(({ address }) => address.length));
  const named = Math.max(0, ...host.neighbours.map(({ name }) => name.length));
  const rows = host.neighbours.map(({ name, address, services }) => {
    const offers = services.map((s) => `${s.name} ${s.port}`).join(', ');
    return `${address.padEnd(width)}  ${name.padEnd(named)}  ${offers}`.trimEnd();
  });
  return lines(rows.length > 0 ? rows : ['Nobody can be reached from here.']);
});
export const history: Filter = teller(({ history }) =>
  lines(rememberedIn(history).map(([number, line]) => `${String(number).padStart(5)}  ${line}`)),
);
export const clear: Filter = teller(() => '\x1b[2J\x1b[H');
export const whoami: Filter = teller(({ id }) => `${userOf(id)}\n`);
export const hostname: Filter = teller(({ host }) => `${host.id}\n`);

export const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const two = (n: number): string => String(n).padStart(2, '0');
/** In the C locale, UTC. */
export const date: Filter = teller(({ epoch, now }) => {
  const { year, month, day, weekday, hour, minute, second } = civil(epoch + Math.floor(now / SECOND));
  const clock = [hour, minute, second].map(two).join(':');
  return `${DAYS[weekday]} ${MONTHS[month - 1]} ${String(day).padStart(2)} ${clock} UTC ${year}\n`;
});
