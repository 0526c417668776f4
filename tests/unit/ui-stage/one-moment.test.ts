// Whatever the moment, console, state machine, network and bytes tell the same of it.
import { beforeEach, expect, test } from 'vitest';
import * as consoles from '../../../src/app/consoles.ts';
import {
  engine,
  FIRST_CONSOLE,
  goLive,
  key,
  sceneNow,
  seekEvent,
  setReduced,
  type,
} from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { connOf, sessionOf, shownIn } from '../../../src/app/moment.ts';
import { attach } from '../../../src/app/sessions.ts';
import type { Scene } from '../../../src/core/trace/scene.ts';
import '../../../src/core/parts/all.ts';
import { consoleModel } from '../../../src/ui/console/model.ts';
import { observerOf } from '../../../src/ui/console/observe.ts';
import { readerOf } from '../../../src/ui/machine/reader.ts';
import { en } from '../../../src/ui/messages/en.ts';
import { caption } from '../../../src/ui/network/caption.ts';

const SESSIONS: Readonly<Record<string, readonly string[]>> = {
  'SMTP, and TLS on the way': [
    'openssl s_client -quiet -starttls smtp -crlf -connect mx1.example.com:25',
    'EHLO client.example.net',
    'MAIL FROM:<you@example.net>',
    'RSET',
    'QUIT',
  ],
  'SMTP, where STARTTLS is typed': [
    'gnutls-cli --starttls --crlf -p 25 mx1.example.com',
    'EHLO client.example.net',
    'STARTTLS',
    '\u0004',
    'EHLO client.example.net',
    'RSET',
  ],
  'SMTP, in clear': [
    'telnet mx1.example.com 25',
    'EHLO client.example.net',
    'MAIL FROM:<you@client.example.net>',
    'RSET',
    'QUIT',
  ],
  'POP3 over TLS': [
    'openssl s_client -quiet -crlf -connect pop.example.com:995',
    'USER alice',
    'PASS paper lantern',
    'STAT',
    'QUIT',
  ],
  'IMAP, with AUTHENTICATE and IDLE': [
    'openssl s_client -quiet -crlf -connect imap.example.com:993',
    'a AUTHENTICATE PLAIN',
    'AGFsaWNlAHBhcGVyIGxhbnRlcm4=',
    'b SELECT INBOX',
    'c IDLE',
    'DONE',
    'd LOGOUT',
  ],
};
beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [], lesson: '' });
  attach(lab, undefined);
  setReduced(true);
});
const observer = observerOf(FIRST_CONSOLE);
const seen = () => observer.look(consoleModel(FIRST_CONSOLE).view.getState(), consoles, 0);
/** What the diagram calls legal; undefined where it shows no list. */
function legalIn(scene: Scene): readonly string[] | undefined {
  const session = sessionOf(scene, FIRST_CONSOLE);
  const shown = session && shownIn(engine.getState(), scene, session);
  const verbs = shown && readerOf(session.protocol)?.legalNow(shown.state, shown.host);
  return verbs?.filter(({ why }) => !why).map(({ verb }) => verb);
}
function tlsIn(scene: Scene) {
  const session = sessionOf(scene, FIRST_CONSOLE);
  const conn = session && shownIn(engine.getState(), scene, session)?.conn;
  const begun = engine.getState().trace.slice(0, scene.event + 1);
  const mine = connOf(scene, FIRST_CONSOLE);
  const send = begun.findLast((it) => it.type === 'wire' && it.conn === mine?.id);
  return {
    machine: conn && legalIn(scene)?.length ? conn.tls.b === 'on' : undefined,
    network: caption(scene, en, undefined) === en.network.sealed,
    bytes: send?.type === 'wire' ? !send.visible : undefined,
  };
}
/** All that is said of the moment on screen, and what is to be said of it. */
function told() {
  const scene = sceneNow(engine.getState());
  if (!scene) throw new Error('no picture');
  const { advice, standing } = seen();
  const tls = standing?.mode.tls ?? false;
  const { machine, network, bytes } = tlsIn(scene);
  const chips = advice.others.map(({ text }) => text).toSorted();
  // what was said before a handshake is in clear after it
  const said = { chips, network, machine: machine ?? tls, bytes: tls || (bytes ?? false) };
  return {
    said,
    right: { chips: (legalIn(scene) ?? []).toSorted(), network: tls, machine: tls, bytes: tls },
  };
}
function perform(lines: readonly string[]): void {
  for (const line of lines) (line === '\u0004' ? key : type)(FIRST_CONSOLE, line);
  goLive();
}
test.each(Object.entries(SESSIONS))('%s', (_, lines) => {
  perform(lines);
  const moments = engine.getState().trace.map((event, at) => {
    seekEvent(at);
    return { at, type: event.type, ...told() };
  });
  expect(moments.filter(({ said }) => said.chips.length > 0)).not.toEqual([]);
  expect(moments.some(({ said }) => said.network)).toBe(!lines[0]?.startsWith('telnet'));
  expect(moments.map(({ at, said }) => [at, said])).toEqual(moments.map(({ at, right }) => [at, right]));
});
test.each(Object.entries(SESSIONS))(
  '%s: at the moment of a reply the console has it, the last one too',
  (_, lines) => {
    perform(lines);
    const { trace } = engine.getState();
    const replies = trace.flatMap((it, at) => {
      const printed = it.type === 'wire' && trace.findIndex((e) => e.type === 'printed' && e.cause === it.id);
      return printed && printed > 0 ? [{ at, printed }] : [];
    });
    expect(replies.length).toBeGreaterThan(3);
    const late = replies.filter(({ at, printed }) => {
      seekEvent(at);
      return (sceneNow(engine.getState())?.event ?? -1) < printed;
    });
    expect(late).toEqual([]);
  },
);
