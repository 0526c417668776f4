// The envelope, as a client said it: one transaction after the other on each connection, found again in the trace alone.
import type { ConnId, HostId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { TraceEvent } from './event.ts';
import { folded } from './folded.ts';
import { readers, type Reader } from './protocols.ts';
import { commandOf, eventOf } from './query.ts';
import { isStoreFact } from './scene-mail.ts';

/** What one MAIL or RCPT said. */
export interface EnvelopeLine {
  /** As it was written, brackets and all. */
  readonly path: Octets;
  /** The path without its brackets and its route; '' for `<>`. */
  readonly address: Octets;
  /** `SIZE=1000 BODY=8BITMIME`; '' for none. */
  readonly parameters: Octets;
  readonly refused: boolean;
  /** Index in the trace of the server's answer. */
  readonly event: number;
}
export interface Transaction {
  readonly conn: ConnId;
  readonly protocol: string;
  readonly sender: EnvelopeLine;
  /** In the order they were named, the refused ones too. */
  readonly recipients: readonly EnvelopeLine[];
  /** `taken`: the server has the letter; `refused`: it was not wanted; `dropped`: the client began afresh, or is gone. */
  readonly fate: 'open' | 'taken' | 'refused' | 'dropped';
  /** Where the letter went at once, without another host between. */
  readonly arrivals: readonly Arrival[];
}
export interface Arrival {
  /** `user/name`. */
  readonly mailbox: string;
  readonly uid: number;
}
/** The latest one of each connection. */
type Transactions = Readonly<Record<ConnId, Transaction>>;

const SENDER = 'MAIL';
const RECIPIENT = 'RCPT';
/** Up to the colon; a path, perhaps with a quoted local part in it; parameters (RFC 5321 §4.1.2). */
const LINE = /^[^:]*:\s*(<(?:"(?:[^"\\]|\\.)*"|[^>"])*>|\S*)\s*(.*)$/s;

function lineOf(line: Octets, refused: boolean, event: number): EnvelopeLine {
  const [, path = '', parameters = ''] = LINE.exec(line) ?? [];
  const address = path.replace(/^<|>$/g, '').replace(/^@[^:"]*:/, '');
  return { path, address, parameters: parameters.trim(), refused, event };
}
type Outcome = TraceEvent & { readonly type: 'outcome' };

const idles = new WeakMap<Reader, ReadonlySet<string>>();
/** Where an envelope may be opened, and none is open therefore. */
function idleIn(reader: Reader): ReadonlySet<string> {
  const known = idles.get(reader);
  if (known) return known;
  const { states, arrows } = reader.diagram();
  const opens = (move: { readonly trigger: string; readonly from: string }): boolean =>
    move.trigger === SENDER;
  const moves = [...states.flatMap(({ stays }) => stays), ...arrows.flatMap((arrow) => arrow.moves)];
  const idle = new Set(moves.filter(opens).map(({ from }) => from));
  idles.set(reader, idle);
  return idle;
}
const opened = ({ conn, protocol }: Outcome, sender: EnvelopeLine): Transaction => ({
  conn,
  protocol,
  sender,
  recipients: [],
  fate: 'open',
  arrivals: [],
});
const withOne = (all: Transactions, one: Transaction): Transactions => ({ ...all, [one.conn]: one });

function onOutcome(
  all: Transactions,
  event: Outcome,
  index: number,
  trace: readonly TraceEvent[],
): Transactions {
  const reader = readers.get(event.protocol);
  if (reader?.end !== 'b') return all;
  const refused = reader.isRefusal(event);
  const verb = event.trigger.split('/')[0];
  const command = verb === SENDER || verb === RECIPIENT ? commandOf(trace, event) : undefined;
  if (command && verb === SENDER) {
    if (refused) return all;
    return withOne(all, opened(event, lineOf(command.line, false, index)));
  }
  const open = all[event.conn];
  if (!open || open.fate !== 'open') return all;
  if (command) {
    const recipients = [...open.recipients, lineOf(command.line, refused, index)];
    return withOne(all, { ...open, recipients });
  }
  if (event.to !== 'closed' && !idleIn(reader).has(event.to)) return all;
  const left = event.to === 'closed' || commandOf(trace, event) !== undefined;
  return withOne(all, { ...open, fate: left ? 'dropped' : refused ? 'refused' : 'taken' });
}
/** Whatever the server says of it, or does not say: it has the letter. */
function onFact(all: Transactions, { conn, fact }: TraceEvent & { readonly type: 'fact' }): Transactions {
  const one = all[conn];
  if (!one || (fact.type !== 'append' && fact.type !== 'queued')) return all;
  return withOne(all, { ...one, fate: 'taken', arrivals: [...one.arrivals, ...arrivalsIn(fact)] });
}
const arrivalsIn = (fact: { readonly type: string }): readonly Arrival[] =>
  isStoreFact(fact) && fact.type === 'append' ? fact.uids.map((uid) => ({ mailbox: fact.mailbox, uid })) : [];
const at = folded<Transactions>({}, (all, event, index, trace) => {
  if (event.type === 'outcome') return onOutcome(all, event, index, trace);
  if (event.type === 'fact') return onFact(all, event);
  const over = event.type === 'conn' && (event.phase === 'closed' || event.phase === 'reset');
  const open = over ? all[event.conn] : undefined;
  return open?.fate === 'open' ? withOne(all, { ...open, fate: 'dropped' }) : all;
});

/** The latest transaction of a connection when so many events have happened. */
export const transactionAt = (
  trace: readonly TraceEvent[],
  conn: ConnId,
  count: number,
): Transaction | undefined => at(trace, count)[conn];

export interface Found {
  readonly uid: number;
  readonly mailbox: string;
  /** Those that keep this mailbox. */
  readonly hosts: readonly HostId[];
}
/** The transaction that brought a letter here: from its arrival in the mailbox back to what caused it. */
export function broughtBy(
  trace: readonly TraceEvent[],
  { uid, mailbox, hosts }: Found,
  count: number,
): Transaction | undefined {
  for (let i = Math.min(count, trace.length) - 1; i >= 0; i--) {
    const event = trace[i];
    if (event?.type !== 'fact' || !isArrival(event.fact, mailbox, uid)) continue;
    if (!hosts.includes(event.host)) continue;
    return causeOf(trace, event, i);
  }
  return undefined;
}
const isArrival = (fact: { readonly type: string }, mailbox: string, uid: number): boolean =>
  arrivalsIn(fact).some((it) => it.mailbox === mailbox && it.uid === uid);
/** Who answered on this connection. */
export const hostOf = (trace: readonly TraceEvent[], conn: ConnId): HostId => {
  const dialled = trace.find((event) => event.type === 'conn' && event.conn === conn);
  return dialled?.type === 'conn' ? dialled.to : '';
};
function causeOf(trace: readonly TraceEvent[], fact: TraceEvent, index: number): Transaction | undefined {
  if (fact.conn === 0) return undefined; // a letter of the mail system itself, or one that has waited here
  let event: TraceEvent | undefined = fact;
  while (event) {
    const found = transactionAt(trace, event.conn, index + 1);
    if (found) return found;
    event = eventOf(trace, event.cause);
  }
  return undefined;
}
