// DNS records somebody wrote, judged by what they do: where a letter would be brought, what a question comes to, who may send.
import { absolute, ask, isWithin, type DomainName, type Known, type RecordType } from '../core/base/dns.ts';
import { route } from '../core/mta/routing.ts';
import { readZone } from '../core/net/dns/zone-text.ts';
import { lookUp } from '../core/net/dns/lookup.ts';
import { dataText } from '../core/net/dns/text.ts';
import type { NameService } from '../core/net/dns/service.ts';
import { complete } from '../core/net/dns/zones.ts';
import type { RecordTest } from './lesson.ts';
import { spfOf, type SpfResult } from './spf.ts';
import { worldNamed } from './worlds.ts';

/** How many questions a route may need: more is a loop. */
const MOST = 30;
/** Among equals chance decides: what is to come first must do so every time. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Do these lines of a zone pass every test? The zone has an address for each host that a test names. */
export function passes(text: string, zone: string, tests: readonly RecordTest[]): boolean {
  const origin = absolute(zone);
  const written = readZone(text, origin);
  if (written.problems.length > 0 || written.records.length === 0) return false;
  const names = namesWith(origin, text, tests);
  return tests.every((test) => holds(test, names, origin));
}
function holds(test: RecordTest, names: NameService, origin: DomainName): boolean {
  if ('to' in test)
    return SEEDS.every((seed) => triedFor(test.to, names, seed).join() === test.hosts.join().toLowerCase());
  if ('spf' in test) return spfOf(names, test.spf, test.from) === test.is;
  const wanted = test.is.map((data) => readData(test.type, data, origin)).toSorted();
  return answersTo(names, test.type, test.ask).join('\n') === wanted.join('\n');
}
/** As it would be printed; names in it may be written from the zone on. */
const readData = (type: RecordType, data: string, origin: DomainName): string =>
  readZone(`${origin} ${type} ${data}`, origin).records.map(dataText)[0] ?? data;
const answersTo = (names: NameService, type: RecordType, name: string): readonly string[] =>
  lookUp(names, ask(type, name))
    .records.filter((record) => record.type === type)
    .map(dataText)
    .toSorted();
/** Among the zones of the world, which one's records may name. */
function namesWith(origin: string, text: string, tests: readonly RecordTest[]): NameService {
  const hosts = [...new Set(tests.flatMap((test) => ('to' in test ? test.hosts : [])))];
  const ours = hosts.filter((name) => isWithin(absolute(name), origin));
  const addresses = ours.map((name, i) => `${absolute(name)} A 192.0.2.${i + 1}`).join('\n');
  const { records } = readZone(`${addresses}\n${text}`, origin);
  const zones = {
    ...worldNamed('standard')?.names.zones,
    [origin]: complete({ origin, signed: false, records }),
  };
  return { zones, faults: {}, latency: 0 };
}
function triedFor(domain: string, names: NameService, seed: number): readonly string[] {
  const known: Known[] = [];
  for (let i = 0; i < MOST; i++) {
    const next = route({
      domain,
      known,
      self: { names: [], addresses: [] },
      families: [4],
      seed,
      key: 'lesson',
    });
    if (next.type === 'need') known.push({ question: next.question, answer: lookUp(names, next.question) });
    else return next.type === 'attempts' ? next.attempts.map(({ host }) => host) : [];
  }
  return [];
}

const SIGNS: Readonly<Record<SpfResult, string>> = {
  pass: '',
  fail: '-',
  softfail: '~',
  neutral: '?',
  none: '',
  permerror: '',
};
/**
 * Records that pass: preferences in the order in which the hosts are to be tried; a name nobody takes mail for has the null MX
 * (RFC 7505); who may send, address by address.
 */
export function recordsFor(tests: readonly RecordTest[]): string {
  const senders = tests.flatMap((test) => ('spf' in test && test.is !== 'none' ? [test] : []));
  const spf = [...new Set(senders.map((test) => test.spf))].map((domain) => {
    const own = senders.filter((test) => test.spf === domain);
    const terms = own.map(({ from, is }) => `${SIGNS[is]}${from.includes(':') ? 'ip6' : 'ip4'}:${from}`);
    return `${domain}. TXT "v=spf1 ${terms.join(' ')} -all"`;
  });
  return [...tests.flatMap(recordsOf), ...spf].join('\n');
}
function recordsOf(test: RecordTest): readonly string[] {
  if ('spf' in test) return [];
  if ('ask' in test) return test.is.map((data) => `${absolute(test.ask)} ${test.type} ${data}`);
  return test.hosts.length === 0
    ? [`${test.to}. MX 0 .`]
    : test.hosts.map((host, i) => `${test.to}. MX ${(i + 1) * 10} ${host}.`);
}
