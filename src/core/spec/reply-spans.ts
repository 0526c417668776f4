// What each octet of a server's line is: found again in the templates the server spoke from.
import type { Octets } from '../base/octets.ts';
import type { Span } from '../wire/span.ts';
import { edges } from './diagram.ts';
import { stateNames } from './forget.ts';
import type { Spoken } from './outcomes.ts';
import type { Protocol } from './protocol.ts';
import type { Outcome, Shape } from './take.ts';

interface Candidate extends Spoken {
  /** How many octets of it are words, not holes. */
  readonly words: number;
  readonly names: readonly string[];
  readonly pattern: RegExp;
}
const HOLE = /\{(\w+)\}/;
const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Every row by itself; a row that is one list has no words of its own. */
function candidates(trigger: string, outcome: string, says: string): readonly Candidate[] {
  return says.split('\n').flatMap((row) => {
    const parts = row.split(HOLE); // even: words, odd: names
    const pattern = parts.map((part, i) => (i % 2 === 0 ? quoted(part) : '([^\\r\\n]*?)')).join('');
    const words = parts.filter((_, i) => i % 2 === 0).join('').length;
    const names = parts.filter((_, i) => i % 2 === 1);
    if (row.includes('{*') || words === 0) return [];
    return [{ trigger, outcome, words, names, pattern: new RegExp(`^${pattern}$`, 'd') }];
  });
}
const known = new WeakMap<object, readonly Candidate[]>();
function candidatesOf<P extends Shape>(p: Protocol<P>): readonly Candidate[] {
  const kept = known.get(p);
  if (kept) return kept;
  const misfits = [p.otherwise, ...stateNames<P>(p.states).map((name) => p.states[name].otherwise ?? {})];
  const said = (o: Outcome<P> | undefined): string | undefined => o?.says;
  const all = [
    ...edges(p).flatMap(({ trigger, outcome, says }) =>
      says === undefined ? [] : candidates(trigger, outcome, says),
    ),
    ...misfits.flatMap((own) =>
      Object.entries(own).flatMap(([outcome, it]) => {
        const says = said(it);
        return says === undefined ? [] : candidates('', outcome, says);
      }),
    ),
  ];
  const sorted = all.toSorted((a, b) => b.words - a.words);
  known.set(p, sorted);
  return sorted;
}

/**
 * `status`, `code` in brackets, the template's holes by name, and what the protocol knows of its answers besides. A line without its
 * end; one that fits no template has no holes.
 */
export function spansOfReply<P extends Shape>(
  p: Protocol<P>,
  line: Octets,
  spoken?: Spoken,
): readonly Span[] {
  const known = p.answerSpans?.(line, spoken?.trigger) ?? [];
  // a template is written without the tag it is sent with
  const tag = known.find(({ role }) => role === 'tag');
  const from = tag?.from === 0 ? tag.to + 1 : 0;
  const found = holes(p, line.slice(from), spoken).map((it) => ({
    ...it,
    from: it.from + from,
    to: it.to + from,
  }));
  // what is known of a line is more than what it was made of
  return [...known, ...found.filter((it) => !known.some(({ from: a, to: b }) => it.from < b && it.to > a))];
}
function holes<P extends Shape>(p: Protocol<P>, line: Octets, spoken: Spoken | undefined): readonly Span[] {
  // a row that goes on has a hyphen where its template has a space
  const row = line.replace(/^(\d{3})-/, '$1 ');
  const fits = candidatesOf(p).filter(({ pattern }) => pattern.test(row));
  const best = fits.find((it) => it.trigger === spoken?.trigger && it.outcome === spoken.outcome) ?? fits[0];
  const indices = best?.pattern.exec(row)?.indices ?? [];
  return (best?.names ?? []).flatMap((role, i): readonly Span[] => {
    const at = indices[i + 1];
    return at && at[1] > at[0] ? [{ from: at[0], to: at[1], role }] : [];
  });
}
