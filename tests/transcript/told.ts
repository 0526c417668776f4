// What machines tell each other while somebody talks to one of them.
import { CRLF } from '../../src/core/base/octets.ts';
import { MINUTE } from '../../src/core/base/time.ts';
import { CLIENT } from '../world.ts';
import type { Lab } from './lab.ts';
import { matches } from './octets.ts';

/** `30`: minutes; `4h`, `5d`. */
export const spanOf = (text: string): number =>
  Number.parseInt(text, 10) * MINUTE * (text.endsWith('d') ? 24 * 60 : text.endsWith('h') ? 60 : 1);

/**
 * `mx.example.org RCPT TO:<dave@example.org>`: some machine has said this to that one, later than `after`. When it was said, or
 * instead all that was said.
 */
export function toldTo(
  { trace }: Lab,
  text: string,
  after: number,
  captured: Map<string, string>,
): number | string {
  const [, host = '', wanted = ''] = /^(\S+) ?(.*)$/.exec(text) ?? [];
  const conns = new Set(
    trace.flatMap((e) => (e.type === 'conn' && e.to === host && e.from !== CLIENT ? [e.conn] : [])),
  );
  const all = trace.flatMap((event) =>
    event.type === 'wire' && event.dir === 'a>b' && conns.has(event.conn) && event.id >= Math.floor(after)
      ? event.octets.split(CRLF).map((said, i) => ({ said, at: event.id + i / 1e6 }))
      : [],
  );
  const found = all.find(({ said, at }) => at > after && matches(wanted, said, captured));
  return found?.at ?? `${host} was told ${JSON.stringify(all.map(({ said }) => said).join('\n'))}`;
}
