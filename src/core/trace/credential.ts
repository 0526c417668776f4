// What a login in base64 says: it is no encryption, anybody who sees the line can read it (RFC 4648 §12).
import { decode64 } from '../base/base64.ts';
import type { Octets } from '../base/octets.ts';
import { spansOfReply } from '../spec/reply-spans.ts';
import type { Dir, TraceEvent } from './event.ts';
import { readers } from './protocols.ts';
import { eventOf } from './query.ts';

export interface Piece {
  readonly text: Octets;
  /** A password, or what is as good as one. */
  readonly secret: boolean;
}
export interface Credential {
  /** Index in the trace of the send that carried it. */
  readonly event: number;
  readonly dir: Dir;
  /** As the client named it: `PLAIN`; '' when that is not known. */
  readonly mechanism: string;
  /** As it was on the wire. */
  readonly base64: Octets;
  /** Without a gap: joined they are the decoded octets, NULs and all. Undefined: it is no base64. */
  readonly pieces: readonly Piece[] | undefined;
}
type Command = TraceEvent & { readonly type: 'command' };
type Outcome = TraceEvent & { readonly type: 'outcome' };
type Wire = TraceEvent & { readonly type: 'wire' };

/** The part of a login that this send carried; undefined: it carried none. */
export function credentialAt(trace: readonly TraceEvent[], index: number): Credential | undefined {
  const wire = trace[index];
  if (wire?.type !== 'wire') return undefined;
  return wire.dir === 'a>b' ? said(trace, wire, index) : asked(trace, wire, index);
}
/** The latest one of a connection, as long as nothing else was said since. */
export function latestCredential(
  trace: readonly TraceEvent[],
  conn: number,
  upTo: number,
): Credential | undefined {
  let sends = 0;
  for (let i = Math.min(upTo, trace.length - 1); i >= 0 && sends < 2; i--) {
    const event = trace[i];
    if (event?.type !== 'wire' || event.conn !== conn) continue;
    const found = credentialAt(trace, i);
    if (found) return found;
    sends++;
  }
  return undefined;
}

const oneLine = (octets: Octets): Octets | undefined => /^[^\r\n]*(?=\r?\n$)/.exec(octets)?.[0];

/** Before somebody on the way has made it longer. */
function sentAs(trace: readonly TraceEvent[], wire: Wire, index: number): Octets {
  let octets = wire.octets;
  for (let i = index - 1; i >= 0; i--) {
    const event = trace[i];
    if (event?.type !== 'meddled' || event.conn !== wire.conn || event.dir !== wire.dir) break;
    octets = event.octets;
  }
  return octets;
}
function said(trace: readonly TraceEvent[], wire: Wire, index: number): Credential | undefined {
  const line = oneLine(sentAs(trace, wire, index));
  if (line === undefined) return undefined;
  const caused = causedBy(trace, wire, index);
  const command = caused.find((event): event is Command => event.type === 'command');
  const named = command ?? loginBefore(trace, wire.conn, index);
  if (!named) return undefined;
  const base64 = command ? initialOf(command) : responseIn(caused, line);
  if (base64 === undefined) return undefined;
  const mechanism = mechanismOf(named);
  const question = command ? '' : lastQuestion(trace, wire.conn, index);
  return found(index, wire.dir, mechanism, base64, (text) => piecesOf(mechanism, text, question));
}
/** What of the events caused by this send is about commands; they follow it closely. */
function causedBy(trace: readonly TraceEvent[], wire: Wire, index: number): readonly (Command | Outcome)[] {
  const found: (Command | Outcome)[] = [];
  for (let i = index + 1; i < trace.length; i++) {
    const event = trace[i];
    if (event?.type === 'wire' && event.conn === wire.conn && event.dir === 'a>b') break;
    if ((event?.type === 'command' || event?.type === 'outcome') && event.cause === wire.id)
      found.push(event);
  }
  return found;
}
const isLogin = (command: Command): boolean => rolesOf(command).some(({ role }) => role === 'mechanism');
const rolesOf = ({ protocol, state, line }: Command) =>
  readers.get(protocol)?.spansOf(state, line).spans ?? [];
function mechanismOf(command: Command): string {
  const span = rolesOf(command).find(({ role }) => role === 'mechanism');
  return span ? command.line.slice(span.from, span.to).toUpperCase() : '';
}
/** The response that came with the command. */
function initialOf(command: Command): Octets | undefined {
  if (!isLogin(command)) return undefined;
  const secret = readers.get(command.protocol)?.secretsOf(command.line)[0];
  return secret && command.line.slice(secret.from, secret.to);
}
const responseIn = (caused: readonly (Command | Outcome)[], line: Octets): Octets | undefined =>
  caused.some((event) => event.type === 'outcome' && readers.get(event.protocol)?.hides(event.from)) &&
  line !== '*'
    ? line
    : undefined;
function loginBefore(trace: readonly TraceEvent[], conn: number, index: number): Command | undefined {
  for (let i = index; i >= 0; i--) {
    const event = trace[i];
    if (event?.type === 'command' && event.conn === conn) return isLogin(event) ? event : undefined;
  }
  return undefined;
}

/** A challenge: the hole of that name in the words the server spoke. */
function asked(trace: readonly TraceEvent[], wire: Wire, index: number): Credential | undefined {
  const outcome = eventOf(trace, wire.cause);
  const line = oneLine(wire.octets);
  if (outcome?.type !== 'outcome' || line === undefined) return undefined;
  const reader = readers.get(outcome.protocol);
  if (!reader?.hides(outcome.to)) return undefined;
  const span = reader.ask((p) => spansOfReply(p, line, outcome)).find(({ role }) => role === 'challenge');
  if (!span) return undefined;
  const login = loginBefore(trace, wire.conn, index);
  const text = line.slice(span.from, span.to);
  return found(index, wire.dir, login ? mechanismOf(login) : '', text, (plain) => [
    { text: plain, secret: false },
  ]);
}
function lastQuestion(trace: readonly TraceEvent[], conn: number, index: number): Octets {
  for (let i = index - 1; i >= 0; i--) {
    const event = trace[i];
    if (event?.type !== 'wire' || event.conn !== conn) continue;
    if (event.dir === 'a>b') return '';
    return (asked(trace, event, i)?.pieces ?? []).map(({ text }) => text).join('');
  }
  return '';
}

function found(
  event: number,
  dir: Dir,
  mechanism: string,
  base64: Octets,
  pieces: (text: Octets) => readonly Piece[],
): Credential {
  // a lone = is an empty response (RFC 4954 §4)
  const text = base64 === '=' ? '' : decode64(base64);
  return { event, dir, mechanism, base64, pieces: text === undefined ? undefined : pieces(text) };
}
/** What of a response nobody should read: the password itself, or a token that is as good. A digest gives neither away. */
function piecesOf(mechanism: string, text: Octets, question: Octets): readonly Piece[] {
  if (mechanism === 'PLAIN') return cutAt(text, text.lastIndexOf('\0') + 1, text.length);
  if (mechanism === 'LOGIN') return [{ text, secret: /pass/i.test(question) }];
  if (/^(?:CRAM-MD5|SCRAM-|EXTERNAL)/.test(mechanism)) return [{ text, secret: false }];
  // eslint-disable-next-line no-control-regex -- what separates the fields of RFC 7628 §3.1 is one
  const token = /auth=Bearer +([^\x01]*)/i.exec(text);
  if (!token) return [{ text, secret: true }];
  const to = token.index + token[0].length;
  return cutAt(text, to - (token[1]?.length ?? 0), to);
}
const cutAt = (text: Octets, from: number, to: number): readonly Piece[] =>
  [
    { text: text.slice(0, from), secret: false },
    { text: text.slice(from, to), secret: true },
    { text: text.slice(to), secret: false },
  ].filter((piece) => piece.text !== '');
