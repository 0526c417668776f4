// Message identifiers (RFC 5322 §3.6.4), as threading compares them (RFC 5256 §3).
import type { Octets } from '../base/octets.ts';
import { addressTokens, type Token } from './address-tokens.ts';
import { headerOf, unfolded, type Header } from './fields.ts';

export interface ThreadIds {
  readonly id: Octets | undefined;
  /** Oldest first: References, or the first of In-Reply-To where that has none. */
  readonly references: readonly Octets[];
  /** What it answers, where In-Reply-To alone says so: that one may know more of the conversation. */
  readonly parent: Octets | undefined;
}

/** Reads the header alone. */
export function threadIds(octets: Octets, header: Header = headerOf(octets)): ThreadIds {
  const idsIn = (name: string): readonly Octets[] => {
    const field = header.fields.find((it) => it.name === name);
    return field ? messageIds(unfolded(octets, field)) : [];
  };
  const references = idsIn('references');
  const parents = references.length > 0 ? [] : idsIn('in-reply-to').slice(0, 1);
  return {
    id: idsIn('message-id')[0],
    references: references.length > 0 ? references : parents,
    parent: parents[0],
  };
}

/** What stands between `<` and `>` with an `@` in it; quotes, comments and folding are gone. */
export function messageIds(text: Octets): readonly Octets[] {
  const ids: Octets[] = [];
  let open: Token[] | undefined;
  for (const token of addressTokens(text)) {
    const special = token.kind === 'special' ? token.text : '';
    if (special === '<') open = [];
    else if (special === '>') {
      const id = (open ?? []).map((it) => it.text).join('');
      if (id.includes('@')) ids.push(id);
      open = undefined;
    } else if (token.kind !== 'comment') open?.push(token);
  }
  return ids;
}
