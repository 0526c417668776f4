// Several sessions on one mailbox, doing what comes into their heads.
import * as fc from 'fast-check';
import { heard, labOf, open, send, type Lab } from '../transcript/lab.ts';
import { hand } from '../transcript/place.ts';
import { POP, testWorld } from '../world.ts';
import { answered, commandOf, question, saidOk, type Question } from './asking.ts';
import { Believer, Disbelief, type Believed, type During } from './believer.ts';

export interface Session {
  readonly conn: number;
  readonly client: Believer;
  /** How far what the server says has been read. */
  read: number;
  tags: number;
  idling: boolean;
  readonly qresync: boolean;
}
export interface Walk {
  readonly lab: Lab;
  readonly sessions: readonly Session[];
}
const during = (command: string): During =>
  /^(?:FETCH|STORE|SEARCH)\b/.test(command) ? 'numbers' : 'others';

/** Whatever has come since: told with nothing under way, unless a command says otherwise. */
export function listen({ lab }: Walk, session: Session, when: During): void {
  const said = heard(lab, session.conn);
  session.client.hear(said.slice(session.read), when);
  session.read = said.length;
}
export function everybodyListens(walk: Walk): void {
  for (const session of walk.sessions) listen(walk, session, session.idling ? 'others' : 'nothing');
}
/** The words of its tagged reply. */
export function say(walk: Walk, session: Session, command: string): string {
  everybodyListens(walk);
  const tag = `t${session.tags++}`;
  // .SILENT: which messages it was, and so which flags they have, this client does not know for itself
  if (command.includes('.SILENT')) for (const it of session.client.messages) it.flags = undefined;
  send(walk.lab, session.conn, `${tag} ${command}\r\n`);
  listen(walk, session, during(command));
  everybodyListens(walk);
  const reply = session.client.replies.get(tag);
  if (reply === undefined) throw new Disbelief(`no reply to ${command}`);
  return reply;
}
/** UIDs must be known before VANISHED can be understood. */
export function learn(walk: Walk, session: Session): void {
  if (!session.idling && session.client.messages.some(({ uid }) => uid === undefined))
    say(walk, session, 'UID FETCH 1:* (FLAGS)');
}
export function begin(kinds: readonly string[]): Walk {
  const lab = labOf(testWorld({ takesMail: true }));
  const sessions = kinds.map((enable): Session => ({
    conn: open(lab, 143),
    client: new Believer(),
    read: 0,
    tags: 0,
    idling: false,
    qresync: enable.includes('QRESYNC'),
  }));
  const walk = { lab, sessions };
  for (const [i, session] of sessions.entries()) {
    say(walk, session, 'LOGIN bob correct-horse');
    if (kinds[i] !== '') say(walk, session, `ENABLE ${kinds[i]}`);
    say(walk, session, 'SELECT INBOX');
    learn(walk, session);
  }
  return walk;
}

const set = fc.constantFrom('1', '2', '*', '1:*', '2:3', '1,3', '4:2', '2:*', '7', '5:9');
const flag = fc.constantFrom('\\Seen', '\\Deleted', '\\Flagged', '\\Deleted \\Seen', '$Forwarded', '');
const uid = fc.constantFrom('', '', 'UID ');
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(uid, set, fc.constantFrom('+', '-', ''), fc.constantFrom('', '.SILENT'), flag)
      .map(([u, s, how, silent, f]) => `${u}STORE ${s} ${how}FLAGS${silent} (${f})`),
  },
  { weight: 3, arbitrary: fc.tuple(uid, set).map(([u, s]) => `${u}FETCH ${s} (UID FLAGS)`) },
  { weight: 1, arbitrary: fc.tuple(uid, set).map(([u, s]) => `${u}FETCH ${s} BODY[TEXT]<0.1>`) },
  { weight: 2, arbitrary: fc.tuple(uid, set).map(([u, s]) => `${u}COPY ${s} INBOX`) },
  { weight: 2, arbitrary: fc.tuple(uid, set).map(([u, s]) => `${u}MOVE ${s} INBOX`) },
  { weight: 3, arbitrary: fc.constant('EXPUNGE') },
  { weight: 1, arbitrary: set.map((s) => `UID EXPUNGE ${s}`) },
  { weight: 2, arbitrary: fc.constant('NOOP') },
  { weight: 1, arbitrary: fc.constant('APPEND INBOX (\\Seen) {3+}\r\nHi!') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(uid, set)
      .map(([u, s]) => `${u}REPLACE ${s.replace(/\D.*/, '') || '*'} INBOX {3+}\r\nNew`),
  },
  { weight: 2, arbitrary: fc.constant('IDLE') },
  { weight: 1, arbitrary: fc.constant('mail') },
  { weight: 1, arbitrary: fc.constant('SELECT INBOX') },
  { weight: 8, arbitrary: question },
  { weight: 1, arbitrary: fc.constant('SEARCH RETURN (SAVE) CHARSET X-NOBODY ALL') },
  { weight: 1, arbitrary: fc.constantFrom('', 'UID ').map((u) => `${u}FETCH $ INTERNALDATE`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'COPY $ INBOX',
      'UID MOVE $ INBOX',
      'UID EXPUNGE $',
      'STORE $ +FLAGS (\\Deleted)',
    ),
  },
);
export const acts = fc.array(fc.tuple(fc.nat({ max: 2 }), act), { maxLength: 40 });

export function perform(walk: Walk, who: number, what: string | Question): void {
  const session = walk.sessions[who % walk.sessions.length];
  if (!session) return;
  if (typeof what !== 'string') ask(walk, session, what);
  else if (what === 'mail') {
    hand(walk.lab, 'bob');
    everybodyListens(walk);
  } else if (session.idling) {
    everybodyListens(walk);
    send(walk.lab, session.conn, 'DONE\r\n');
    session.idling = false;
    listen(walk, session, 'others');
  } else if (what === 'IDLE') {
    everybodyListens(walk);
    send(walk.lab, session.conn, `t${session.tags++} IDLE\r\n`);
    session.idling = true;
    listen(walk, session, 'others');
  } else {
    if (what.startsWith('SELECT')) session.client.forget();
    session.client.dated.clear();
    const reply = say(walk, session, what);
    if (what.includes('X-NOBODY')) failed(session.client, reply);
    if (what.endsWith('INTERNALDATE')) dated(session.client, reply);
  }
  for (const one of walk.sessions) if (one.qresync) learn(walk, one);
}
/** A search that fails keeps nothing (RFC 5182 §2.1). */
function failed(client: Believer, reply: string): void {
  if (!reply.startsWith('NO [BADCHARSET')) throw new Disbelief(`nobody reads X-NOBODY here: ${reply}`);
  client.saved = new Set();
}
/** `$` is what was found, without those it was told are gone. */
function dated({ saved, dated: told, messages }: Believer, reply: string): void {
  const wanted = messages.filter((it) => saved?.has(it));
  const of = (them: Iterable<Believed>): string => [...them].map((it) => messages.indexOf(it) + 1).join(' ');
  if (!saved || !reply.startsWith('OK')) return;
  if (told.size !== wanted.length || wanted.some((it) => !told.has(it)))
    throw new Disbelief(`$ is ${of(wanted)}, and FETCH tells of ${of(told)}`);
}
/** A session that idles says nothing else. */
function ask(walk: Walk, session: Session, asked: Question): void {
  if (session.idling) return;
  const { client } = session;
  let told = false;
  client.onSearch = (response) => {
    if (told) throw new Disbelief(`two answers: ${response}`);
    told = true;
    answered(client, asked, `t${session.tags - 1}`, response);
  };
  const reply = say(walk, session, commandOf(asked));
  client.onSearch = undefined;
  if (!reply.startsWith('OK')) throw new Disbelief(`${commandOf(asked)}: ${reply}`);
  const alone = asked.returns?.length === 1 && asked.returns[0] === 'SAVE';
  if (told === alone) throw new Disbelief(`${commandOf(asked)}: ${told ? 'an' : 'no'} answer`);
  if (alone) saidOk(client, asked);
}
/** What the server really has, in the words of the wire. */
export const truth = ({ lab }: Walk): readonly { readonly uid: number; readonly flags: string }[] =>
  (lab.world.hosts[POP]?.store.mailboxes['bob/INBOX']?.rows.chunks ?? []).flatMap((chunk) =>
    chunk.map(({ uid: n, flags }) => ({ uid: n, flags: flags.join(' ') })),
  );
