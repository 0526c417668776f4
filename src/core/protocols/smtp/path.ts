// Paths of an envelope (RFC 5321 §4.1.2). What is between the brackets is read whatever it is, so that a refusal can say what is
// wrong with it; what a host may tolerate is marked as a problem all the same, and the host decides.
import { canonical } from '../../base/address.ts';
import { asciiDomain } from '../../base/idna.ts';
import { isAscii, type Octets } from '../../base/octets.ts';
import { isDotString, type Mailbox } from '../../mail/mailbox.ts';
import { no, refuse, type Cursor, type Grammar, type No } from '../../spec/grammar.ts';
import { isUtf8 } from '../sasl/utf8.ts';

export interface Path {
  /** Null: `<>`. */
  readonly mailbox: Mailbox | null;
  /** As it is written, to be quoted. */
  readonly written: Octets;
  /** What is wrong with the address; '' nothing is. */
  readonly wrong: string;
  /** How it is written otherwise than it should be. */
  readonly loose: 'no' | 'space' | 'brackets';
  /** It has other letters than ASCII, for which the client needs SMTPUTF8 (RFC 6531 §3.3). */
  readonly utf8: boolean;
}
const LIMITS = { local: 64, domain: 255, label: 63, path: 256 } as const;
/** What is said back, so that there is room in the reply for what is wrong with it (§4.5.3.1.5). */
export const quoted = (text: Octets): Octets =>
  text.length > LIMITS.path + 16 ? `${text.slice(0, LIMITS.path - 16)}...` : text;

/** `FROM:<a@b.example>`, or `TO:`; the cursor stops behind it. */
export const path = (lead: 'FROM:' | 'TO:', role: 'reverse-path' | 'forward-path'): Grammar<Path> => {
  const usage = `${lead}<${role}>`;
  return {
    usage,
    arguments: [{ name: role, usage, secret: false }],
    rfc: '5321#4.1.2',
    read(c) {
      if (c.text.slice(c.at, c.at + lead.length).toUpperCase() !== lead)
        return refuse(c, `${lead}<address>, a colon and no space`);
      c.spans?.push({ from: c.at, to: c.at + lead.length, role: 'keyword' });
      c.at += lead.length;
      const from = c.at;
      while (c.text[c.at] === ' ') c.at++;
      const spaced = c.at > from;
      if (c.at >= c.text.length) return refuse(c, `${lead}<address>, the address in angle brackets`);
      const bare = c.text[c.at] !== '<';
      const start = c.at;
      const inside = bare ? bareWord(c) : bracketed(c, lead);
      if (inside === no) return no;
      c.spans?.push({ from: start, to: c.at, role });
      const { mailbox, wrong } = addressOf(inside, role);
      const loose = bare ? 'brackets' : spaced ? 'space' : 'no';
      noteLoose(c, from, loose, lead);
      if (wrong !== '')
        c.problem ??= { at: start, expected: `an address, and this is none: ${wrong}`, as: 'badSyntax' };
      return { mailbox, written: quoted(c.text.slice(start, c.at)), wrong, loose, utf8: !isAscii(inside) };
    },
  };
};
function noteLoose(c: Cursor, at: number, loose: Path['loose'], lead: string): void {
  if (loose === 'no') return;
  const expected = loose === 'space' ? `no space after ${lead}` : 'the address in angle brackets';
  c.problem ??= { at, expected, as: 'badSyntax' };
}
function bareWord(c: Cursor): Octets {
  const end = c.text.indexOf(' ', c.at);
  const from = c.at;
  c.at = end < 0 ? c.text.length : end;
  return c.text.slice(from, c.at);
}
/** Up to the `>` that is in no quotes. */
function bracketed(c: Cursor, lead: string): Octets | No {
  const from = c.at + 1;
  let quoted = false;
  for (let i = from; i < c.text.length; i++) {
    const char = c.text[i];
    if (quoted && char === '\\') i++;
    else if (char === '"') quoted = !quoted;
    else if (char === '>' && !quoted) {
      c.at = i + 1;
      return c.text.slice(from, i);
    }
  }
  return refuse(c, `a > at the end of the address after ${lead}`);
}

type Read = Pick<Path, 'mailbox' | 'wrong'>;
const wrongly = (wrong: string): Read => ({ mailbox: null, wrong });
/** What stands between the brackets. A source route is accepted and ignored (Appendix C). */
export function addressOf(inside: Octets, role: 'reverse-path' | 'forward-path'): Read {
  const octets = inside.length + 2;
  if (octets > LIMITS.path)
    return wrongly(`a path has ${LIMITS.path} octets at most with its brackets, and this one has ${octets}`);
  if (inside === '')
    return role === 'reverse-path'
      ? { mailbox: null, wrong: '' }
      : wrongly('there is nobody behind an empty address');
  if (!isUtf8(inside)) return wrongly('letters beyond ASCII have to be UTF-8');
  const route = /^@([^:]*):/.exec(inside);
  if (
    route &&
    !(route[1] ?? '').split(',').every((hop, i) => wrongDomain(i > 0 ? hop.replace(/^@/, '') : hop) === '')
  )
    return wrongly('the route before the address is no list of @domain,@domain');
  return mailbox(route ? inside.slice(route[0].length) : inside, role);
}
function mailbox(text: Octets, role: 'reverse-path' | 'forward-path'): Read {
  const { local, rest, wrong } = text.startsWith('"') ? quotedLocal(text) : plainLocal(text);
  if (wrong !== '') return wrongly(wrong);
  if (local.length > LIMITS.local)
    return wrongly(`what stands before @ has ${LIMITS.local} octets at most, and this has ${local.length}`);
  if (rest === '') {
    if (role === 'forward-path' && local.toLowerCase() === 'postmaster')
      return { mailbox: { local, domain: '' }, wrong: '' };
    return { mailbox: { local, domain: '' }, wrong: UNQUALIFIED };
  }
  const domain = rest.slice(1);
  const about = domain.startsWith('[') ? wrongLiteral(domain) : wrongDomain(domain);
  return { mailbox: about === '' ? { local, domain } : null, wrong: about };
}
/** A submission server may complete such an address (RFC 6409 §6.2); nobody else can know the domain. */
export const UNQUALIFIED = 'an address has a domain: name@example.com';

interface Local {
  readonly local: Octets;
  /** `@domain`, or ''. */
  readonly rest: Octets;
  readonly wrong: string;
}
function quotedLocal(text: Octets): Local {
  const found = /^"((?:[ !#-[\]-~\x80-\xff]|\\[ -~])*)"(@.*|$)/s.exec(text);
  if (!found)
    return {
      local: '',
      rest: '',
      wrong: 'a quoted name ends in " and then comes @; no control characters inside',
    };
  return { local: (found[1] ?? '').replaceAll(/\\(.)/gs, '$1'), rest: found[2] ?? '', wrong: '' };
}
function plainLocal(text: Octets): Local {
  const at = text.indexOf('@');
  const local = at < 0 ? text : text.slice(0, at);
  return { local, rest: at < 0 ? '' : text.slice(at), wrong: isDotString(local) ? '' : wrongLocal(local) };
}
function wrongLocal(local: Octets): string {
  if (local === '') return 'nobody stands before @';
  if (local.startsWith('.') || local.endsWith('.'))
    return 'a name before @ neither begins nor ends with a dot';
  if (local.includes('..')) return 'two dots in a row need quotes: "a..b"@example.com';
  if (local.includes(' ')) return 'a space in a name needs quotes: "john smith"@example.com';
  return 'such a name before @ needs quotes: "a,b"@example.com';
}

const LABEL = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)$/;
/** Most domains, at one look. */
const FINE =
  /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/;
/** Has it more octets than any domain, or any name between its dots (RFC 1035 §2.3.4)? */
export const isOverlong = (domain: Octets): boolean =>
  domain.length > LIMITS.domain || domain.split('.').some((label) => label.length > LIMITS.label);
/** What is wrong with a domain name; '': nothing. */
export function wrongDomain(domain: Octets): string {
  if (domain.length > LIMITS.domain)
    return `a domain has ${LIMITS.domain} octets at most, and this one has ${domain.length}`;
  if (FINE.test(domain)) return '';
  if (domain.includes('_'))
    return 'a domain name has letters, digits, hyphens and dots; an underscore is none of them';
  if (domain.includes('@')) return 'an address has one @';
  // its length is what the DNS would have to say (RFC 5890 §2.3.2.1)
  const labels = asciiDomain(domain).split('.');
  const long = labels.find((label) => label.length > LIMITS.label);
  if (long !== undefined)
    return `what stands between the dots of a domain has ${LIMITS.label} octets at most, and this has ${long.length}`;
  return labels.every((label) => LABEL.test(label))
    ? ''
    : 'the domain is names with dots between: letters, digits and hyphens, a hyphen neither first nor last';
}
/** `[192.0.2.1]`, `[IPv6:2001:db8::1]` (§4.1.3). */
export function wrongLiteral(literal: Octets): string {
  const inside = /^\[([^\][\\ ]*)\]$/.exec(literal)?.[1];
  if (inside === undefined) return 'an address in brackets ends with ]';
  const v6 = /^IPv6:(.*)$/i.exec(inside)?.[1];
  if (v6 !== undefined)
    return v6.includes(':') && canonical(v6) !== undefined ? '' : 'that is no IPv6 address';
  // other tags than IPv6 would be registered, and none is (§4.1.3)
  if (inside.includes(':')) return 'an address in brackets is [192.0.2.1] or [IPv6:2001:db8::1]';
  return canonical(inside) === undefined ? 'that is no IPv4 address; an IPv6 one begins with IPv6:' : '';
}
