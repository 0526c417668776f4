// What names stand for (RFC 1034, RFC 1035): records, questions and answers as plain data.
import { canonical } from './address.ts';
import { asciiDomain } from './idna.ts';

/** Absolute and in lower case, with its last dot: `mx1.example.com.`; the root is `.`. */
export type DomainName = string;

export const TYPES = ['A', 'AAAA', 'MX', 'TXT', 'CNAME', 'PTR', 'SRV', 'TLSA', 'NS', 'SOA'] as const;
export type RecordType = (typeof TYPES)[number];
export const typeOf = (text: string): RecordType | undefined =>
  TYPES.find((type) => type === text.toUpperCase());

/** RFC 1035 §3.3; AAAA: RFC 3596; SRV: RFC 2782; TLSA: RFC 6698 §2. */
export type RecordData =
  | { readonly type: 'A' | 'AAAA'; readonly address: string }
  | { readonly type: 'MX'; readonly preference: number; readonly exchange: DomainName }
  /** Each of at most 255 octets. */
  | { readonly type: 'TXT'; readonly strings: readonly string[] }
  | { readonly type: 'CNAME' | 'PTR' | 'NS'; readonly target: DomainName }
  | {
      readonly type: 'SRV';
      readonly priority: number;
      readonly weight: number;
      readonly port: number;
      readonly target: DomainName;
    }
  | {
      readonly type: 'TLSA';
      readonly usage: number;
      readonly selector: number;
      readonly matching: number;
      /** Hexadecimal, in capitals. */
      readonly association: string;
    }
  | {
      readonly type: 'SOA';
      readonly primary: DomainName;
      /** The mailbox of whoever is responsible, its @ written as a dot. */
      readonly responsible: DomainName;
      readonly serial: number;
      readonly refresh: number;
      readonly retry: number;
      readonly expire: number;
      /** How long an answer that there is nothing may be kept (RFC 2308 §4). */
      readonly minimum: number;
    };
/** `ttl` in seconds. */
export type ResourceRecord = RecordData & { readonly name: DomainName; readonly ttl: number };
export type RecordOf<T extends RecordType> = ResourceRecord & { readonly type: T };
export const isOfType =
  <T extends RecordType>(type: T) =>
  (record: ResourceRecord): record is RecordOf<T> =>
    record.type === type;

/** `ANY`: whatever there is (RFC 8482 §1). */
export type QueryType = RecordType | 'ANY';
export interface Question {
  readonly name: DomainName;
  readonly type: QueryType;
}
export const ask = (type: QueryType, name: string): Question => ({ name: absolute(name), type });
export const isSameQuestion = (a: Question, b: Question): boolean => a.name === b.name && a.type === b.type;

/**
 * `ok`: there is an answer. `nxdomain`: no such name. `nodata`: the name is there, without such a record. `servfail`:
 * whoever was asked could not find out. `refused`: does not want to. `timeout`: said nothing. `unreachable`: nobody
 * listens there.
 */
export type Status = 'ok' | 'nxdomain' | 'nodata' | 'servfail' | 'refused' | 'timeout' | 'unreachable';
/** As a message says it (RFC 1035 §4.1.1). A server that is silent says nothing; who has asked it for somebody says that it failed. */
export const RCODE: Readonly<Record<Status, number>> = {
  ok: 0,
  nodata: 0,
  servfail: 2,
  nxdomain: 3,
  refused: 5,
  timeout: 2,
  unreachable: 2,
};
export interface Answer {
  readonly status: Status;
  /** First the aliases that led on, then what was asked for. */
  readonly records: readonly ResourceRecord[];
  /** The SOA of the zone that knows that there is nothing (RFC 2308 §2). */
  readonly authority: readonly ResourceRecord[];
  /** It was known already. */
  readonly cached: boolean;
  /** Every zone on the way was signed, and the signatures fit (RFC 4035 §3.2.3). */
  readonly ad: boolean;
  /** It comes from a server of the zone itself (RFC 1035 §4.1.1). */
  readonly aa: boolean;
}
/** What a question came to. */
export interface Known {
  readonly question: Question;
  readonly answer: Answer;
}
export const without = (status: Status): Answer => ({
  status,
  records: [],
  authority: [],
  cached: false,
  ad: false,
  aa: false,
});

/** In lower case and in ASCII, with its last dot; whether it may be a name is another question. */
export function absolute(text: string): DomainName {
  const lower = asciiDomain(text);
  return lower.endsWith('.') ? lower : `${lower}.`;
}
export const labelsOf = (name: DomainName): readonly string[] =>
  name === '.' ? [] : name.replace(/\.$/, '').split('.');
/** At or below it. */
export const isWithin = (name: DomainName, zone: DomainName): boolean =>
  zone === '.' || name === zone || name.endsWith(`.${zone}`);
/** One label less; of the root: the root. */
export const parentOf = (name: DomainName): DomainName => name.slice(name.indexOf('.') + 1) || '.';

/** What forbids this as a name (RFC 1035 §3.1), in the words of the usual tools; undefined: nothing does. */
export function misnamed(text: string): 'empty label' | 'label too long' | 'name too long' | undefined {
  if (text === '.') return undefined;
  const labels = text.replace(/\.$/, '').split('.');
  if (labels.includes('')) return 'empty label';
  if (labels.some((label) => label.length > 63)) return 'label too long';
  return text.replace(/\.$/, '').length > 253 ? 'name too long' : undefined;
}

/** Where the name of an address is kept (RFC 1035 §3.5, RFC 3596 §2.5); undefined: this is no address. */
export function reverseName(text: string): DomainName | undefined {
  const address = canonical(text);
  if (address === undefined) return undefined;
  if (!address.includes(':')) return `${address.split('.').toReversed().join('.')}.in-addr.arpa.`;
  const [head = '', tail = ''] = address.split('::');
  const groups = (side: string): readonly string[] =>
    side === '' ? [] : side.split(':').map((group) => group.padStart(4, '0'));
  const [before, after] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0000');
  const nibbles = Array.from([...before, ...zeros, ...after].join(''));
  return `${nibbles.toReversed().join('.')}.ip6.arpa.`;
}
