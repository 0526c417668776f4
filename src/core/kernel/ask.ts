// A question to the DNS leaves its host.
import { isLoopback } from '../base/address.ts';
import type { Answer } from '../base/dns.ts';
import type { ConnId, ConsoleId, EventId, HostId } from '../base/ids.ts';
import type { Micros } from '../base/time.ts';
import { recall } from '../net/dns/cache.ts';
import type { Effect } from '../spec/machine.ts';
import { dueAt, hostOf, plan, tell, type Work } from './work.ts';
import type { Asking, End } from './world.ts';

/** One end of a connection; of a console without one, 0. */
export interface Place {
  readonly conn: ConnId;
  readonly end: End;
}
const TRIES = 2;
const MOST_TRIES = 10;

type Wanted = Effect & { readonly type: 'resolve' };
/** At this host's own resolver: unless what it remembers is enough, the question goes out. */
export function askDns(
  w: Work,
  host: HostId,
  actor: Place & { readonly console: ConsoleId },
  { question, server = '', tries = TRIES }: Wanted,
  cause: EventId,
): void {
  const asking: Asking = {
    console: actor.console,
    host,
    question,
    server: isLoopback(server) ? '' : server,
    tries: Number.isSafeInteger(tries) ? Math.min(MOST_TRIES, Math.max(1, tries)) : TRIES,
    asked: w.now,
  };
  const known = asking.server === '' ? recall(hostOf(w, host)?.dnsCache ?? {}, question, w.now) : undefined;
  if (known) giveAnswer(w, actor, asking, known, w.now, cause);
  else sendQuery(w, actor, asking, cause);
}
/** Half of the time a query and its answer take. */
export const halfWay = (w: Work): Micros => Math.floor(w.names.latency / 2);

export function sendQuery(w: Work, { conn, end }: Place, asking: Asking, cause: EventId): void {
  const arrives = w.now + halfWay(w);
  const { host, server, question } = asking;
  const told = tell(w, {
    type: 'dns',
    id: w.next,
    at: w.now,
    cause,
    conn,
    phase: 'query',
    host,
    server,
    question,
    answer: null,
    arrives,
  });
  plan(w, arrives, dueAt(conn, end, told, { type: 'dns', phase: 'query', asking }));
}
export function giveAnswer(
  w: Work,
  { conn, end }: Place,
  asking: Asking,
  answer: Answer,
  arrives: Micros,
  cause: EventId,
): void {
  const { host, server, question } = asking;
  const told = tell(w, {
    type: 'dns',
    id: w.next,
    at: w.now,
    cause,
    conn,
    phase: 'answer',
    host,
    server,
    question,
    answer,
    arrives,
  });
  plan(w, arrives, dueAt(conn, end, told, { type: 'dns', phase: 'answer', asking, answer }));
}
