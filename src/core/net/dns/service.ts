// The name servers of the world, as every resolver finds them.
import { absolute, misnamed, type DomainName } from '../../base/dns.ts';
import type { Micros } from '../../base/time.ts';
import { edited, type Edit, type Zones } from './zones.ts';

export const FAULTS = ['nxdomain', 'nodata', 'servfail', 'timeout'] as const;
/** What goes wrong with a name, whatever the zones say. */
export type Fault = (typeof FAULTS)[number];
export interface NameService {
  readonly zones: Zones;
  readonly faults: Readonly<Record<DomainName, Fault>>;
  /** From a question to its answer, when nobody knew it before. */
  readonly latency: Micros;
}
/** What cannot be done changes nothing; `edited` says why. */
export const withEdit = (names: NameService, edit: Edit): NameService => {
  const { zones } = edited(names.zones, edit);
  return zones ? { ...names, zones } : names;
};
export function withFault(names: NameService, name: string, fault: Fault | 'none'): NameService {
  if (typeof name !== 'string' || misnamed(absolute(name)) !== undefined) return names;
  const { [absolute(name)]: _old, ...others } = names.faults;
  if (fault === 'none') return { ...names, faults: others };
  return FAULTS.includes(fault) ? { ...names, faults: { ...others, [absolute(name)]: fault } } : names;
}
export const withLatency = (names: NameService, latency: Micros): NameService => ({ ...names, latency });
