// Domains with one fault each, so that a lesson can put them together.
import { PERSONALITIES, type Policy } from '../../../host/policy.ts';
import type { StartHost } from '../../scenario.ts';
import { smtp } from './services.ts';

const faulty = (id: string, last: number, policy: Partial<Policy>): StartHost => ({
  id,
  addresses: [`203.0.113.${last}`],
  domain: id,
  services: [smtp],
  policy,
  reaches: [],
  store: id,
});
export const singleFaults: readonly StartHost[] = [
  faulty('greylist.test', 101, { greylist: 300 }),
  faulty('slow.test', 102, { replyDelay: 30, afterDot: 'silence' }),
  faulty('full.test', 103, { diskFull: true }),
  faulty('old.test', 104, PERSONALITIES.old),
  faulty('smuggle.test', 105, { lfTolerant: true }),
  faulty('loop-a.test', 106, { relayFor: ['loop-b.test'] }),
  faulty('loop-b.test', 107, { relayFor: ['loop-a.test'] }),
  { ...faulty('down.test', 108, {}), services: [] },
  faulty('aonly.test', 109, {}),
  faulty('strip.test', 112, {}), // its fault is on the cable (cables.ts)
  { ...faulty('a.equal.test', 110, {}), domain: 'equal.test', store: 'equal.test' },
  { ...faulty('b.equal.test', 111, {}), domain: 'equal.test', store: 'equal.test' },
];
/** Whom nobody trusts: reads along in the café, and writes in others' names. */
export const mallory: StartHost = {
  ...faulty('x.mallory.test', 66, { relay: 'open' }),
  domain: 'mallory.test',
  store: 'mallory.test',
};
/** They all have one user. */
export const FAULTY_DOMAINS: readonly string[] = [...new Set(singleFaults.map(({ store }) => store))];
