// Which protocol is spoken on which connection, as far as a session there has said anything.
import { spansOfReply } from '../spec/reply-spans.ts';
import type { TraceEvent } from './event.ts';
import { growing } from './growing.ts';
import { readers } from './protocols.ts';

/** By connection: the protocol of whoever answered; until they have moved, of whoever dialled. */
export const protocolsOf = growing<Map<number, string>>((trace, kept, length) => {
  const spoken = kept ?? new Map<number, string>();
  for (let i = length; i < trace.length; i++) {
    const event = trace[i];
    if (event?.type !== 'outcome') continue;
    const known = spoken.get(event.conn);
    if (known === undefined || known.endsWith('-client')) spoken.set(event.conn, event.protocol);
  }
  return spoken;
});

/** Of a long reply so many lines are looked at. */
const LINES = 60;
/** What a reply begins with, line by line, and the code in brackets after it; none for what is no reply. Throws `NotHere`. */
export function codesIn(trace: readonly TraceEvent[], index: number): readonly string[] {
  const event = trace[index];
  if (event?.type !== 'wire' || event.dir !== 'b>a') return [];
  const protocol = protocolsOf(trace).get(event.conn);
  const reader = protocol === undefined ? undefined : readers.get(protocol);
  if (!reader) return [];
  return event.octets.split('\n', LINES).flatMap((each) => {
    const line = each.replace(/\r$/, '');
    const spans = reader.ask((p) => spansOfReply(p, line));
    return spans
      .filter(({ role }) => role === 'status' || role === 'code')
      .map(({ from, to }) => line.slice(from, to));
  });
}
