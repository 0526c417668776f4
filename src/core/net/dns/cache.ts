// What a resolver remembers: answers for as long as their records say, denials for as long as the SOA says (RFC 2308 §5).
import type { Answer, Question, ResourceRecord } from '../../base/dns.ts';
import { SECOND, type Micros } from '../../base/time.ts';

export interface Remembered {
  readonly answer: Answer;
  readonly since: Micros;
  readonly until: Micros;
}
/** By type and name; that there is no such name at all: by `* name`. */
export type Cache = Readonly<Record<string, Remembered>>;
const keyOf = ({ type, name }: Question): string => `${type} ${name}`;

const aged = (records: readonly ResourceRecord[], seconds: number): readonly ResourceRecord[] =>
  seconds === 0 ? records : records.map((it) => ({ ...it, ttl: Math.max(0, it.ttl - seconds) }));

/** What is known at this time, its records the older by as much. */
export function recall(cache: Cache, question: Question, now: Micros): Answer | undefined {
  for (const key of [keyOf(question), `* ${question.name}`]) {
    const kept = Object.hasOwn(cache, key) ? cache[key] : undefined;
    if (!kept || kept.until <= now || kept.since > now) continue;
    const seconds = Math.floor((now - kept.since) / SECOND);
    const { answer } = kept;
    return {
      status: answer.status,
      records: aged(answer.records, seconds),
      authority: aged(answer.authority, seconds),
      cached: true,
      ad: answer.ad,
      aa: false,
    };
  }
  return undefined;
}
/** Failures are asked anew each time. */
export function remember(cache: Cache, question: Question, answer: Answer, now: Micros): Cache {
  const { status, records, authority } = answer;
  if (status !== 'ok' && status !== 'nxdomain' && status !== 'nodata') return cache;
  if (status !== 'ok' && authority.length === 0) return cache; // RFC 2308 §5: without an SOA it is not to be kept
  const ttl = Math.min(...records.map((it) => it.ttl), ...authority.map((it) => it.ttl));
  if (!(ttl > 0)) return cache;
  const key = status === 'nxdomain' && records.length === 0 ? `* ${question.name}` : keyOf(question);
  const fresh = Object.entries(cache).filter(([it, { until }]) => until > now && it !== key);
  return Object.fromEntries([...fresh, [key, { answer, since: now, until: now + ttl * SECOND }]]);
}
