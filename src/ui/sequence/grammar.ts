// The filter's language, as in an analyser: terms side by side must all be true, `or` between them parts alternatives, `-` means not.
//
//   filter = all *( "or" all )        all = 1*term
//   term   = [ "-" ] ( protocol | "#" number | code | key ":" value | word | quoted )
//   key    = "protocol" | "conn" | "code" | "from" | "to" | "text" | "is"
//   code   = 3 digits, of which the last two may be x: 5xx | "+OK" | "-ERR" | "OK" | "NO" | "BAD"
export const PROTOCOLS = ['smtp', 'pop3', 'imap', 'dns', 'tls', 'tcp'] as const;
export const KEYS = ['protocol', 'conn', 'code', 'from', 'to', 'text', 'is'] as const;
export const SORTS = ['refused', 'sealed', 'command', 'reply', 'state', 'mailbox'] as const;
export type Key = (typeof KEYS)[number];
export interface Term {
  readonly key: Key;
  /** In lower case. */
  readonly value: string;
  readonly not: boolean;
}
/** Alternatives, each of terms that must all be true. */
export type Filter = readonly (readonly Term[])[];
export type Fault =
  | { readonly kind: 'quote'; readonly at: number }
  | { readonly kind: 'key'; readonly word: string }
  | { readonly kind: 'value'; readonly word: string }
  | { readonly kind: 'alone'; readonly word: string };
export type Parsed =
  | { readonly filter: Filter; readonly fault?: undefined }
  | { readonly filter?: undefined; readonly fault: Fault };

const WORD = /\s*(-?)(?:([a-z]+):)?(?:"([^"]*)"|("?)(\S+))/y;
const CODE = /^[1-5](?:\d\d|\dx|xx)$/;
const NAMED = /^(?:\+ok|-err|ok|no|bad)$/;

const isOf = <T extends string>(all: readonly T[], word: string): word is T =>
  all.some((each) => each === word);

/** Never throws; the fault says what to change. */
export function parse(text: string): Parsed {
  const alternatives: Term[][] = [[]];
  const lower = text.toLowerCase();
  const end = lower.trimEnd().length;
  for (WORD.lastIndex = 0; WORD.lastIndex < end;) {
    const at = WORD.lastIndex;
    const found = read(lower, at);
    if (found === 'or') {
      if (alternatives.at(-1)?.length === 0) return { fault: { kind: 'alone', word: 'or' } };
      alternatives.push([]);
    } else if ('kind' in found) return { fault: found };
    else alternatives.at(-1)?.push(found);
  }
  if (alternatives.length > 1 && alternatives.at(-1)?.length === 0)
    return { fault: { kind: 'alone', word: 'or' } };
  return { filter: alternatives.filter((all) => all.length > 0) };
}
function read(text: string, at: number): Term | Fault | 'or' {
  const hit = WORD.exec(text);
  const [whole = '', minus = '', key, quoted, open, bare = ''] = hit ?? [];
  // one alone is a word to the expression
  if (open === '"' || bare === '"') return { kind: 'quote', at: at + whole.indexOf('"') };
  const word = whole.trim();
  // the two answers of POP3 are words of their own, sign and all
  if (NAMED.test(word)) return { key: 'code', value: word, not: false };
  const not = minus === '-';
  if (quoted !== undefined)
    return key === undefined ? { key: 'text', value: quoted, not } : keyed(key, quoted, not, word);
  if (word === 'or') return 'or';
  if (key !== undefined) return keyed(key, bare, not, word);
  if (bare.endsWith(':')) return { kind: 'value', word: bare };
  if (not && bare === '') return { kind: 'alone', word: '-' };
  return plain(bare, not);
}
function plain(word: string, not: boolean): Term | Fault {
  if (word === '-') return { kind: 'alone', word };
  if (isOf(PROTOCOLS, word)) return { key: 'protocol', value: word, not };
  if (/^#\d+$/.test(word)) return { key: 'conn', value: word.slice(1), not };
  if (word.startsWith('#')) return { kind: 'value', word };
  if (CODE.test(word)) return { key: 'code', value: word, not };
  return { key: 'text', value: word, not };
}
function keyed(key: string, value: string, not: boolean, word: string): Term | Fault {
  if (!isOf(KEYS, key)) return { kind: 'key', word: `${key}:` };
  const wrong =
    value === '' ||
    (key === 'protocol' && !isOf(PROTOCOLS, value)) ||
    (key === 'conn' && !/^#?\d+$/.test(value)) ||
    (key === 'is' && !isOf(SORTS, value));
  if (wrong) return { kind: 'value', word };
  return { key, value: key === 'conn' ? value.replace('#', '') : value, not };
}
