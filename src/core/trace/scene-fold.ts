// What a reader of the trace remembers on its way: one local record per scene, copied at snapshots.
import type { ConnId, ConsoleId, HostId } from '../base/ids.ts';
import type { Peer, World } from '../kernel/world.ts';
import type { ConnEvent, Listen, TraceEvent } from './event.ts';
import { foldLookup, staleLookups } from './scene-lookups.ts';
import {
  foldMail,
  startBoxes,
  startSubscriptions,
  turnBoxes,
  type Boxes,
  type Subscriptions,
} from './scene-mail.ts';
import { endOf, foldSession, type Sessions } from './scene-sessions.ts';
import { turnViews, type Views } from './scene-views.ts';
import type { SceneConn, SceneLine, SceneLookup } from './scene-types.ts';
import { beginsStep } from './schedule.ts';

export interface Fold {
  readonly start: World;
  conns: readonly SceneConn[];
  sessions: Sessions;
  readonly boxes: Boxes;
  readonly views: Views;
  subscriptions: Subscriptions;
  /** Of the whole trace, as far as it was read; the first `lines` of it belong here. */
  readonly log: SceneLine[];
  lines: number;
  /** Who typed: by connection dialled, so that a connection names its console. */
  readonly causes: Map<number, ConsoleId>;
  readonly seats: Map<ConsoleId, HostId>;
  /** Consoles that are servers. */
  readonly listeners: Map<ConsoleId, { readonly host: HostId; readonly port: number }>;
  /** Pairs of hosts that have met. */
  readonly met: Map<string, readonly [HostId, string]>;
  lookups: readonly SceneLookup[];
  /** Where the latest event happened. */
  lit: string;
}
export const begin = (start: World): Fold => ({
  start,
  conns: start.conns.map((c) => ({
    id: c.id,
    from: c.a.host,
    to: c.b.host,
    port: c.port,
    phase: c.phase === 'dialling' ? 'dialling' : c.phase === 'open' ? 'open' : 'reset',
    secure: c.tls.b === 'on',
    console: consoleOf(c.a),
    answerer: consoleOf(c.b),
  })),
  sessions: [],
  boxes: startBoxes(start),
  views: new Map(),
  subscriptions: startSubscriptions(start),
  log: [],
  lines: 0,
  causes: new Map(),
  seats: new Map(start.consoles.map((c) => [c.id, c.host])),
  listeners: new Map(
    start.consoles.flatMap(({ id, host, listener }) =>
      listener ? [[id, { host, port: listener.port }] as const] : [],
    ),
  ),
  met: new Map(start.conns.map((c) => [`${c.a.host} ${c.b.host}`, [c.a.host, c.b.host]])),
  lookups: [],
  lit: '',
});
const consoleOf = ({ machine, state }: Peer): ConsoleId =>
  machine === 'console' && typeof state === 'string' ? state : '';
export const copied = (s: Fold): Fold => ({
  start: s.start,
  conns: s.conns,
  sessions: s.sessions,
  boxes: new Map(s.boxes),
  views: new Map(s.views),
  subscriptions: s.subscriptions,
  log: s.log,
  lines: s.lines,
  causes: new Map(s.causes),
  seats: new Map(s.seats),
  listeners: new Map(s.listeners),
  met: new Map(s.met),
  lookups: s.lookups,
  lit: s.lit,
});

/** One more event has begun. */
export function fold(s: Fold, event: TraceEvent, index: number): void {
  if (beginsStep(event)) turnPage(s);
  const console = follow(s, event);
  if (event.type === 'conn') foldConn(s, event, console);
  else if (event.type === 'typed' || event.type === 'printed') foldLine(s, event, index);
  else if (event.type === 'seat') takeSeat(s, event);
  else if (event.type === 'listen') foldListener(s, event);
  else if (event.type === 'outcome') foldSession(s, event);
  else if (event.type === 'fact') foldMail(s, event);
  else if (event.type === 'dns') s.lookups = foldLookup(s.lookups, event);
  s.lit = placeOf(s, event);
}
/** What ended in the step before is not drawn any more. */
function turnPage(s: Fold): void {
  s.causes.clear();
  s.lookups = staleLookups(s.lookups);
  const over = s.conns.some(hasEnded);
  if (over) {
    s.conns = s.conns.filter((c) => !hasEnded(c));
    s.sessions = s.sessions.filter((it) => s.conns.some((c) => c.id === it.conn));
  }
  if (s.sessions.some((it) => it.fresh)) s.sessions = s.sessions.map((it) => ({ ...it, fresh: false }));
  turnBoxes(s.boxes);
  turnViews(s.views, (conn) => s.conns.every(({ id }) => id !== conn));
}
const hasEnded = ({ phase }: SceneConn): boolean =>
  phase === 'closed' || phase === 'refused' || phase === 'reset';

/** The console behind an event, by its causes within the step. */
function follow(s: Fold, event: TraceEvent): ConsoleId {
  const console =
    event.type === 'typed' || event.type === 'printed' ? event.console : (s.causes.get(event.cause) ?? '');
  // a long answer is printed in thousands of pieces, and nothing follows from any of them
  if (console !== '' && event.type !== 'printed') s.causes.set(event.id, console);
  return console;
}
function foldConn(s: Fold, event: ConnEvent, console: ConsoleId): void {
  const known = s.conns.find((c) => c.id === event.conn);
  if (!known) {
    const phase = event.phase === 'dial' ? 'dialling' : 'open';
    const { conn: id, from, to, port } = event;
    const answerer = answererAt(s, to, port);
    s.conns = [...s.conns, { id, from, to, port, phase, secure: false, console, answerer }];
    s.met.set(`${from} ${to}`, [from, to]);
    if (console !== '' && !s.seats.has(console)) s.seats.set(console, from);
    return;
  }
  const now = {
    ...known,
    phase: phaseAfter(known, event),
    secure: known.secure || event.phase === 'secured',
    answerer: event.phase === 'open' ? answererAt(s, known.to, known.port) : known.answerer,
  };
  s.conns = s.conns.map((c) => (c === known ? now : c));
}
function phaseAfter({ phase }: SceneConn, event: ConnEvent): SceneConn['phase'] {
  if (event.phase === 'open') return 'open';
  if (event.phase === 'fin') return 'closing';
  if (event.phase === 'closed' || event.phase === 'refused' || event.phase === 'reset') return event.phase;
  return phase;
}
function foldLine(s: Fold, event: TraceEvent & { type: 'typed' | 'printed' }, index: number): void {
  const at = s.lines++;
  if (at < s.log.length) return; // read before
  const secure = s.conns.some((c) => c.id === event.conn && c.secure);
  const by = event.type === 'typed' ? 'typed' : event.by;
  s.log.push({ console: event.console, event: index, by, octets: event.octets, conn: event.conn, secure });
}
function takeSeat(s: Fold, event: TraceEvent & { type: 'seat' }): void {
  if (event.phase === 'taken') s.seats.set(event.console, event.host);
  else s.seats.delete(event.console);
}
function foldListener({ listeners }: Fold, { phase, console, host, port }: Listen): void {
  if (phase === 'begun') listeners.set(console, { host, port });
  else listeners.delete(console);
}
const answererAt = ({ listeners }: Fold, host: HostId, port: number): ConsoleId =>
  [...listeners].find(([, at]) => at.host === host && at.port === port)?.[0] ?? '';
const connOf = (s: Fold, id: ConnId): SceneConn | undefined => s.conns.find((c) => c.id === id);
function placeOf(s: Fold, event: TraceEvent): string {
  if (event.type === 'typed' || event.type === 'printed') return s.seats.get(event.console) ?? '';
  if ('host' in event) return event.host;
  const conn = connOf(s, event.conn);
  if (!conn) return '';
  if (event.type === 'wire' || event.type === 'record') return event.dir === 'a>b' ? conn.from : conn.to;
  if (event.type === 'conn') return event.dir === 'a>b' ? conn.from : conn.to;
  if ('protocol' in event) return endOf(event.protocol) === 'a' ? conn.from : conn.to;
  return conn.to;
}
