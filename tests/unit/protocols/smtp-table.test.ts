// Every command in every state, on the port of each role, and every malformed form: the right code, and never an exception.
import { describe, expect, test } from 'vitest';
import { encode64 } from '../../../src/core/base/base64.ts';
import { CRLF } from '../../../src/core/base/octets.ts';
import { smtp } from '../../../src/core/protocols/smtp/protocol.ts';
import { commandsOf } from '../../../src/core/spec/compile.ts';
import { ask, ended, faults, labOf, open, stateOf, type Lab } from '../../transcript/lab.ts';
import { testWorld } from '../../world.ts';

const STATES = ['greeted', 'ready', 'mail', 'recipients', 'chunked', 'failed'] as const;
type State = (typeof STATES)[number];
const MAIL = 'MAIL FROM:<bob@example.com>';
const RCPT = 'RCPT TO:<bob@example.com>';
/** What has been said in a state. */
const waysFrom = (...hello: readonly string[]): Readonly<Record<State, readonly string[]>> => ({
  greeted: [],
  ready: hello,
  mail: [...hello, MAIL],
  recipients: [...hello, MAIL, RCPT],
  chunked: [...hello, MAIL, RCPT, 'BDAT 2'],
  failed: [...hello, `${MAIL} BODY=BINARYMIME`, RCPT, 'DATA'],
});
const EHLO = 'EHLO client.example.net';
const WAYS = {
  mx: { port: 25, ways: waysFrom(EHLO) },
  submission: { port: 587, ways: waysFrom(EHLO, `AUTH PLAIN ${encode64('\0bob\0correct-horse')}`) },
  lmtp: { port: 24, ways: waysFrom('LHLO client.example.net') },
};
interface Session {
  readonly lab: Lab;
  readonly conn: number;
}
const say = ({ lab, conn }: Session, line: string): string => ask(lab, conn, line + CRLF);
function at(lines: readonly string[], port = 25): Session {
  const lab = labOf(testWorld({ takesMail: true, policy: { capsShow: ['ETRN'] } }));
  const session = { lab, conn: open(lab, port) };
  for (const line of lines) {
    say(session, line);
    // the octets of a chunk have no line end of their own
    if (line === 'BDAT 2') ask(lab, session.conn, 'hi');
  }
  return session;
}
const codeOf = (reply: string): string => /^(\d{3})[ -]/.exec(reply)?.[1] ?? '';

/** A line of each that is right where it is legal, and its code in each of `STATES`, on port 25. */
const ROWS: readonly (readonly [line: string, codes: string])[] = [
  [EHLO, '250 250 250 250 250 250'],
  ['HELO client.example.net', '250 250 250 250 250 250'],
  ['LHLO client.example.net', '500 500 500 500 500 500'],
  [MAIL, '503 250 503 503 503 503'],
  [RCPT, '503 503 250 250 503 503'],
  ['DATA', '503 503 503 354 503 503'],
  ['BDAT 0', '503 503 503 250 250 503'],
  ['RSET', '250 250 250 250 250 250'],
  ['NOOP', '250 250 250 250 250 250'],
  ['VRFY bob', '252 252 252 252 252 252'],
  ['EXPN bob', '252 252 252 252 252 252'],
  ['HELP', '214 214 214 214 214 214'],
  ['QUIT', '221 221 221 221 221 221'],
  ['STARTTLS', '503 220 503 503 503 503'],
  ['AUTH LOGIN', '503 502 503 503 503 503'],
  ['ETRN example.org', '503 459 503 503 503 503'],
  ['SEND FROM:<bob@example.com>', '502 502 502 502 502 502'],
  ['SOML FROM:<bob@example.com>', '502 502 502 502 502 502'],
  ['SAML FROM:<bob@example.com>', '502 502 502 502 502 502'],
  ['TURN', '502 502 502 502 502 502'],
];
/** Where another role answers otherwise. */
const OTHERWISE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mx: {},
  submission: {
    // there was a login already
    AUTH: '503 503 503 503 503 503',
    ETRN: '503 502 503 503 503 503',
  },
  lmtp: {
    EHLO: '500 500 500 500 500 500',
    HELO: '500 500 500 500 500 500',
    LHLO: '250 250 250 250 250 250',
    ETRN: '503 502 503 503 503 503',
  },
};
const verbOf = (line: string): string => line.split(' ')[0] ?? '';
const lines = ROWS.map(([line]) => line);

test('the table has a line for each verb', () => {
  const verbs = commandsOf(smtp).map(({ rule }) => rule.verb);
  expect(lines.map(verbOf).toSorted()).toEqual([...new Set(verbs)].toSorted());
});
describe.each(['mx', 'submission', 'lmtp'] as const)(
  'every command in every state, on the port for %s',
  (role) => {
    const { port, ways } = WAYS[role];
    test.each(STATES)('%s is reached', (state) => {
      const { lab, conn } = at(ways[state], port);
      expect(stateOf(lab, conn)).toBe(state);
    });
    test.each(ROWS)('%s', (line, codes) => {
      const replies = STATES.map((state) => {
        const session = at(ways[state], port);
        const code = codeOf(say(session, line));
        // what is refused changes nothing
        expect(!code.startsWith('5') || stateOf(session.lab, session.conn) === state).toBe(true);
        expect(faults(session.lab)).toEqual([]);
        return code;
      });
      expect(replies.join(' ')).toBe(OTHERWISE[role]?.[verbOf(line)] ?? codes);
    });
  },
);
describe('where lines are no commands', () => {
  test.each(lines)('%s in a letter is a line of it', (line) => {
    const session = at([...WAYS.mx.ways.recipients, 'DATA']);
    expect(say(session, line)).toBe('');
    expect(stateOf(session.lab, session.conn)).toBe('content');
    expect(say(session, '.')).toMatch(/^250 2\.0\.0 Taken/);
  });
  test.each(lines)('%s instead of a password ends the login', (line) => {
    const session = at([EHLO, 'AUTH PLAIN'], 587);
    expect(say(session, line)).toMatch(/^501 5\.5\.2 That is /);
    expect(stateOf(session.lab, session.conn)).toBe('ready');
  });
  test.each(lines)('%s in the clear, where TLS was to begin, ends the connection without a word', (line) => {
    const session = at([EHLO, 'STARTTLS']);
    expect(say(session, line)).toBe('');
    expect(ended(session.lab, session.conn)).toBe(true);
    expect(faults(session.lab)).toEqual([]);
  });
});

describe('malformed lines', () => {
  const odd = [
    '',
    ' ',
    ' NOOP',
    'NO',
    'NOOPS',
    'NOOP\tx',
    '\0\0\0',
    '\xff\xfe',
    '__proto__',
    'constructor x',
    '.',
    '354',
  ];
  test.each(odd)('%j is no command in any state', (line) => {
    for (const state of STATES) {
      const session = at(WAYS.mx.ways[state]);
      const reply = say(session, line);
      expect(reply).toMatch(/^500 5\.5\.1 There is no command "/);
      expect(reply.indexOf(CRLF)).toBe(reply.length - 2);
      expect(stateOf(session.lab, session.conn)).toBe(state);
      expect(faults(session.lab)).toEqual([]);
    }
  });
  const misread: readonly (readonly [state: State, line: string, reply: RegExp])[] = [
    ['greeted', 'EHLO', /^501 E/],
    ['greeted', 'HELO', /^501 H/],
    ['greeted', 'EHLO a b', /^501 a b is no name/],
    ['ready', 'MAIL', /^501 5\.5\.4 /],
    ['ready', 'MAIL FROM', /^501 5\.5\.4 /],
    ['ready', 'MAIL FROM:', /^501 5\.5\.4 /],
    ['ready', 'MAIL FROM:<', /^501 5\.5\.4 /],
    ['ready', 'MAIL FROM <a@b.example>', /^501 5\.5\.4 /],
    ['ready', 'MAIL TO:<a@b.example>', /^501 5\.5\.4 /],
    ['ready', `${MAIL}x`, /^501 5\.5\.4 MAIL takes one space before each parameter/],
    ['ready', `${MAIL}  SIZE=1`, /^501 5\.5\.4 MAIL takes one space before each parameter/],
    ['ready', `${MAIL} SIZE`, /^501 5\.5\.4 /],
    ['ready', `${MAIL} SIZE=`, /^501 5\.5\.4 /],
    ['ready', `${MAIL} SIZE=1 SIZE=1`, /^501 5\.5\.4 MAIL takes SIZE only once/],
    ['ready', `${MAIL} __proto__=1`, /^555 5\.5\.4 /],
    ['ready', `${MAIL} AUTH=<>`, /^555 5\.5\.4 AUTH is no parameter/],
    ['mail', 'RCPT', /^501 5\.5\.4 /],
    ['mail', 'RCPT FROM:<a@b.example>', /^501 5\.5\.4 /],
    ['mail', 'RCPT TO:<>', /^501 5\.1\.3 /],
    ['mail', `${RCPT} SIZE=1`, /^555 5\.5\.4 /],
    ['recipients', 'DATA x', /^501 5\.5\.4 /],
    ['recipients', 'BDAT', /^501 5\.5\.4 /],
    ['recipients', 'BDAT x', /^501 5\.5\.4 /],
    ['recipients', 'BDAT -1', /^501 5\.5\.4 /],
    ['recipients', 'BDAT 1 FIRST', /^501 5\.5\.4 /],
    ['recipients', 'RSET x', /^501 5\.5\.4 /],
    ['ready', 'VRFY', /^501 5\.5\.4 /],
    ['ready', 'EXPN', /^501 5\.5\.4 /],
    ['ready', 'HELP x', /^504 5\.5\.4 /],
    ['ready', 'QUIT x', /^501 5\.5\.4 /],
    ['ready', 'STARTTLS x', /^501 5\.5\.4 /],
    ['ready', 'AUTH', /^501 5\.5\.4 /],
    ['ready', 'ETRN', /^501 5\.5\.4 /],
  ];
  test.each(misread)('%s: %s', (state, line, expected) => {
    const session = at(WAYS.mx.ways[state]);
    expect(say(session, line)).toMatch(expected);
    expect(stateOf(session.lab, session.conn)).toBe(state);
    expect(faults(session.lab)).toEqual([]);
  });
});
