// The same session with TLS, or without: on a branch of its own, by a program that does one or the other.
import { dispatch, engine, goLive, headWorld, seek, type } from '../../app/engine.ts';
import { renameBranch, switchBranch } from '../../app/branches.ts';
import type { Service } from '../../core/host/host.ts';
import type { ConnEvent, TraceEvent } from '../../core/trace/event.ts';
import { glass } from './glass.ts';

/** What was typed into a connection, without what opened it. */
export function linesInto(trace: readonly TraceEvent[], conn: number): readonly string[] {
  const dialled = trace.findIndex((e) => e.type === 'conn' && e.conn === conn && e.phase === 'dial');
  const ended = trace.findIndex(
    (e) => e.type === 'conn' && e.conn === conn && (e.phase === 'closed' || e.phase === 'reset'),
  );
  const within = trace.slice(Math.max(0, dialled), ended < 0 ? undefined : ended);
  return within.flatMap((e) =>
    e.type === 'typed' && e.octets.endsWith('\n') ? [e.octets.slice(0, -1)] : [],
  );
}
const decoder = new TextDecoder();
const textOf = (octets: string): string => decoder.decode(Uint8Array.from(octets, (c) => c.charCodeAt(0)));

/** The port of the same host where this machine answers without TLS at first; undefined: nowhere. */
export function plainPort(services: Readonly<Record<string, Service>>, port: number): number | undefined {
  const own = services[port];
  const other = Object.entries(services).find(
    ([, it]) => it.tls === 'none' && it.machine === own?.machine && it.role === own.role,
  );
  return own?.tls === 'none' ? port : other && Number(other[0]);
}
/** How `openssl s_client -starttls` names a protocol. */
const STARTTLS: Readonly<Record<string, string>> = { smtp: 'smtp', pop3: 'pop3', imap: 'imap' };

const dialOf = (conn: number): ConnEvent | undefined =>
  engine
    .getState()
    .trace.find((e): e is ConnEvent => e.type === 'conn' && e.conn === conn && e.phase === 'dial');
function begin(name: string, command: string, lines: readonly string[], before: () => void): void {
  const { console } = engine.getState();
  seek(0);
  before();
  type(console, command);
  renameBranch(engine.getState().branch, name);
  for (const line of lines) type(console, textOf(line));
  goLive();
}
function inClear(dial: ConnEvent, lines: readonly string[], name: string): boolean {
  const port = plainPort(servicesOf(dial.to), dial.port);
  if (port === undefined) return false;
  // a password may cross it in clear then
  const allow = (): void =>
    dispatch({ type: 'turn', knob: { type: 'policy', host: dial.to, set: { tls: 'optional' } } });
  begin(name, `telnet ${dial.to} ${port}`, lines, allow);
  return true;
}
function overTls(dial: ConnEvent, lines: readonly string[], name: string): boolean {
  const protocol = STARTTLS[servicesOf(dial.to)[dial.port]?.machine ?? ''];
  if (protocol === undefined) return false;
  const command = `openssl s_client -quiet -crlf -starttls ${protocol} -connect ${dial.to}:${dial.port}`;
  begin(name, command, lines, () => undefined);
  return true;
}
const servicesOf = (host: string): Readonly<Record<number, Service>> =>
  headWorld(engine.getState())?.hosts[host]?.services ?? {};

export interface Names {
  readonly clear: string;
  readonly sealed: string;
}
/** The same session the other way: where it was played already, or played now. `names`: what the new branch is called. */
export function swap(conn: number, sealed: boolean, names: Names): void {
  const { trace, branch, branches } = engine.getState();
  const pair = glass.getState();
  const known = pair[sealed ? 'sealed' : 'clear'] === branch;
  const other = pair[sealed ? 'clear' : 'sealed'];
  if (known && branches.some(({ id }) => id === other)) {
    switchBranch(other);
    return;
  }
  const dial = dialOf(conn);
  const lines = linesInto(trace, conn);
  const played = dial && (sealed ? inClear(dial, lines, names.clear) : overTls(dial, lines, names.sealed));
  const now = engine.getState().branch;
  if (played) glass.setState(sealed ? { sealed: branch, clear: now } : { clear: branch, sealed: now });
}
