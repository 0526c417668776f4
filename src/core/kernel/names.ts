// Questions reach the DNS, and answers whoever asked.
import { without, type Answer } from '../base/dns.ts';
import type { EventId } from '../base/ids.ts';
import { SECOND } from '../base/time.ts';
import { hostAt, withDnsCache } from '../host/host.ts';
import { remember } from '../net/dns/cache.ts';
import { lookUp, lookUpAt } from '../net/dns/lookup.ts';
import { happen, happenToConsole, happenToKeeper } from './act.ts';
import { giveAnswer, halfWay, sendQuery, type Place } from './ask.ts';
import { changeHost, dueAt, findConn, findConsole, hostOf, isGone, plan, type Work } from './work.ts';
import type { Asking, DnsArrival } from './world.ts';

/** How long to wait for an answer that does not come (RFC 1035 §7.2; the usual stub resolver's). */
const PATIENCE = 5 * SECOND;

export function deliverDns(w: Work, place: Place, arrival: DnsArrival, cause: EventId): void {
  const { asking } = arrival;
  if (arrival.phase === 'answer') answered(w, place, asking, arrival.answer, cause);
  else if (arrival.phase === 'query') considered(w, place, asking, cause);
  else if (asking.tries > 1) sendQuery(w, place, again(asking, w.now), cause);
  else giveAnswer(w, place, asking, without('timeout'), w.now, cause);
}
const again = ({ console, host, question, server, tries }: Asking, asked: number): Asking => ({
  console,
  host,
  question,
  server,
  tries: tries - 1,
  asked,
});
/** The query is there. */
function considered(w: Work, place: Place, asking: Asking, cause: EventId): void {
  const answer = answerTo(w, asking);
  if (answer.status !== 'timeout') giveAnswer(w, place, asking, answer, w.now + halfWay(w), cause);
  else {
    const due = dueAt(place.conn, place.end, cause, { type: 'dns', phase: 'silence', asking });
    plan(w, Math.max(w.now, asking.asked + PATIENCE), due);
  }
}
function answerTo(w: Work, { server, question }: Asking): Answer {
  if (server === '') return lookUp(w.names, question);
  // A machine without a name server says so (ICMP port unreachable, RFC 1122 §3.2.2.1); where none is, nobody says anything.
  return lookUpAt(w.names, server, question) ?? without(hostAt(w.hosts, server) ? 'unreachable' : 'timeout');
}
function answered(w: Work, place: Place, asking: Asking, answer: Answer, cause: EventId): void {
  const { console, question, server } = asking;
  const host = hostOf(w, asking.host);
  if (host && server === '' && !answer.cached) {
    const dnsCache = remember(host.dnsCache, question, answer, w.now);
    if (dnsCache !== host.dnsCache) changeHost(w, withDnsCache(host, dnsCache));
  }
  const happening = { type: 'resolved', question, answer } as const;
  if (console !== '') {
    const it = findConsole(w, console);
    if (it?.host === asking.host) happenToConsole(w, it, happening, cause);
    return;
  }
  if (place.conn === 0) {
    happenToKeeper(w, asking.host, happening, cause);
    return;
  }
  const conn = findConn(w, place.conn);
  if (conn && !isGone(conn, place.end)) happen(w, place.conn, place.end, happening, cause);
}
