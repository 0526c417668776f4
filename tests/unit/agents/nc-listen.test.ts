// Somebody who is the server: nc -l on one console, and whoever calls from another. The words are those nc printed on a terminal.
import { describe, expect, test } from 'vitest';
import { modeOf } from '../../../src/core/agents/console/console.ts';
import { statusOf } from '../../../src/core/trace/status.ts';
import { sceneAt } from '../../../src/core/trace/scene.ts';
import type { Octets } from '../../../src/core/base/octets.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { CLIENT, POP } from '../../world.ts';
import { entered, feed, KEY, SEAT, session, sitDown, type Terminal } from './terminal.ts';

const BOB = 'bob';
const EVE = 'eve';
const world = (): Terminal => {
  const terminal = sitDown();
  feed(terminal, { type: 'open', console: BOB, host: POP }, { type: 'open', console: EVE, host: CLIENT });
  return terminal;
};
const at = (terminal: Terminal, console: string, text: Octets): readonly TraceEvent[] =>
  feed(terminal, { type: 'type', console, octets: entered(text) }, { type: 'pass', until: 'quiet' });
/** What each console shows, in the order of the rows: `who> line`. */
const shown = (trace: readonly TraceEvent[]): readonly string[] =>
  trace.flatMap((e) =>
    e.type === 'printed'
      ? e.octets
          .split('\n')
          .filter((line, i, all) => line !== '' || i < all.length - 1)
          .map((line) => `${e.console}> ${line.replace(/(received on \S+) \d{5}$/, '$1 (port)')}`)
      : [],
  );
type Row = readonly [who: string, typed: string, ...shown: readonly string[]];
const YOU = SEAT;
const dialogue = (name: string, rows: readonly Row[]): void =>
  test.each([[name]])('%s', () => {
    const terminal = world();
    const seen = rows.map(([who, text]): Row => [who, text, ...shown(at(terminal, who, text))]);
    expect(seen).toEqual(rows);
    expect(terminal.trace.filter((event) => event.type === 'fault')).toEqual([]);
  });
const program = ({ world: { consoles } }: Terminal, id: string): string =>
  modeOf(consoles.find((c) => c.id === id)?.state).program;

const DIALLED = [
  `bob> Trying 203.0.113.50...`,
  `bob> Connected to ${CLIENT}.`,
  "bob> Escape character is '^]'.",
];
const CLOSED = 'bob> Connection closed by foreign host.';

describe('nc -l', () => {
  dialogue('you are an SMTP server, and telnet talks to you', [
    [YOU, 'nc -l -C 2525'],
    [BOB, `telnet ${CLIENT} 2525`, ...DIALLED],
    [YOU, '220 client.example.net You, by hand', 'bob> 220 client.example.net You, by hand\r'],
    [BOB, 'HELO pop.example.com', `${YOU}> HELO pop.example.com\r`],
    [YOU, '250 pleased to meet you', 'bob> 250 pleased to meet you\r'],
    [BOB, 'MAIL FROM:<bob@example.com>', `${YOU}> MAIL FROM:<bob@example.com>\r`],
    [YOU, '250 go on', 'bob> 250 go on\r'],
    [BOB, 'QUIT', `${YOU}> QUIT\r`],
    [YOU, '221 bye', 'bob> 221 bye\r'],
    [YOU, KEY.c, `${YOU}> ^C`, CLOSED],
    [YOU, 'whoami', `${YOU}> you`],
  ]);
  dialogue('it ends with its caller', [
    [YOU, 'nc -lv 2525', `${YOU}> Listening on 0.0.0.0 2525`],
    [BOB, `nc ${CLIENT} 2525`, `${YOU}> Connection received on ${POP} (port)`],
    [BOB, 'hello', `${YOU}> hello`],
    [BOB, KEY.c, 'bob> ^C'],
    [YOU, 'whoami', `${YOU}> you`],
    [
      BOB,
      `nc -v ${CLIENT} 2525`,
      `bob> nc: connect to ${CLIENT} (203.0.113.50) port 2525 (tcp) failed: Connection refused`,
    ],
  ]);
  dialogue('with -k it waits for the next, and with -n it asks for no names', [
    [YOU, 'nc -lkvn 2525', `${YOU}> Listening on 0.0.0.0 2525`],
    [BOB, `nc -N ${CLIENT} 2525`, `${YOU}> Connection received on 192.0.2.31 (port)`],
    [BOB, KEY.d],
    [YOU, 'is anybody there?'],
    [BOB, `nc ${CLIENT} 2525`, `${YOU}> Connection received on 192.0.2.31 (port)`, 'bob> is anybody there?'],
    [YOU, KEY.c, `${YOU}> ^C`],
    [BOB, KEY.d],
  ]);
  dialogue('a second caller is connected and waits; what it says waits too', [
    [YOU, 'nc -lk 2525'],
    [BOB, `nc ${CLIENT} 2525`],
    [
      EVE,
      'telnet localhost 2525',
      'eve> Trying 127.0.0.1...',
      'eve> Connected to localhost.',
      "eve> Escape character is '^]'.",
    ],
    [EVE, 'let me in'],
    [BOB, 'first', `${YOU}> first`],
    [BOB, KEY.c, 'bob> ^C', `${YOU}> let me in\r`],
    [YOU, 'well', 'eve> well'],
    [YOU, KEY.c, `${YOU}> ^C`, 'eve> Connection closed by foreign host.'],
  ]);
  dialogue('whoever still waits when it ends is turned away', [
    [YOU, 'nc -l 2525'],
    [BOB, `nc ${CLIENT} 2525`],
    [
      EVE,
      'telnet localhost 2525',
      'eve> Trying 127.0.0.1...',
      'eve> Connected to localhost.',
      "eve> Escape character is '^]'.",
    ],
    [BOB, KEY.c, 'bob> ^C', 'eve> Connection closed by foreign host.'],
    [YOU, 'whoami', `${YOU}> you`],
  ]);
  dialogue('Ctrl-D ends what you say, not what you hear; with -N the other side is told', [
    [YOU, 'nc -l 2525'],
    [BOB, `telnet ${CLIENT} 2525`, ...DIALLED],
    [YOU, KEY.d],
    [BOB, 'still there?', `${YOU}> still there?\r`],
    [BOB, KEY.escape, 'bob> ^]'],
    [BOB, 'quit', 'bob> Connection closed.'],
    [YOU, 'nc -lN 2525'],
    [BOB, `telnet ${CLIENT} 2525`, ...DIALLED],
    [YOU, KEY.d, CLOSED],
    [YOU, 'whoami', `${YOU}> you`],
  ]);
  dialogue('-w, once nothing more is typed, ends the caller; -q ends nc', [
    [YOU, 'nc -lk -w 3 2525'],
    [BOB, `telnet ${CLIENT} 2525`, ...DIALLED],
    [YOU, KEY.d, CLOSED],
    [YOU, KEY.c, `${YOU}> ^C`],
    [YOU, 'nc -lk -q 3 2525'],
    [BOB, `telnet ${CLIENT} 2525`, ...DIALLED],
    [YOU, KEY.d, CLOSED],
    [YOU, 'whoami', `${YOU}> you`],
  ]);
  dialogue('Ctrl-D before anybody calls ends what the caller will hear', [
    [YOU, 'nc -l -N -k 2525'],
    [YOU, KEY.d],
    [BOB, `telnet ${CLIENT} 2525`, ...DIALLED, CLOSED],
    [BOB, `telnet ${CLIENT} 2525`, ...DIALLED, CLOSED],
    [YOU, KEY.c, `${YOU}> ^C`],
    [YOU, 'nc -l -q 0 2525'],
    [YOU, KEY.d],
    [BOB, `telnet ${CLIENT} 2525`, ...DIALLED, CLOSED],
    [YOU, 'whoami', `${YOU}> you`],
  ]);
});
describe('nc -l refuses', () => {
  dialogue('a port that has its server', [
    [BOB, 'nc -l 110', 'bob> nc: Address already in use'],
    [YOU, 'nc -l 2525'],
    [EVE, 'nc -l -v 2525', 'eve> nc: Address already in use'],
    [EVE, 'nc -lv6 2526', 'eve> Listening on :: 2526'],
    [EVE, KEY.c, 'eve> ^C'],
    [YOU, KEY.c, `${YOU}> ^C`],
    [EVE, 'nc -lv 2525', 'eve> Listening on 0.0.0.0 2525'],
  ]);
  dialogue('it speaks no TLS: a ClientHello is noise', [
    [YOU, 'nc -lv 2525', `${YOU}> Listening on 0.0.0.0 2525`],
    [
      BOB,
      `openssl s_client -quiet -connect ${CLIENT}:2525`,
      `${YOU}> Connection received on ${POP} (port)`,
      `${YOU}> \x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03${'\xa5'.repeat(504)}\r`,
    ],
    [BOB, KEY.c, 'bob> ^C'],
  ]);
  session('refuses what it cannot do', [
    ['nc -l', 'nc: missing port number'],
    ['nc -l foo', 'nc: getaddrinfo: Servname not supported for ai_socktype'],
    ['nc -l 70000', 'nc: port number too large: 70000'],
    ['nc -l 0', 'nc: port 0 means any that is free: not simulated here'],
    ['nc -zl 2525', 'nc: cannot use -z and -l'],
    ['nc -k pop.example.com 110', 'nc: must use -l with -k'],
    [
      'nc -l 127.0.0.1 2525',
      'nc: with -l it answers at every address of this machine: to choose one is not simulated here',
    ],
    ['nc -p 1025 pop.example.com 110', 'nc: -p: not simulated here, but with -l'],
  ]);
});
describe('around nc -l', () => {
  test('a cut cable ends it, and with -k the next may call', () => {
    for (const [options, after] of [
      ['-l', 'shell'],
      ['-lk', 'nc'],
    ] as const) {
      const terminal = world();
      at(terminal, YOU, `nc ${options} 2525`);
      at(terminal, BOB, `telnet ${CLIENT} 2525`);
      feed(terminal, { type: 'cut', conn: 1, after: 0 }, { type: 'pass', until: 'quiet' });
      expect(program(terminal, YOU)).toBe(after);
      expect(program(terminal, BOB)).toBe('shell');
      expect(terminal.world.conns).toEqual([]);
    }
  });
  test('whoever leaves takes the server along: callers lose it, and the port is free', () => {
    const terminal = world();
    at(terminal, YOU, 'nc -lk 2525');
    at(terminal, BOB, `telnet ${CLIENT} 2525`);
    at(terminal, EVE, 'telnet localhost 2525');
    const trace = feed(terminal, { type: 'shut', console: YOU }, { type: 'pass', until: 'quiet' });
    expect(shown(trace)).toEqual(['eve> Connection closed by foreign host.', CLOSED]);
    expect(terminal.world.conns).toEqual([]);
    expect(shown(at(terminal, EVE, 'nc -lv 2525'))).toEqual(['eve> Listening on 0.0.0.0 2525']);
  });
  test('the picture shows who listens where, who dialled and who answered', () => {
    const terminal = world();
    const start = terminal.world;
    const from = terminal.trace.length;
    const look = () => sceneAt(start, terminal.trace.slice(from), Infinity);
    const hostNow = () => look().hosts.find(({ id }) => id === CLIENT);
    at(terminal, YOU, 'nc -l 2525');
    expect(statusOf(terminal.world, YOU)).toEqual({ kind: 'listening', port: 2525 });
    expect(hostNow()?.listeners).toEqual([{ console: YOU, port: 2525 }]);
    at(terminal, BOB, `telnet ${CLIENT} 2525`);
    expect(look().conns).toMatchObject([
      { from: POP, to: CLIENT, port: 2525, phase: 'open', console: BOB, answerer: YOU },
    ]);
    expect(sceneAt(terminal.world, [], 0).conns).toEqual(look().conns);
    expect(look().sessions).toEqual([]);
    expect(statusOf(terminal.world, YOU)).toEqual({ kind: 'serving' });
    expect(statusOf(terminal.world, BOB).kind).toBe('yourTurn');
    at(terminal, BOB, KEY.escape);
    at(terminal, BOB, 'quit');
    expect(hostNow()?.listeners).toEqual([]);
  });
  test('a real socket may call too', () => {
    const terminal = world();
    at(terminal, YOU, 'nc -l 2525');
    const call = { type: 'open', from: POP, to: CLIENT, port: 2525, tls: null } as const;
    feed(terminal, { type: 'outside', event: call });
    const said = { type: 'data', conn: 1, octets: 'EHLO there\r\n' } as const;
    const trace = feed(terminal, { type: 'outside', event: said }, { type: 'pass', until: 'quiet' });
    expect(shown(trace)).toEqual([`${YOU}> EHLO there\r`]);
  });
});
