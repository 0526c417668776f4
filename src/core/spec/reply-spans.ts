// What each octet of a server's line is: found again in the templates the server spoke from.
import type { Octets } from '../base/octets.ts';
import type { Span } from '../wire/span.ts';
import { edges } from './diagram.ts';
import { stateNames } from './forget.ts';
import type { Spoken } from './outcomes.ts';
import type { Outcome, Protocol, Shape } from './protocol.ts';

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
  const known = p.answerSpans?.(line, spoken?.trigger) ?? statusSpans(line, spoken);
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
/** What a hello is answered with, row by row (RFC 5321 §4.1.1.1). */
const ABLE = /^250[ -]([A-Z0-9][A-Z0-9-]*)(?=[ =]|$)/;
const ENHANCED = /^[245]\d\d[ -]([245]\.\d{1,3}\.\d{1,3})(?= |$)/;
/** What a refusal says after its codes is for people. */
const REFUSED = /^(?:-ERR(?: \[[^\]]*\])?|[45]\d\d(?:[ -][45]\.\d{1,3}\.\d{1,3}(?= |$))?)[ -]/;
function statusSpans(line: Octets, spoken: Spoken | undefined): readonly Span[] {
  const status = /^(?:\+OK|-ERR|\+|\d{3}[ -])/.exec(line)?.[0] ?? '';
  const spans: Span[] = status === '' ? [] : [{ from: 0, to: status.trimEnd().length, role: 'status' }];
  const code = /^(?:\+OK|-ERR) (\[[^\]]*\])/d.exec(line)?.indices?.[1];
  if (code) spans.push({ from: code[0], to: code[1], role: 'code' });
  const enhanced = ENHANCED.exec(line)?.[1];
  if (enhanced !== undefined) spans.push({ from: 4, to: 4 + enhanced.length, role: 'enhanced-code' });
  const from = REFUSED.exec(line)?.[0].length ?? line.length;
  if (from < line.length) spans.push({ from, to: line.length, role: 'prose' });
  return HELLOS.has(spoken?.trigger ?? '') ? [...spans, ...ableSpans(line)] : spans;
}
const HELLOS: ReadonlySet<string> = new Set(['EHLO', 'LHLO']);
function ableSpans(line: Octets): readonly Span[] {
  const name = ABLE.exec(line)?.[1];
  if (name === undefined) return [];
  const end = 4 + name.length;
  const more = [...line.slice(end).matchAll(/[^ ]+/g)].map(({ 0: word, index }) => ({
    from: end + index,
    to: end + index + word.length,
    role: 'extension-parameter',
  }));
  return [{ from: 4, to: end, role: 'keyword' }, ...more];
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
