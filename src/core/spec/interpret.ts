// The one interpreter: a table and a happening in, the next session out.
import { throwOn } from '../base/parts.ts';
import type { EventId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import { draw } from '../base/random.ts';
import type { Frame } from '../wire/framing.ts';
import { compile, framingOf, type Edge, type Edges, type Node, type Row } from './compile.ts';
import {
  asEffect,
  checkForgotten,
  deadlineOf,
  movedHost,
  parametersOf,
  patched,
  placed,
  runForgotten,
} from './forget.ts';
import { advertsOf, offered } from './adverts.ts';
import { cursor, no, NO_PARAMETERS, wordsOf, type Offer, type Problem } from './grammar.ts';
import type { Heard } from './heard.ts';
import type { Happening, Machine } from './machine.ts';
import type { At, Cx, Otherwise, Protocol, Shape, Taken } from './protocol.ts';
import {
  begin,
  finish,
  flush,
  tellBelief,
  tellCommand,
  tellDiscarded,
  tellFact,
  tellFault,
  tellOutcome,
  type Session,
  type Turn,
} from './turn.ts';

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
const nodeOf = <P extends Shape>(t: Turn<P>): Node<P> => {
  const node = t.table.nodes.get(t.at.name);
  if (!node) throw new Error(`no state ${t.at.name}`);
  return node;
};
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
  t.tag = t.table.protocol.hear(frame.text).tag;
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
  misfit(t, node, c.problem?.as ?? 'badSyntax', verb, row.traits, c.problem);
}
/** No rule of the protocol fits what was heard. */
const misfit = <P extends Shape>(
  t: Turn<P>,
  node: Node<P>,
  outcome: keyof Otherwise<P>,
  verb: string,
  traits: Partial<P['traits']> = {},
  problem?: Problem,
): void => {
  const args = wordsOf(verb, problem, t.table.protocol.hello?.(t.session));
  settleOn(t, node.otherwise, { outcome, args, move: {} }, verb, traits);
};
const knows = <P extends Shape>(t: Turn<P>, verb: string): boolean =>
  t.table.known.has(verb) && t.table.known.get(verb)?.enabled?.(t.host) !== false;
const offers = <P extends Shape>(t: Turn<P>, row: Row<P>): readonly Offer[] =>
  row.parameters
    .filter((b) => offered(b.of, t.session, t.host) !== undefined)
    .map((b) => ({ name: b.parameter.name, args: b.parameter.args }));
const contextOf = <P extends Shape>(t: Turn<P>): Cx<P> => ({
  at: t.at,
  state: t.at.data,
  session: t.session,
  host: t.host,
  conn: t.env.conn,
  tag: t.tag,
  now: t.env.now,
  epoch: t.env.epoch,
  adverts: (changed) =>
    advertsOf(t.table.protocol, changed ? patched<P>(t.session, changed) : t.session, t.host),
  draw: (...keys) => draw(t.env.seed, t.env.conn, ...keys),
});
/** Let the rule choose among its outcomes; parameters with a veto come first. */
function choose<P extends Shape>(t: Turn<P>, row: Row<P>, given: unknown): void {
  try {
    const cx = contextOf(t);
    if (vetoed(t, row, given, cx)) return;
    const taken = runForgotten(row.run, cx, given, row.take);
    const from = t.at.name; // each of several choices leads from where the rule was asked
    if ('outcome' in taken) settleOn(t, row.edges, taken, row.trigger, row.traits, from);
    else for (const one of taken) settleOn(t, row.edges, one, row.trigger, row.traits, from);
  } catch (error) {
    throwOn(error);
    t.cause = tellFault(t, String(error));
    letGo(t);
    misfit(t, nodeOf(t), 'fault', row.trigger);
  }
}
/** A fault ends the session: what it held on its host is given back as if the client had gone, or nobody would ever get it. */
function letGo<P extends Shape>(t: Turn<P>): void {
  const row = nodeOf(t).signals.get('closed');
  if (!row) return;
  try {
    const taken = runForgotten(row.run, contextOf(t), RESET, row.take);
    if (!('outcome' in taken)) return;
    if (taken.move.host) t.host = movedHost<P>(taken.move);
    for (const fact of taken.move.facts ?? []) tellFact(t, fact);
  } catch (error) {
    throwOn(error);
    t.cause = tellFault(t, String(error));
  }
}
const RESET: Happening = { type: 'closed', how: 'reset' };
function vetoed<P extends Shape>(t: Turn<P>, row: Row<P>, given: unknown, cx: Cx<P>): boolean {
  const values = row.parameters.length === 0 ? undefined : parametersOf(given);
  if (!values || values === NO_PARAMETERS) return false;
  for (const bound of row.parameters) {
    const value = values[bound.parameter.name];
    const veto =
      value === undefined ? undefined : checkForgotten(bound.parameter, cx, value, bound.take, values);
    if (!veto) continue;
    settleOn(t, bound.edges, veto, `${row.trigger}/${bound.parameter.name}`, row.traits);
    return true;
  }
  return false;
}

/** Along the edge: state, session, host, facts, words, TLS. The only place a session moves. */
function settleOn<P extends Shape>(
  t: Turn<P>,
  edges: Edges<P>,
  taken: Taken,
  trigger: string,
  traits: Partial<P['traits']>,
  from: string = t.at.name,
): void {
  const edge = edges.get(taken.outcome);
  if (!edge) throw new Error(`undeclared outcome ${taken.outcome}`);
  const { move } = taken;
  const before = t.at;
  t.at = arrive(t, edge, move);
  if (move.session) t.session = patched<P>(t.session, move.session);
  if (move.host) t.host = movedHost<P>(move);
  if (edge.outcome.to === 'closed') t.closed = true;
  t.cause = tellOutcome(t, trigger, taken.outcome, from);
  if (move.facts) for (const fact of move.facts) tellFact(t, fact);
  if (move.effects)
    for (const effect of move.effects) t.effects.push({ effect: asEffect(effect), cause: t.cause });
  speak(t, edge, taken, traits);
  if (t.at !== before) tellBelief(t, before);
  if (edge.outcome.then === 'secure') secure(t);
  if (edge.outcome.then === 'refuse') t.refused = true;
  if (t.closed) {
    flush(t);
    t.effects.push({ effect: CLOSE, cause: t.cause });
  }
}
const CLOSE = { type: 'close', how: 'close' } as const;
function arrive<P extends Shape>(t: Turn<P>, edge: Edge<P>, move: Taken['move']): At<P> {
  const { to } = edge.outcome;
  if (typeof to !== 'string' || to === 'same') {
    if (!move.at) return move.state === undefined ? t.at : placed<P>(t.at.name, move.state);
    const allowed = to === 'same' ? move.at.name === t.at.name : to.some((name) => name === move.at?.name);
    if (!allowed) throw new Error(`${move.at.name} is not where this outcome leads`);
    return placed<P>(move.at.name, move.at.data);
  }
  return to === 'closed' ? t.at : placed<P>(to, move.state ?? {});
}
function speak<P extends Shape>(t: Turn<P>, edge: Edge<P>, taken: Taken, traits: Partial<P['traits']>): void {
  const { protocol } = t.table;
  if (taken.move.say) for (const doc of taken.move.say) t.out += doc;
  const settled = protocol.settle?.({ at: t.at, session: t.session, host: t.host }, traits);
  if (settled) {
    t.at = settled.at;
    t.host = settled.host ?? t.host;
    t.out += settled.say;
  }
  const { aloud } = taken.move;
  const session = aloud ? patched<P>(t.session, aloud) : t.session;
  if (edge.words) t.out += protocol.encode(edge.words.fill(taken.args), t.tag, session);
}
function secure<P extends Shape>(t: Turn<P>): void {
  flush(t);
  forget(t);
  t.effects.push({ effect: { type: 'secure' }, cause: t.cause });
}
/** RFC 3207 §4.2, 2595 §4: what came in before TLS is not obeyed after it (CVE-2011-0411). */
function forget<P extends Shape>(t: Turn<P>): void {
  if (nodeOf(t).spec.carries?.(t.host) === true) return;
  const left = (t.reading?.held ?? '') + t.unread;
  if (left !== '') tellDiscarded(t, left);
  t.unread = '';
  t.reading = null;
}
