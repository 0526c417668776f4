// What the console offers while a line is being typed: verbs, values, the usage with the caret's argument marked, and why not.
import type { Rfc } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import { begunOf } from '../wire/framing.ts';
import type { Span } from '../wire/span.ts';
import { commandsOf, signalsOf } from './compile.ts';
import { anyState, isSecret } from './forget.ts';
import { cursor, type Argument, type Grammar, type Offer, type Problem, type Suggested } from './grammar.ts';
import { legalNow, type LegalVerb, type Place, type Why } from './legal.ts';
import type { Protocol } from './protocol.ts';
import type { Shape } from './take.ts';

export interface Suggestion {
  readonly text: string;
  readonly kind: 'verb' | 'value';
  /** Undefined: it may be sent as it is. */
  readonly why: Why | undefined;
  /** Of a verb. */
  readonly summary: string;
}
export interface UsagePart {
  readonly text: string;
  /** The caret is in it, or it comes next. */
  readonly current: boolean;
  readonly secret: boolean;
}
export interface Completion {
  /** Where what is being completed begins; suggestions replace `from`..caret. */
  readonly from: number;
  readonly suggestions: readonly Suggestion[];
  /** What the first suggestion would add at the caret; '' when none fits. */
  readonly ghost: string;
  /** The verb, then its arguments; empty until a verb is known. */
  readonly usage: readonly UsagePart[];
  readonly command: LegalVerb | undefined;
  /** As it was heard, in capitals; '' where no command is read. */
  readonly verb: Octets;
  /** Why the whole line would not be understood. */
  readonly problem: Problem | undefined;
  /** The line is only not finished yet. */
  readonly incomplete: boolean;
  /** A credential is being typed: show no character of it. */
  readonly secret: boolean;
  readonly spans: readonly Span[];
  /** This state does not read commands: what its lines are instead. */
  readonly expects: { readonly summary: string; readonly rfc: Rfc } | undefined;
}
const NOTHING: Completion = {
  from: 0,
  suggestions: [],
  ghost: '',
  usage: [],
  command: undefined,
  verb: '',
  problem: undefined,
  incomplete: false,
  secret: false,
  spans: [],
  expects: undefined,
};

export function complete<P extends Shape>(
  p: Protocol<P>,
  place: Place<P>,
  text: Octets,
  caret: number = text.length,
): Completion {
  const spec = anyState(p.states[place.session.at.name]);
  if (spec.as !== undefined) {
    const signal = signalsOf(p).find(({ rule }) => rule.on === spec.as)?.rule;
    const expects = signal && { summary: signal.summary, rfc: signal.rfc };
    return { ...NOTHING, from: caret, secret: isSecret(spec, place.session.at.data, text), expects };
  }
  const { reading } = place.session;
  const before = reading ? begunOf(reading) : '';
  if (before === '') return completeLine(p, place, text, caret);
  // the line goes on after a literal, or half of it was sent before: it is read with what came then
  return moved(completeLine(p, place, before + text, before.length + caret), before);
}
function moved(whole: Completion, before: Octets): Completion {
  const by = before.length;
  const { from, spans, problem, suggestions } = whole;
  // of a word that was begun then, only the rest is missing
  const sent = before.slice(from);
  const fits = ({ text }: Suggestion): boolean =>
    text.length > sent.length && text.toUpperCase().startsWith(sent.toUpperCase());
  return {
    ...whole,
    from: Math.max(0, from - by),
    suggestions: suggestions.filter(fits).map(({ text, kind, why, summary }) => ({
      text: text.slice(sent.length),
      kind,
      why,
      summary,
    })),
    spans: spans.flatMap((it) =>
      it.to > by ? [{ ...it, from: Math.max(0, it.from - by), to: it.to - by }] : [],
    ),
    problem: problem && { ...problem, at: Math.max(0, problem.at - by) },
  };
}
function completeLine<P extends Shape>(
  p: Protocol<P>,
  place: Place<P>,
  text: Octets,
  caret: number,
): Completion {
  const { tag, verb, rest, end = text.length } = p.hear(text);
  const start = tag !== '' && tag !== '*' ? tag.length + 1 : 0;
  const verbs = legalNow(p, place);
  if (caret <= start + verb.length) return completeVerb(verbs, text, start, caret, verb);
  const found = commandsOf(p).find(({ rule }) => rule.verb === verb)?.rule;
  const command = verbs.find((it) => it.verb === verb);
  const spans = spansAt(start, verb.length);
  if (!found || !command) return { ...NOTHING, from: caret, command, verb, spans };
  return completeArguments(p, place, found.args, { text, caret, rest, end, start, command });
}
/** Of the tag, where there is one, and the verb. */
const spansAt = (start: number, verb: number): Span[] => [
  ...(start > 0 ? [{ from: 0, to: start - 1, role: 'tag' }] : []),
  { from: start, to: start + verb, role: 'verb' },
];
function completeVerb(
  verbs: readonly LegalVerb[],
  text: Octets,
  from: number,
  caret: number,
  verb: Octets,
): Completion {
  const typed = text.slice(from, caret).toUpperCase();
  const fitting = verbs.filter(({ verb }) => verb.startsWith(typed));
  const suggestions = fitting.map(({ verb, why, summary }): Suggestion => ({
    text: verb,
    kind: 'verb',
    why,
    summary,
  }));
  const whole = text.slice(from).toUpperCase();
  const first = suggestions.find(({ why }) => !why);
  const ghost = typed === '' || caret < text.length ? '' : (first?.text.slice(typed.length) ?? '');
  const meant = ghost === '' ? whole : first?.text;
  const command = verbs.find((it) => it.verb === meant);
  return { ...NOTHING, from, suggestions, ghost, command, verb, spans: spansAt(from, text.length - from) };
}
interface Typing {
  readonly text: Octets;
  readonly caret: number;
  readonly rest: number;
  readonly end: number;
  readonly start: number;
  readonly command: LegalVerb;
}
function completeArguments<P extends Shape>(
  p: Protocol<P>,
  place: Place<P>,
  args: Grammar<unknown>,
  { text, caret, rest, end, start, command }: Typing,
): Completion {
  const offers = offersOf(p, command.verb);
  const spans = spansAt(start, command.verb.length);
  const whole = cursor(text.slice(0, end), rest, () => offers, spans);
  args.read(whole);
  const current = currentArgument(args, text.slice(0, caret), rest, offers);
  const secret = current?.secret === true;
  const offered =
    current && !secret ? offeredAt(p, place, text.slice(rest, caret), command.verb, current) : NONE;
  const { typed } = offered;
  const from = caret - typed.length;
  const fits = (value: Octets): boolean => value.toUpperCase().startsWith(typed.toUpperCase());
  const written = offered.values.filter(fits);
  const values = offered.meant ? [...written, ...offered.meant.filter((it) => !fits(it))] : written;
  const suggestions = values.map((value): Suggestion => ({
    text: value,
    kind: 'value',
    why: undefined,
    summary: '',
  }));
  const ghost = caret < text.length ? '' : (written[0]?.slice(typed.length) ?? '');
  const usage: readonly UsagePart[] = [
    { text: command.verb, current: false, secret: false },
    ...args.arguments.map((it) => ({ text: it.usage, current: it === current, secret: it.secret })),
  ];
  const { problem } = whole;
  const incomplete = problem !== undefined && problem.at >= end;
  const { verb } = command;
  return {
    from,
    suggestions,
    ghost,
    usage,
    command,
    verb,
    problem,
    incomplete,
    secret,
    spans,
    expects: undefined,
  };
}
const NONE: Suggested = { typed: '', values: [] };
function offeredAt<P extends Shape>(
  p: Protocol<P>,
  { session: { at, session }, host }: Place<P>,
  before: Octets,
  verb: string,
  { name }: Argument,
): Suggested {
  const own = p.suggests?.({ at, session, host }, verb, before);
  if (own) return own;
  return {
    typed: before.slice(before.lastIndexOf(' ') + 1),
    values: p.hints?.(at, session, host)[name] ?? [],
  };
}
/** What extensions allow after the arguments of a verb, wherever it is said. */
export const offersOf = <P extends Shape>(p: Protocol<P>, verb: string): readonly Offer[] =>
  p.extensions
    .flatMap((e) => e.parameters ?? [])
    .filter((q) => q.of === verb)
    .map((q) => ({ name: q.name, args: q.args }));
/** The one the caret is in, else the one after the last that ends before it; what is in parentheses is not done yet. */
function currentArgument(
  args: Grammar<unknown>,
  before: Octets,
  rest: number,
  offers: readonly Offer[],
): Argument | undefined {
  const spans: Span[] = [];
  args.read(cursor(before, rest, () => offers, spans));
  const named = spans.filter(({ role }) => args.arguments.some(({ name }) => name === role));
  const last = named.findLast(({ to }) => to >= before.length) ?? named.at(-1);
  const nth = args.arguments.findIndex(({ name }) => name === last?.role);
  const done =
    last !== undefined && last.to < before.length && !/\([^)]*$/.test(before.slice(rest, last.from));
  return args.arguments[Math.min(Math.max(0, done ? nth + 1 : nth), args.arguments.length - 1)];
}

/** Where a line holds a credential, in whatever state it is said; all arguments when they cannot be told apart. */
export function secretsOf<P extends Shape>(p: Protocol<P>, line: Octets): readonly Span[] {
  const { verb, rest, end } = p.hear(line);
  const args = commandsOf(p).find(({ rule }) => rule.verb === verb)?.rule.args;
  const secret = new Set(args?.arguments.filter((it) => it.secret).map(({ name }) => name));
  if (!args || secret.size === 0) return [];
  const spans: Span[] = [];
  const c = cursor(line.slice(0, end), rest, () => offersOf(p, verb), spans);
  args.read(c);
  // what is announced is yet to come
  const asks = /\{\d+\+?\}$/.exec(line);
  if (c.problem && !(asks && c.problem.at >= asks.index))
    return rest < line.length ? [{ from: rest, to: line.length, role: 'secret' }] : [];
  return spans.filter(({ role }) => secret.has(role));
}
