// A session as if TLS had let everybody in: the same words, in the clear, where a reader looks for them. What is said after STARTTLS
// stands on a connection of its own, since a reader takes what follows that command for TLS.
import type { ConnEvent, TraceEvent } from '../event.ts';

/** The ports of the same services without TLS (RFC 8314 §7). */
const PLAIN: Readonly<Record<number, number>> = { 465: 587, 993: 143, 995: 110 };

interface Stretch {
  readonly events: readonly TraceEvent[];
  readonly port: number;
}
const isSecured = (event: TraceEvent): boolean => event.type === 'conn' && event.phase === 'secured';

/** The connections that there would have been; itself, where there was no TLS. */
export function opened(events: readonly TraceEvent[], dial: ConnEvent): readonly Stretch[] {
  const secured = events.findIndex(isSecured);
  const words = (from: number, to?: number) => events.slice(from, to).filter(({ type }) => type !== 'record');
  const port = PLAIN[dial.port] ?? dial.port;
  if (secured < 0) return [{ events, port: dial.port }];
  const before = words(0, secured);
  const after = words(secured);
  if (!before.some(({ type }) => type === 'wire')) return [{ events: [...before, ...after], port }];
  const at = events[secured]?.at ?? dial.at;
  const again = { ...dial, at, arrives: at } as const;
  return [
    { events: before, port },
    { events: [again, { ...again, phase: 'open' }, ...after], port },
  ];
}
