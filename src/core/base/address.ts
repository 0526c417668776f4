// IP addresses in text: every spelling of one address becomes the same text.
export type Family = 4 | 6;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const OCTET = /^(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/;
const octetsOf = (text: string): readonly number[] | undefined => {
  if (!isDigit(text.charCodeAt(text.length - 1))) return undefined; // most are names: told at one look
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => OCTET.test(part)) ? parts.map(Number) : undefined;
};

/** One side of `::`, as 16-bit groups; the last two may be written as an IPv4 address (RFC 4291 §2.2). */
function groupsOf(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const groups: number[] = [];
  for (const [i, part] of parts.entries()) {
    const octets = i === parts.length - 1 ? octetsOf(part) : undefined;
    if (octets) {
      const [a = 0, b = 0, c = 0, d = 0] = octets;
      groups.push(a * 256 + b, c * 256 + d);
    } else if (/^[0-9A-Fa-f]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}
function eight(text: string): readonly number[] | undefined {
  const [before = '', after, more] = text.split('::');
  const head = groupsOf(before);
  const tail = groupsOf(after ?? '');
  if (!head || !tail || more !== undefined) return undefined;
  if (after === undefined) return head.length === 8 ? head : undefined;
  // An IPv4 address may only end the whole.
  if (before.includes('.') || head.length + tail.length > 7) return undefined;
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}
/** The first of the longest runs of zeros is left out, unless it is a single group (RFC 5952 §4.2). */
function written(groups: readonly number[]): string {
  const all = groups.map((group) => group.toString(16)).join(':');
  const runs = all.match(/\b0(?::0)+\b/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (longest === '') return all;
  const at = all.search(new RegExp(`(?<![0-9a-f])${longest}(?![0-9a-f])`));
  return `${all.slice(0, at).replace(/:$/, '')}::${all.slice(at + longest.length).replace(/^:/, '')}`;
}
/** The address in its one recommended spelling (RFC 5952 §4); undefined: this is none. */
export function canonical(text: string): string | undefined {
  if (octetsOf(text)) return text;
  const groups = text.includes(':') ? eight(text) : undefined;
  return groups && written(groups);
}
const bitsOf = (text: string): string | undefined =>
  octetsOf(text)
    ?.map((octet) => octet.toString(2).padStart(8, '0'))
    .join('') ??
  (text.includes(':')
    ? eight(text)
        ?.map((group) => group.toString(2).padStart(16, '0'))
        .join('')
    : undefined);
/** Is it an address of this network, `192.0.2.0/24`, or this very one? (RFC 4632 §3.1, RFC 4291 §2.3) */
export function isWithin(address: string, network: string): boolean {
  const [base = '', length] = network.split('/');
  const [all, wanted] = [bitsOf(address), bitsOf(base)];
  if (all === undefined || all.length !== wanted?.length) return false;
  const shared = length === undefined ? wanted.length : Number(length);
  return all.startsWith(wanted.slice(0, shared));
}
/** Of an address. */
export const familyOf = (address: string): Family => (address.includes(':') ? 6 : 4);
/** The machine itself, seen from itself (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). Of a canonical address. */
export const isLoopback = (address: string): boolean =>
  address === '::1' || /^127(?:\.\d+){3}$/.test(address);
