// What the line being written would mean where it is about to go: to a server, or to the shell.
import { completeShell, usageOf, type Surroundings } from '../core/agents/console/complete.ts';
import { fromUtf8, utf8 } from '../core/base/octets.ts';
import type { Conn, World } from '../core/kernel/world.ts';
import type { Completion, Suggestion } from '../core/spec/describe.ts';
import type { Content } from '../core/trace/content.ts';
import { literalRole } from '../core/trace/literal-role.ts';
import { readers, type Reader } from '../core/trace/protocols.ts';
import { begunIn, contentIn, stateIn } from '../core/trace/status.ts';
import { NO_ADVICE, type Advice, type Doubt, type Mark, type Note } from './advice.ts';

/** Where in the words an octet of their UTF-8 form is. */
const wordsOffset = (octets: string, at: number): number => fromUtf8(octets.slice(0, at)).length;

/** In a connection: from the declaration of the protocol spoken there, and where the session stands. */
export function adviseWire(world: World, conn: Conn, text: string, caret: number): Advice {
  const reader = readers.get(conn.b.machine);
  const host = world.hosts[conn.b.host];
  if (!reader || !host) return NO_ADVICE;
  const octets = utf8(text);
  const at = utf8(text.slice(0, caret)).length;
  const here = reader.complete(conn.b.state, host, octets, at);
  const whole = reader.complete(conn.b.state, host, octets);
  if (!here || !whole) return NO_ADVICE;
  const content = contentIn(world, conn);
  // what is in a literal is right, whatever it is
  const inside = content?.ends === 'literal' && octets.length <= content.left;
  const before = begunIn(conn);
  const begins = before === '' ? reader.begins(conn.b.state) : '';
  const line = { octets, at, here, whole, begins, before, inside };
  const note = content && content.ends !== 'literal' ? noteOf(reader, content, octets) : undefined;
  const advice = { ...adviceOf(reader, line), note };
  return inside ? advice : (announcing(advice, reader, stateIn(conn), before, octets) ?? advice);
}
const ASKS = /\{(\d{1,15})(\+?)\}$/;
/** The line ends with the announcement of an argument: that is not there yet, and nothing is wrong with it. Undefined: it does not. */
function announcing(
  advice: Advice,
  reader: Reader,
  state: string,
  before: string,
  octets: string,
): Advice | undefined {
  const asks = advice.doubt && advice.doubt.kind !== 'expected' ? undefined : ASKS.exec(octets);
  const name = asks ? literalRole(reader, state, before + octets.slice(0, asks.index)) : '';
  if (!asks || name === '') return undefined;
  const marks = advice.marks.filter(({ role }) => role !== 'wrong');
  const note: Note = { kind: 'literal', octets: Number(asks[1]), name, waits: asks[2] === '' };
  return { ...advice, marks, doubt: undefined, note };
}
function noteOf(reader: Reader, { ends, lineStart }: Content, octets: string): Note {
  if (ends === 'dot' && lineStart && octets.startsWith('.')) return { kind: octets === '.' ? 'end' : 'dot' };
  const verb = octets.slice(0, verbEnd(octets, 0)).toUpperCase();
  return reader.help.some((known) => known.verb === verb) ? { kind: 'text', verb } : { kind: 'letter' };
}
interface Line {
  readonly octets: string;
  readonly at: number;
  /** At the caret, and at the end. */
  readonly here: Completion;
  readonly whole: Completion;
  /** What would come before a verb. */
  readonly begins: string;
  /** Of the command it goes on with. */
  readonly before: string;
  /** All of it is in a literal. */
  readonly inside: boolean;
}
function adviceOf(reader: Reader, line: Line): Advice {
  const { octets, at, here, whole, inside } = line;
  const doubt = octets.trim() === '' || here.expects || inside ? undefined : doubtOf(reader, whole, octets);
  const about = here.command ?? here.expects ?? whole.command;
  const lineWith = (word: string): string =>
    fromUtf8((octets === '' ? line.begins : octets.slice(0, here.from)) + word + octets.slice(at));
  const usage = here.usage.map((part) => ({ text: part.text, here: part.current }));
  const legal = inside ? [] : here.suggestions.filter(({ why }) => !why);
  return {
    marks: marksOf(reader, line, doubt).map(({ from, to, role }) => ({
      from: wordsOffset(octets, from),
      to: wordsOffset(octets, to),
      role,
    })),
    ghost: inside ? '' : fromUtf8(here.ghost),
    taken: at === octets.length ? takenOf(legal[0], lineWith) : '',
    others: legal.map(({ text }) => ({ text, line: lineWith(text) })),
    usage: usage.length > 0 ? usage : usageOfVerb(here.command ?? whole.command),
    meaning: about?.summary ?? '',
    rfc: about?.rfc ?? '',
    doubt,
    note: undefined,
  };
}
const takenOf = (first: Suggestion | undefined, lineWith: (word: string) => string): string =>
  first?.kind === 'value' ? lineWith(first.text) : '';
/** The caret is in the verb itself. */
const usageOfVerb = (command: Completion['command']): Advice['usage'] => {
  const [verb = '', ...rest] = command?.usage.split(' ') ?? [];
  return verb === '' ? [] : [{ text: verb, here: true }, ...rest.map((text) => ({ text, here: false }))];
};
const verbIn = ({ spans }: Completion, octets: string) =>
  spans.find(({ role }) => role === 'verb') ?? { from: 0, to: octets.length };
const WORD = /\S*/y;
function verbEnd(octets: string, from: number): number {
  WORD.lastIndex = from;
  return from + (WORD.exec(octets)?.[0].length ?? 0);
}
function marksOf(reader: Reader, { whole, octets, before }: Line, doubt: Doubt | undefined): readonly Mark[] {
  if (whole.expects) return whole.secret ? [{ from: 0, to: octets.length, role: 'secret' }] : [];
  const { spans } = whole;
  const marks: Mark[] = spans.map(({ from, to, role }) => ({
    from,
    to,
    role: role === 'verb' || role === 'tag' ? role : 'argument',
  }));
  for (const { from, to } of secretSpans(reader, before, octets)) marks.push({ from, to, role: 'secret' });
  if (doubt?.kind === 'expected')
    marks.push({ from: whole.problem?.at ?? 0, to: octets.length, role: 'wrong' });
  else if (doubt) {
    const { from, to } = verbIn(whole, octets);
    marks.push({ from, to, role: 'wrong' });
  }
  return marks;
}
/** Parentheses that are not closed yet hold half of something: it is judged when it is whole. */
function isOpen(rest: string): boolean {
  const bare = rest.replaceAll(/"(?:[^"\\]|\\.)*"/g, '');
  return /^ ?\(/.test(rest) && bare.split('(').length > bare.split(')').length;
}
/** Judged as the line would be sent; a verb that may still become a legal one is not doubted. */
function doubtOf(reader: Reader, whole: Completion, octets: string): Doubt | undefined {
  const { command, problem, suggestions, verb } = whole;
  if (!command)
    return suggestions.some(({ why }) => !why) ? undefined : { kind: 'unknown', verb: fromUtf8(verb) };
  const { why } = command;
  if (why?.kind === 'state') {
    if (suggestions.some(({ kind, ...other }) => kind === 'verb' && !other.why && other.text !== verb))
      return undefined;
    const state = reader.diagram().states.find(({ name }) => name === why.state)?.title ?? why.state;
    return { kind: 'not-now', verb, state, ways: why.unlock, secure: why.secure ?? '' };
  }
  if (why?.kind === 'notOffered') return { kind: 'not-offered', verb, secure: why.secure ?? '' };
  if (why) return { kind: 'unknown', verb };
  return problem && !goesOn(whole, octets.slice(problem.at))
    ? { kind: 'expected', expected: problem.expected }
    : undefined;
}
/** It may become what is offered. */
const goesOn = ({ incomplete, suggestions }: Completion, rest: string): boolean =>
  incomplete || suggestions.some(({ kind }) => kind === 'value') || isOpen(rest);

/** At a prompt: from the manuals, the machines one can reach, and the names of the DNS. */
export function adviseShell(around: Surroundings, text: string, caret: number): Advice {
  const before = text.slice(0, caret);
  const word = /\S*$/.exec(before)?.[0] ?? '';
  const words = before.trim() === '' ? [] : completeShell(before, around);
  const manual = usageOf(text);
  return {
    ...NO_ADVICE,
    ghost: caret < text.length ? '' : (words[0]?.slice(word.length) ?? ''),
    taken: '',
    others: words.map((each) => ({
      text: each,
      line: before.slice(0, before.length - word.length) + each + text.slice(caret),
    })),
    usage: manual ? [{ text: manual.usage, here: false }] : [],
    meaning: manual?.summary ?? '',
  };
}

/** Where a line holds one that goes on with a command. */
const secretSpans = (reader: Reader, before: string, octets: string) =>
  reader
    .secretsOf(before + octets)
    .filter(({ to }) => to > before.length)
    .map(({ from, to }) => ({ from: Math.max(0, from - before.length), to: to - before.length }));

/** Does this line hold a credential, to whatever server it is said? Of protocols that have not arrived nobody knows yet. */
export const holdsSecret = (line: string): boolean =>
  readers.here().some((reader) => reader.secretsOf(utf8(line)).length > 0);
/** Where a line to this server holds one; offsets in the words. */
export function secretsIn(world: World, conn: Conn, octets: string): readonly (readonly [number, number])[] {
  const reader = readers.get(conn.b.machine);
  const host = world.hosts[conn.b.host];
  if (!reader || !host) return [];
  const here = reader.complete(conn.b.state, host, octets);
  if (here?.expects) return here.secret ? [[0, fromUtf8(octets).length]] : [];
  return secretSpans(reader, begunIn(conn), octets).map(({ from, to }) => [
    wordsOffset(octets, from),
    wordsOffset(octets, to),
  ]);
}
