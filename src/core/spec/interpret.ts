// The one interpreter: a table and a happening in, the next session out. Here what is heard finds its rule; `choose.ts` asks the rule,
// and `settle.ts` moves the session.
import type { EventId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { Frame } from '../wire/framing.ts';
import { offered } from './adverts.ts';
import { choose, misfit } from './choose.ts';
import { compile, framingOf, type Node, type Row } from './compile.ts';
import { deadlineOf, patched } from './forget.ts';
import { cursor, no, type Offer } from './grammar.ts';
import type { Heard } from './heard.ts';
import type { Happening, Machine } from './machine.ts';
import type { Protocol } from './protocol.ts';
import type { Shape } from './take.ts';
import { forget } from './settle.ts';
import { begin, finish, flush, nodeOf, tellCommand, type Session, type Turn } from './turn.ts';

/** `given` is a patch of the session: what the process that dialled wants its own role to know (a job to send). */
export function machineOf<P extends Shape>(protocol: Protocol<P>): Machine<Session<P>, P['host']> {
  const table = compile(protocol);
  return {
    id: protocol.id,
    start: (given, now) => ({
      at: protocol.initial,
      session: given === undefined ? protocol.session : patched<P>(protocol.session, given),
      reading: null,
      unread: '',
      tag: '*',
      commands: 0,
      since: now,
      source: 0,
      closed: false,
    }),
    on(state, happening, env) {
      const turn = begin(table, state, happening, env);
      attend(turn, happening);
      flush(turn);
      const wakes = happening.type === 'received' || WAKES.has(happening.type);
      return finish(turn, wakes ? env.now : state.since);
    },
    deadline(state) {
      const spec = table.nodes.get(state.at.name)?.spec;
      return spec && !state.closed ? deadlineOf(spec, state) : undefined;
    },
    listens: (state, type) =>
      !state.closed && (type === 'received' || (table.nodes.get(state.at.name)?.signals.has(type) ?? false)),
  };
}
/** What starts a state's patience anew; losing it does too, or a rule that stays where it is would be asked again at once. */
const WAKES: ReadonlySet<Happening['type']> = new Set(['received', 'opened', 'secured', 'due']);
function attend<P extends Shape>(t: Turn<P>, happening: Happening): void {
  if (t.closed) return;
  if (happening.type === 'received')
    t.unread = t.unread === '' ? happening.octets : t.unread + happening.octets;
  else if (happening.type === 'due')
    raise(t, t.table.nodes.get(t.at.name)?.spec.timeout?.signal ?? '', happening, t.env.cause);
  else {
    if (happening.type === 'secured') forget(t); // plaintext that came in during the handshake
    raise(t, happening.type, happening, t.env.cause);
  }
  read(t);
}
/** Frame by frame, each in the state the one before led to. */
function read<P extends Shape>(t: Turn<P>): void {
  while (!t.closed) {
    const node = nodeOf(t);
    const framing = framingOf(node, t.at.data, t.host);
    const cut = framing.take(t.reading ?? framing.start, t.unread);
    t.reading = cut.reading === framing.start ? null : cut.reading;
    if (cut.used > 0) t.unread = cut.used === t.unread.length ? '' : t.unread.slice(cut.used);
    if (cut.frame) hear(t, node, cut.frame);
    else if (cut.used === 0 || t.unread === '') return;
  }
}
function hear<P extends Shape>(t: Turn<P>, node: Node<P>, frame: Frame): void {
  if (frame.kind === 'ask') {
    ask(t, node, frame);
    return;
  }
  t.reading = null;
  if (frame.kind === 'tooLong') {
    if (node.spec.as === undefined)
      t.tag = frame.head === undefined ? '*' : t.table.protocol.hear(frame.head).tag;
    t.cause = t.source;
    if (node.spec.over === undefined) misfit(t, node, 'tooLong', '(line)');
    else raise(t, node.spec.over, '', t.source);
  } else if (node.spec.as === undefined) order(t, node, frame.text);
  else raise(t, node.spec.as, frame.text, t.source);
}
/** A literal is announced: the protocol's `literal` signal says whether it may come. */
function ask<P extends Shape>(t: Turn<P>, node: Node<P>, frame: Frame & { kind: 'ask' }): void {
  t.tag = t.table.protocol.hear(frame.head).tag;
  t.refused = false;
  const framing = framingOf(node, t.at.data, t.host);
  raise(t, 'literal', frame, t.source);
  if (t.refused && t.reading) t.reading = framing.refuse?.(t.reading, frame.sync) ?? null;
}
/** A signal: something no client typed as a command. Not listened to here: nothing happens. */
function raise<P extends Shape>(t: Turn<P>, on: string, payload: unknown, cause: EventId): void {
  const row = nodeOf(t).signals.get(on);
  t.cause = cause;
  if (row) choose(t, row, payload);
}
function order<P extends Shape>(t: Turn<P>, node: Node<P>, text: Octets): void {
  const { protocol } = t.table;
  const heard = protocol.hear(text);
  t.tag = heard.tag;
  const borne = protocol.bears?.(t.host) ?? 0;
  if (++t.commands > borne && borne > 0) {
    tellCommand(t, heard.verb, text, undefined);
    raise(t, 'dropped', text, t.cause);
  } else if (heard.bad !== undefined) {
    tellCommand(t, heard.verb, text, undefined);
    misfit(t, node, heard.bad, heard.verb);
  } else obey(t, node, text, heard);
}
function obey<P extends Shape>(t: Turn<P>, node: Node<P>, text: Octets, { verb, rest, end }: Heard): void {
  const { protocol } = t.table;
  const row = node.verbs.get(verb) ?? (protocol.family && node.verbs.get(protocol.family(verb)));
  if (!row || row.of?.enabled?.(t.host) === false) {
    tellCommand(t, verb, text, undefined);
    misfit(t, node, knows(t, verb) ? 'badSequence' : 'unknown', verb);
    return;
  }
  const c = cursor(text.slice(0, end), rest, row.parameters.length === 0 ? undefined : () => offers(t, row));
  const given = row.args === undefined ? null : row.args.read(c);
  tellCommand(t, verb, text, c.problem);
  if (given !== no) {
    choose(t, row, given);
    return;
  }
  const as = c.problem?.as ?? 'badSyntax';
  misfit(t, node, protocol.misreads?.(as, t.host) ?? as, verb, row.traits, c.problem);
}
const knows = <P extends Shape>(t: Turn<P>, verb: string): boolean =>
  t.table.known.has(verb) && t.table.known.get(verb)?.enabled?.(t.host) !== false;
const offers = <P extends Shape>(t: Turn<P>, row: Row<P>): readonly Offer[] =>
  row.parameters
    .filter((b) => offered(b.of, t.session, t.host) !== undefined)
    .map((b) => ({ name: b.parameter.name, args: b.parameter.args }));
