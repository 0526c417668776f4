// A DNS record somebody wrote, judged by what it does: to which machines a letter would be brought, and in which order.
import { absolute, isWithin, type Known } from '../core/base/dns.ts';
import { route } from '../core/mta/routing.ts';
import { readZone } from '../core/net/dns/zone-text.ts';
import { lookUp } from '../core/net/dns/lookup.ts';
import type { NameService } from '../core/net/dns/service.ts';
import { complete } from '../core/net/dns/zones.ts';
import type { RouteTest } from './lesson.ts';

/** How many questions a route may need: more is a loop. */
const MOST = 30;

/** Do these lines of a zone pass every test? The zone has an address for each host that a test names. */
export function passes(text: string, zone: string, tests: readonly RouteTest[]): boolean {
  const origin = absolute(zone);
  const written = readZone(text, origin);
  if (written.problems.length > 0 || written.records.length === 0) return false;
  const names = namesWith(origin, text, tests);
  return tests.every(({ to, hosts }) => triedFor(to, names).join() === hosts.join().toLowerCase());
}
function namesWith(origin: string, text: string, tests: readonly RouteTest[]): NameService {
  const hosts = [...new Set(tests.flatMap((test) => test.hosts))];
  const ours = hosts.filter((name) => isWithin(absolute(name), origin));
  const addresses = ours.map((name, i) => `${absolute(name)} A 192.0.2.${i + 1}`).join('\n');
  const { records } = readZone(`${addresses}\n${text}`, origin);
  return { zones: { [origin]: complete({ origin, signed: false, records }) }, faults: {}, latency: 0 };
}
function triedFor(domain: string, names: NameService): readonly string[] {
  const known: Known[] = [];
  for (let i = 0; i < MOST; i++) {
    const next = route({
      domain,
      known,
      self: { names: [], addresses: [] },
      families: [4],
      seed: 1,
      key: 'lesson',
    });
    if (next.type === 'need') known.push({ question: next.question, answer: lookUp(names, next.question) });
    else return next.type === 'attempts' ? next.attempts.map(({ host }) => host) : [];
  }
  return [];
}
