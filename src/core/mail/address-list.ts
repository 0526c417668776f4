// Address lists (RFC 5322 §3.4, obsolete forms §4.4). Lenient: every list is read, whatever is in it.
import type { Octets } from '../base/octets.ts';
import { addressTokens, type Token } from './address-tokens.ts';

export interface MailboxAddress {
  readonly kind: 'mailbox';
  /** The display name without its quotes, or the comment that old programs put there. Encoded words stay. */
  readonly name: Octets | undefined;
  /** `@a,@b`: the obsolete route (§4.4). */
  readonly route: Octets | undefined;
  /** Without its quotes. */
  readonly local: Octets;
  /** '' when the address has none. */
  readonly domain: Octets;
}
export interface GroupAddress {
  readonly kind: 'group';
  readonly name: Octets;
  readonly members: readonly MailboxAddress[];
}
export type Address = MailboxAddress | GroupAddress;

/** Whom a list names, those in groups too; a group may have more members than a call has arguments. */
export function mailboxesIn(list: readonly Address[]): readonly MailboxAddress[] {
  const found: MailboxAddress[] = [];
  for (const it of list) for (const one of it.kind === 'group' ? it.members : [it]) found.push(one);
  return found;
}
/** Of an unfolded field body. */
export function addressList(text: Octets): readonly Address[] {
  const [, quoted, phrase, local, domain] = USUAL.exec(text) ?? [];
  return local === undefined || domain === undefined
    ? anyList(text)
    : [{ kind: 'mailbox', name: quoted ?? phrase, route: undefined, local, domain }];
}
/** One address after one name, with nothing unusual in it: nine of ten lists are that. */
const USUAL =
  /^(?:"([^"\\\r\n]+)" |([^\s()<>[\]:;@\\,"]+(?: [^\s()<>[\]:;@\\,"]+)*) )?<([^\s()<>[\]:;@\\,"]+)@([^\s()<>[\]:;@\\,"]+)>$/;
/** Of whatever it may be. */
export function anyList(text: Octets): readonly Address[] {
  const found: Address[] = [];
  let group: { readonly name: Octets; readonly members: MailboxAddress[] } | undefined;
  let words: Token[] = [];
  const finish = (): void => {
    const mailbox = mailboxOf(words);
    if (mailbox) (group?.members ?? found).push(mailbox);
    words = [];
  };
  const leave = (): void => {
    if (group) found.push({ kind: 'group', name: group.name, members: group.members });
    group = undefined;
  };
  let angle = false;
  /** `<@a,@b` with no colon yet. */
  let route = false;
  let before = '';
  for (const token of addressTokens(text)) {
    const special = token.kind === 'special' ? token.text : '';
    if (special === '<') angle = true;
    if (special === '>') angle = false;
    const within = angle && route;
    if (before === '<') route = special === '@';
    else if (special === '<' || special === ':') route = false;
    before = special;
    // A route has commas and a colon of its own; a `<` that is never closed ends with its address.
    if (within) words.push(token);
    else if (special === ':' && !group && !angle) {
      group = { name: phrase(words.filter(({ kind }) => kind !== 'comment')), members: [] };
      words = [];
    } else if (special === ',' || special === ';') {
      finish();
      if (special === ';') leave();
      angle = false;
    } else words.push(token);
  }
  finish();
  leave();
  return found;
}

const isSpecial = (token: Token, text: string): boolean => token.kind === 'special' && token.text === text;

function mailboxOf(tokens: readonly Token[]): MailboxAddress | undefined {
  const words = tokens.filter((token) => token.kind !== 'comment');
  if (words.length === 0) return undefined;
  const open = words.findIndex((word) => isSpecial(word, '<'));
  if (open < 0) return named(comments(tokens), undefined, words);
  const close = words.findIndex((word, at) => at > open && isSpecial(word, '>'));
  const inside = words.slice(open + 1, close < 0 ? undefined : close);
  const name = open > 0 ? phrase(words.slice(0, open)) : comments(tokens);
  const colon =
    inside[0] && isSpecial(inside[0], '@') ? inside.findIndex((word) => isSpecial(word, ':')) : -1;
  const route =
    colon < 0
      ? undefined
      : inside
          .slice(0, colon)
          .map(({ text }) => text)
          .join('');
  return named(name, route, inside.slice(colon + 1));
}
/** What old programs wrote: `bob@example.com (Bob)`. */
const comments = (tokens: readonly Token[]): Octets =>
  tokens
    .filter(({ kind }) => kind === 'comment')
    .map(({ text }) => text)
    .join(' ');

function named(name: Octets, route: Octets | undefined, spec: readonly Token[]): MailboxAddress {
  const at = spec.findLastIndex((word) => isSpecial(word, '@'));
  return {
    kind: 'mailbox',
    name: name === '' ? undefined : name,
    route,
    local: dotted(at < 0 ? spec : spec.slice(0, at)),
    domain: at < 0 ? '' : dotted(spec.slice(at + 1)),
  };
}
/** Words as people separate them (§3.2.5, and the dots of §4.1). */
const phrase = (words: readonly Token[]): Octets =>
  words.map(({ text, spaced }, i) => (spaced && i > 0 ? ` ${text}` : text)).join('');

/** Around a dot nothing stays: `a . b` (§4.4). */
const dotted = (words: readonly Token[]): Octets =>
  words
    .map(({ text, spaced }, i) => {
      const before = words[i - 1]?.text ?? '.';
      return spaced && !before.endsWith('.') && !text.startsWith('.') ? ` ${text}` : text;
    })
    .join('');
