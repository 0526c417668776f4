// What each type of record has after its type, read field by field.
import { canonical, familyOf } from '../../base/address.ts';
import { absolute, misnamed, type DomainName, type RecordData, type RecordType } from '../../base/dns.ts';
import { isAscii } from '../../base/octets.ts';
import type { Misread, Token } from './tokens.ts';

/** Local to one line; after the first misreading, whatever is read stands for nothing. */
export interface Fields {
  readonly tokens: readonly Token[];
  /** What names without a last dot are below. */
  readonly origin: DomainName;
  /** Where the line ends. */
  readonly end: number;
  next: number;
  misread: Misread | undefined;
}
const expect = (r: Fields, column: number, expected: string): void => {
  r.misread ??= { column, expected };
};
function take(r: Fields, expected: string): Token | undefined {
  const token = r.tokens[r.next++];
  if (!token) expect(r, r.end, expected);
  return token;
}
function number(r: Fields, what: string, most: number): number {
  const expected = `${what}, a whole number up to ${most}`;
  const token = take(r, expected);
  const value = token && /^\d{1,10}$/.test(token.text) ? Number(token.text) : Number.NaN;
  if (value <= most) return value;
  if (token) expect(r, token.column, expected);
  return 0;
}
const byte = (r: Fields, what: string): number => number(r, what, 255);
const short = (r: Fields, what: string): number => number(r, what, 65_535);
const long = (r: Fields, what: string): number => number(r, what, 2 ** 32 - 1);

const WORDS = /^(?:\*|[a-z0-9_/-]+)(?:\.[a-z0-9_/-]+)*\.?$/i;
/** The name a word stands for; or what is wrong with it. */
export function nameIn(text: string, origin: DomainName): DomainName | { readonly expected: string } {
  if (text === '@') return origin;
  if (text === '.') return text;
  if (!isAscii(text)) return { expected: 'a name in ASCII; the A-label of b\u00fccher is xn--bcher-kva' };
  const full = absolute(text.endsWith('.') || origin === '.' ? text : `${text}.${origin}`);
  const wrong = misnamed(full);
  if (wrong !== undefined) return { expected: `a domain name (${wrong})` };
  return WORDS.test(text) ? full : { expected: 'a domain name of letters, digits, - and _' };
}
function name(r: Fields, what: string): DomainName {
  const token = take(r, what);
  const read = token ? nameIn(token.text, r.origin) : '.';
  if (typeof read === 'string') return read;
  if (token) expect(r, token.column, `${what}: ${read.expected}`);
  return '.';
}
function address(r: Fields, family: 4 | 6): string {
  const expected = `an IPv${family} address`;
  const token = take(r, expected);
  const read = token && canonical(token.text);
  if (read !== undefined && familyOf(read) === family) return read;
  if (token) expect(r, token.column, expected);
  return '';
}
function strings(r: Fields): readonly string[] {
  const out: string[] = [];
  for (let token = take(r, 'a text'); token; token = r.tokens[r.next++]) {
    if (token.text.length > 255) expect(r, token.column, 'at most 255 octets in one string; begin another');
    out.push(token.text);
  }
  return out;
}
function hexadecimal(r: Fields): string {
  const expected = 'octets in hexadecimal';
  let out = '';
  for (let token = take(r, expected); token; token = r.tokens[r.next++]) {
    if (!/^(?:[0-9a-f]{2})+$/i.test(token.text)) expect(r, token.column, expected);
    out += token.text.toUpperCase();
  }
  return out;
}

export const FIELDS: { readonly [T in RecordType]: (r: Fields) => RecordData } = {
  A: (r) => ({ type: 'A', address: address(r, 4) }),
  AAAA: (r) => ({ type: 'AAAA', address: address(r, 6) }),
  MX: (r) => ({
    type: 'MX',
    preference: short(r, 'a preference'),
    exchange: name(r, 'the name of a mail exchanger'),
  }),
  TXT: (r) => ({ type: 'TXT', strings: strings(r) }),
  CNAME: (r) => ({ type: 'CNAME', target: name(r, 'the name it is an alias of') }),
  PTR: (r) => ({ type: 'PTR', target: name(r, 'the name of that address') }),
  NS: (r) => ({ type: 'NS', target: name(r, 'the name of a name server') }),
  SRV: (r) => ({
    type: 'SRV',
    priority: short(r, 'a priority'),
    weight: short(r, 'a weight'),
    port: short(r, 'a port'),
    target: name(r, 'the name of a host'),
  }),
  TLSA: (r) => ({
    type: 'TLSA',
    usage: byte(r, 'a certificate usage'),
    selector: byte(r, 'a selector'),
    matching: byte(r, 'a matching type'),
    association: hexadecimal(r),
  }),
  SOA: (r) => ({
    type: 'SOA',
    primary: name(r, 'the name of the first name server'),
    responsible: name(r, 'the mailbox of whoever is responsible'),
    serial: long(r, 'a serial number'),
    refresh: long(r, 'a refresh interval'),
    retry: long(r, 'a retry interval'),
    expire: long(r, 'an expiry'),
    minimum: long(r, 'a TTL of negative answers'),
  }),
};
