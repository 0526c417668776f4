// Which protocol is spoken on which connection, as far as a session there has said anything.
import { growing } from './growing.ts';

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
