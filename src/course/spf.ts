// Who may send in a domain's name, by the record it has (RFC 7208): what a written record comes to. Macros are not read.
import { familyOf } from '../core/base/address.ts';
import {
  ask,
  isOfType,
  isWithin,
  reverseName,
  type RecordType,
  type ResourceRecord,
} from '../core/base/dns.ts';
import { absolute } from '../core/base/dns.ts';
import { lookUp } from '../core/net/dns/lookup.ts';
import type { NameService } from '../core/net/dns/service.ts';

export const SPF_RESULTS = ['pass', 'fail', 'softfail', 'neutral', 'none', 'permerror'] as const;
export type SpfResult = (typeof SPF_RESULTS)[number];
interface Check {
  readonly names: NameService;
  readonly address: string;
  /** Questions that may still be asked of the DNS (RFC 7208 §4.6.4). */
  left: number;
}
/** May this address send for that domain (RFC 7208 §4)? */
export const spfOf = (names: NameService, domain: string, address: string): SpfResult =>
  check({ names, address, left: 10 }, domain);

interface Term {
  readonly result: SpfResult;
  readonly name: string;
  /** A domain, or a network; '' for the domain that is checked. */
  readonly value: string;
  readonly bits: Readonly<Record<4 | 6, number>>;
}
const RESULTS: Readonly<Record<string, SpfResult>> = {
  '': 'pass',
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
};
const TERM = /^([+?~-]?)(all|include|a|mx|ptr|ip4|ip6|exists)(?::(.*?))?(?:\/(\d{1,3}))?(?:\/\/(\d{1,3}))?$/i;
const MODIFIER = /^([a-z][\w.-]*)=(.*)$/i;
const WITH_VALUE = new Set(['include', 'ip4', 'ip6', 'exists']);

function check(it: Check, domain: string): SpfResult {
  const texts = found(it, 'TXT', domain)
    .filter(isOfType('TXT'))
    .map(({ strings }) => strings.join(''))
    .filter((text) => /^v=spf1(?: |$)/i.test(text));
  const [text] = texts;
  if (text === undefined) return 'none';
  const words = text
    .split(' ')
    .slice(1)
    .filter((word) => word !== '');
  const terms = words.filter((word) => !MODIFIER.test(word)).map(termOf);
  if (texts.length > 1 || text.includes('%')) return 'permerror';
  if (!terms.every((term) => term !== undefined)) return 'permerror';
  for (const term of terms) {
    const match = matches(it, term, domain);
    if (match === 'permerror') return match;
    if (match) return term.result;
  }
  const redirect = words
    .map((word) => MODIFIER.exec(word))
    .find((read) => read?.[1]?.toLowerCase() === 'redirect');
  return redirect ? redirected(it, redirect[2] ?? '') : 'neutral';
}
function termOf(word: string): Term | undefined {
  const [, sign = '', written, value = '', four, six] = TERM.exec(word) ?? [];
  const name = written?.toLowerCase();
  if (name === undefined || (WITH_VALUE.has(name) && value === '')) return undefined;
  // of ip6 the one number there is counts bits of an IPv6 address
  const bits =
    name === 'ip6' ? { 4: 32, 6: Number(four ?? 128) } : { 4: Number(four ?? 32), 6: Number(six ?? 128) };
  return bits[4] > 32 || bits[6] > 128 ? undefined : { result: RESULTS[sign] ?? 'pass', name, value, bits };
}
/** RFC 7208 §6.1: a domain without a record is a mistake here. */
function redirected(it: Check, domain: string): SpfResult {
  if (--it.left < 0) return 'permerror';
  const result = check(it, domain);
  return result === 'none' ? 'permerror' : result;
}
/** RFC 7208 §5. */
function matches(it: Check, term: Term, domain: string): boolean | 'permerror' {
  const { name, value } = term;
  if (name === 'all') return true;
  if (name === 'ip4' || name === 'ip6') return isIn(it.address, value, term.bits);
  if (--it.left < 0) return 'permerror';
  const target = value === '' ? domain : value;
  if (name === 'a') return atAddress(it, target, term);
  if (name === 'mx')
    return found(it, 'MX', target)
      .filter(isOfType('MX'))
      .some(({ exchange }) => atAddress(it, exchange, term));
  if (name === 'exists') return found(it, 'A', target).length > 0;
  return name === 'ptr' ? isNamed(it, target) : included(it, target);
}
/** RFC 7208 §5.2. */
function included(it: Check, domain: string): boolean | 'permerror' {
  const result = check(it, domain);
  return result === 'none' || result === 'permerror' ? 'permerror' : result === 'pass';
}
const found = ({ names }: Check, type: RecordType, domain: string): readonly ResourceRecord[] =>
  lookUp(names, ask(type, domain)).records;
function atAddress(it: Check, domain: string, { bits }: Term): boolean {
  const type = familyOf(it.address) === 6 ? 'AAAA' : 'A';
  return found(it, type, domain).some(
    (record) => (record.type === 'A' || record.type === 'AAAA') && isIn(it.address, record.address, bits),
  );
}
/** The name of the address, if it leads back to it (RFC 7208 §5.5). */
const isNamed = (it: Check, domain: string): boolean =>
  found(it, 'PTR', reverseName(it.address) ?? '.').some(
    (record) =>
      record.type === 'PTR' &&
      isWithin(record.target, absolute(domain)) &&
      atAddress(it, record.target, { result: 'pass', name: 'a', value: '', bits: { 4: 32, 6: 128 } }),
  );
function isIn(address: string, network: string, bits: Term['bits']): boolean {
  const [a, b] = [bitsOf(address), bitsOf(network)];
  const family = familyOf(address);
  return b !== '' && a.length === b.length && a.slice(0, bits[family]) === b.slice(0, bits[family]);
}
/** From the first on; '' for what is no address. */
const bitsOf = (address: string): string => {
  const labels = (reverseName(address) ?? '').split('.').slice(0, -3).toReversed();
  const [radix, width] = familyOf(address) === 6 ? [16, 4] : [10, 8];
  return labels.map((label) => Number.parseInt(label, radix).toString(2).padStart(width, '0')).join('');
};
