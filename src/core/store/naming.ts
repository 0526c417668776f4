// Where a user's mailbox names begin, and what separates their levels (RFC 9051 §5.1, RFC 2342). Names are UTF-8 octets.
import type { Octets } from '../base/octets.ts';

export interface Namespace {
  readonly kind: 'personal' | 'others' | 'shared';
  /** What its names begin with: '', `INBOX.`, `#shared/`. */
  readonly prefix: Octets;
  readonly delimiter: string;
  /** Whose mailboxes: '' is each user's own. Another one's prefix is the owner and the delimiter. */
  readonly owner: string;
}
export type Naming = readonly Namespace[];
export const usualNaming = [
  { kind: 'personal', prefix: '', delimiter: '/', owner: '' },
] as const satisfies Naming;

export const INBOX = 'INBOX';
const LONGEST = 1000;

/** A mailbox that there may be: `key` is where the store keeps it. */
export interface Place {
  readonly namespace: Namespace;
  /** As clients see it: INBOX in capitals. */
  readonly name: Octets;
  readonly key: string;
}
/** Undefined: no mailbox can be called so. */
export function placeOf(naming: Naming, user: string, name: Octets): Place | undefined {
  const namespace = namespaceOf(naming, canonical(naming, name));
  const written = canonical(naming, name);
  if (!namespace || !isName(written, namespace)) return undefined;
  return { namespace, name: written, key: keyOf(namespace, user, written) };
}
/** The levels of INBOX's own tree are spelled as it is. */
function canonical(naming: Naming, name: Octets): Octets {
  const head = name.slice(0, INBOX.length);
  const next = name.charAt(INBOX.length);
  const whole =
    next === '' || naming.some(({ kind, delimiter }) => kind === 'personal' && delimiter === next);
  return whole && head.toUpperCase() === INBOX ? INBOX + name.slice(INBOX.length) : name;
}
/** The one with the longest prefix; INBOX is everybody's own, wherever names begin. */
function namespaceOf(naming: Naming, name: Octets): Namespace | undefined {
  if (name === INBOX) return naming.find(({ kind }) => kind === 'personal');
  let found: Namespace | undefined;
  for (const it of naming)
    if (name.startsWith(it.prefix) && name.length > it.prefix.length)
      if (!found || it.prefix.length > found.prefix.length) found = it;
  return found;
}
const keyOf = ({ owner, prefix }: Namespace, user: string, name: Octets): string =>
  owner === '' ? `${user}/${name}` : `${owner}/${name.slice(prefix.length)}`;

/** No level is empty, no character would harm a list (RFC 9051 §5.1, rules 2 to 5). */
function isName(name: Octets, { delimiter, prefix }: Namespace): boolean {
  const own = name === INBOX ? name : name.slice(prefix.length);
  return (
    name.length <= LONGEST &&
    !own.startsWith('#') &&
    !/[^ -~\x80-\xff]|[%*]/.test(own) &&
    own.split(delimiter).every((level) => level !== '')
  );
}

/** The names above it, the highest first: what a prefix begins with may be no mailbox's name. */
export function superiors({ namespace: { delimiter }, name }: Place): readonly Octets[] {
  const out: Octets[] = [];
  for (let at = name.indexOf(delimiter); at >= 0; at = name.indexOf(delimiter, at + 1))
    out.push(name.slice(0, at));
  return out;
}
