// Random journals: everything people, sockets, cables and clocks can do to a small world, sensible and not.
import * as fc from 'fast-check';
import { encode64 } from '../../src/core/base/base64.ts';
import { utf8, type Octets } from '../../src/core/base/octets.ts';
import { MINUTE, SECOND, type Micros } from '../../src/core/base/time.ts';
import { step } from '../../src/core/kernel/step.ts';
import type { Input, Step, World } from '../../src/core/kernel/world.ts';
import type { Tls } from '../../src/core/spec/machine.ts';
import { pop3 } from '../../src/core/protocols/pop3/protocol.ts';
import { commandsOf } from '../../src/core/spec/compile.ts';
import { CLIENT, POP } from '../world.ts';
import { mailKnobs, mailLines } from './mail-journals.ts';

/** An input; or time that goes on from wherever it stands; or something a real socket says, whichever is open by then. */
export type Move =
  | Input
  | { readonly type: 'later'; readonly by: Micros }
  /** `mail`: what is said instead where a server takes mail. */
  | { readonly type: 'say'; readonly nth: number; readonly octets: Octets; readonly mail: Octets };
export function inputOf(world: World, move: Move): Input {
  if (move.type === 'later') return { type: 'pass', until: world.now + move.by };
  if (move.type !== 'say') return move;
  const sockets = world.conns.filter((c) => c.a.machine === 'outside' && c.phase === 'open');
  const socket = sockets[move.nth % sockets.length];
  const octets = socket?.b.machine === 'smtp' ? move.mail : move.octets;
  return { type: 'outside', event: { type: 'data', conn: socket?.id ?? move.nth, octets } };
}
/** A world led through some moves; `look` sees every step. */
export function lead(
  start: World,
  moves: readonly Move[],
  look: (done: Step, input: Input) => void = () => undefined,
  run: (world: World, input: Input) => Step = step,
): World {
  let world = start;
  for (const move of moves) {
    const input = inputOf(world, move);
    const done = run(world, input);
    world = done.world;
    look(done, input);
  }
  return world;
}

export const verbs: readonly string[] = commandsOf(pop3).map(({ rule }) => rule.verb);
const plain = encode64('\0bob\0correct-horse');
const words = [
  '',
  '1',
  '2',
  '3',
  '4',
  '0',
  '001',
  '-1',
  '99999999999999999999',
  '1 2',
  '1 0',
  '2 1000000',
  'bob',
  'erin',
  'alice',
  'correct-horse',
  'paper lantern',
  utf8('größe7'),
  'PLAIN',
  `PLAIN ${plain}`,
  `PLAIN ${encode64(utf8('\0erin\0größe7'))}`,
  'PLAIN =',
  'PLAIN !',
  'plain',
  'CRAM-MD5',
  'LOGIN',
  `LOGIN ${encode64('bob')}`,
  `SCRAM-SHA-256 ${encode64('n,,n=bob,r=abc')}`,
  'SCRAM-SHA-1',
  'OAUTHBEARER =',
  'EXTERNAL =',
  'bob 0123456789abcdef0123456789abcdef',
  ' ',
  '\0',
];
const anyWord = fc.constantFrom(...words);
const ends = fc.constantFrom('\r\n', '\r\n', '\r\n', '\r\n', '\r\n', '\r\n', '\n', '\r', '', ' \r\n');
const command = fc
  .tuple(fc.constantFrom(...verbs), anyWord, ends, fc.nat({ max: 9 }))
  .map(([verb, word, end, odd]) => {
    const said = odd === 0 ? verb.toLowerCase() : verb;
    return word === '' ? said + end : `${said} ${word}${end}`;
  });
const login = fc.constantFrom(
  'USER bob\r\nPASS correct-horse\r\n',
  'USER alice\r\nPASS paper lantern\r\n',
  'USER bob\r\n',
  'PASS correct-horse\r\n',
  `AUTH PLAIN ${plain}\r\n`,
  'AUTH PLAIN\r\n',
  `${plain}\r\n`,
  '*\r\n',
  '\r\n',
  `${encode64('n,,n=bob,r=abc')}\r\n`,
  `${encode64('c=biws,r=abc,p=AAAA')}\r\n`,
  'STLS\r\n',
  'STLS\r\nNOOP\r\n',
  'DELE 1\r\nQUIT\r\n',
);
const garbage = fc.oneof(
  fc.uint8Array({ maxLength: 12 }).map((bytes) => String.fromCharCode(...bytes)),
  fc.constantFrom(
    'x'.repeat(256),
    `${'y'.repeat(5000)}\r\n`,
    '\r',
    '\n',
    '\0\r\n',
    '\x16\x03\x01\r\n',
    'NO',
    'OP\r\n',
  ),
);
/** What a client sends that fetches mail, whole lines or pieces of them. */
const fetching: fc.Arbitrary<Octets> = fc.oneof(
  { weight: 5, arbitrary: command },
  { weight: 3, arbitrary: login },
  { weight: 1, arbitrary: garbage },
  { weight: 1, arbitrary: fc.tuple(command, command).map(([a, b]) => a + b) },
  { weight: 1, arbitrary: fc.tuple(command, fc.nat({ max: 20 })).map(([a, n]) => a.slice(0, n)) },
);
const sending: fc.Arbitrary<Octets> = fc.oneof(
  { weight: 9, arbitrary: mailLines },
  { weight: 1, arbitrary: garbage },
);
/** What any client sends. */
export const octets: fc.Arbitrary<Octets> = fc.oneof(fetching, sending);

const tls: Tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', serverName: POP };
const conn = fc.nat({ max: 6 });
const knocks: fc.Arbitrary<Input> = fc
  .tuple(
    fc.constantFrom(110, 110, 110, 995, 995, 25, 25, 24, 587, 465, 26, 2525, 2525),
    fc.boolean(),
    fc.constantFrom(POP, POP, POP, CLIENT, CLIENT, 'constructor'),
  )
  .map(([port, secure, to]) => ({
    type: 'outside',
    event: {
      type: 'open',
      from: CLIENT,
      to,
      port,
      tls: secure && (port === 995 || port === 465) ? tls : null,
    },
  }));
const data: fc.Arbitrary<Move> = fc
  .tuple(conn, fetching, sending)
  .map(([nth, said, mail]) => ({ type: 'say', nth, octets: said, mail }));
const socket: fc.Arbitrary<Input> = fc.oneof(
  conn.map((id): Input => ({ type: 'outside', event: { type: 'secured', conn: id, tls } })),
  conn.map((id): Input => ({ type: 'outside', event: { type: 'closed', conn: id, how: 'close' } })),
  conn.map((id): Input => ({ type: 'outside', event: { type: 'closed', conn: id, how: 'reset' } })),
);

export const consoles = ['you@client', 'bob-laptop', 'constructor'] as const;
const seat = fc.constantFrom(...consoles);
const shell = [
  `telnet ${POP} 110\n`,
  `telnet ${POP} 995\n`,
  `telnet ${POP} 25\n`,
  `telnet ${CLIENT} 2525\n`,
  `gnutls-cli -p 2525 ${CLIENT}\n`,
  'nc -N localhost 2525\n',
  'nc -l 2525\n',
  'nc -lkv 2525\n',
  'nc -l -k -q 0 2525\n',
  'nc -l 110\n',
  'telnet 192.0.2.99 110\n',
  'telnet nowhere.example.com 110\n',
  `nc -C ${POP} 110\n`,
  `nc -N ${POP} 110\n`,
  `nc ${POP} 995\n`,
  `openssl s_client -quiet -crlf -connect ${POP}:995\n`,
  `openssl s_client -connect ${POP}:110\n`,
  `openssl s_client -crlf -starttls pop3 -connect ${POP}:110\n`,
  `openssl s_client -starttls smtp -connect ${CLIENT}:2525\n`,
  `openssl s_client -starttls imap -connect ${POP}:110\n`,
  `gnutls-cli --crlf --starttls -p 110 ${POP}\n`,
  `gnutls-cli --starttls-proto=pop3 -p 110 ${POP}\n`,
  `gnutls-cli --starttls-proto=smtp -p 110 ${POP}\n`,
  `gnutls-cli -p 995 ${POP}\n`,
  'sleep 1\n',
  'sleep 11m\n',
  "printf '\\0bob\\0correct-horse' | base64\n",
  `dig ${POP}\n`,
  'dig @192.0.2.31 example.com MX\n',
  `host ${POP}\n`,
  'nslookup 192.0.2.31\n',
  'help\n',
  'hosts\n',
  '\x03',
  '\x04',
  '\x1d',
  'quit\n',
  '\n',
  'Q\n',
  'R\n',
  'k\n',
];
const typed: fc.Arbitrary<Input> = fc
  .tuple(
    seat,
    fc.oneof(
      fc.constantFrom(...shell),
      octets.map((said) => said.replace('\r', '')),
      garbage,
    ),
  )
  .map(([console, said]) => ({ type: 'type', console, octets: said }));
const people: fc.Arbitrary<Input> = fc.oneof(
  seat.map((console): Input => ({ type: 'open', console, host: CLIENT })),
  seat.map((console): Input => ({ type: 'open', console, host: POP })),
  seat.map((console): Input => ({ type: 'shut', console })),
);

const number = fc.constantFrom(0, 1, 3, 4, 20, 1000, 20_000, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY);
const turns: fc.Arbitrary<Input> = fc.oneof(
  fc.tuple(number, fc.nat({ max: 5 }), fc.nat({ max: 4 })).map(([latency, segment, loss]): Input => ({
    type: 'turn',
    knob: { type: 'link', between: [POP, CLIENT], set: { latency, segment, loss } },
  })),
  fc
    .tuple(fc.constantFrom('required', 'optional'), fc.constantFrom('reject', 'accept'), mailKnobs)
    .map(([required, commandLf, set]): Input => ({
      type: 'turn',
      knob: { type: 'policy', host: POP, set: { tls: required, commandLf, ...set } },
    })),
  fc
    .tuple(
      fc.constantFrom('add', 'remove'),
      fc.constantFrom(
        `${POP} A 192.0.2.31`,
        `${POP} 1 A 192.0.2.99`,
        'nowhere.example.com MX',
        'a.test A 192.0.2.1',
      ),
    )
    .map(([phase, line]): Input => ({ type: 'turn', knob: { type: 'record', edit: { phase, line } } })),
  fc
    .tuple(
      fc.constantFrom(POP, 'a..b', ''),
      fc.constantFrom('none', 'none', 'timeout', 'servfail', 'nxdomain'),
    )
    .map(([name, fault]): Input => ({ type: 'turn', knob: { type: 'fault', name, fault } })),
  number.map((latency): Input => ({ type: 'turn', knob: { type: 'resolver', latency } })),
);
const cuts: fc.Arbitrary<Input> = fc
  .tuple(conn, fc.constantFrom(0, 1, 5, 17, 200, -3, Number.NaN))
  .map(([id, after]) => ({ type: 'cut', conn: id, after }));
const shutdown = fc.constantFrom<Input>(
  { type: 'outside', event: { type: 'shutdown', host: POP } },
  { type: 'outside', event: { type: 'shutdown', host: 'nowhere.example.com' } },
);
export const waits: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Move>({ type: 'pass', until: 'quiet' }) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(0, 1, 100, 9_999, SECOND, 10 * MINUTE, 11 * MINUTE)
      .map((by): Move => ({ type: 'later', by })),
  },
  { weight: 1, arbitrary: fc.constantFrom(0, -1).map((until): Move => ({ type: 'pass', until })) },
);
export const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: knocks },
  { weight: 30, arbitrary: data },
  { weight: 3, arbitrary: socket },
  { weight: 20, arbitrary: typed },
  { weight: 5, arbitrary: people },
  { weight: 10, arbitrary: waits },
  { weight: 1, arbitrary: turns },
  { weight: 1, arbitrary: cuts },
  { weight: 1, arbitrary: fc.oneof({ weight: 9, arbitrary: waits }, { weight: 1, arbitrary: shutdown }) },
);
/** After somebody sat down and a socket was opened. */
export const journal = (length: number): fc.Arbitrary<readonly Move[]> =>
  fc
    .array(move, { minLength: length - 3, maxLength: length - 3, size: 'max' })
    .map((moves) => [
      { type: 'open', console: 'you@client', host: CLIENT },
      { type: 'outside', event: { type: 'open', from: CLIENT, to: POP, port: 110, tls: null } },
      { type: 'pass', until: 'quiet' },
      ...moves,
    ]);
