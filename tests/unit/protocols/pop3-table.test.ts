// Every command in every state, and every malformed form of each: the right reply, and never an exception.
import { describe, expect, test } from 'vitest';
import { CRLF } from '../../../src/core/base/octets.ts';
import { pop3 } from '../../../src/core/protocols/pop3/protocol.ts';
import { commandsOf } from '../../../src/core/spec/compile.ts';
import { ask, ended, faults, heard, labOf, open, secured, stateOf, type Lab } from '../../transcript/lab.ts';
import { testWorld } from '../../world.ts';

type State = 'authorization' | 'named' | 'authenticating' | 'securing' | 'transaction';
const ways: Readonly<Record<State, readonly string[]>> = {
  authorization: [],
  named: ['USER bob'],
  authenticating: ['AUTH PLAIN'],
  securing: ['STLS'],
  transaction: ['USER bob', 'PASS correct-horse'],
};
interface Session {
  readonly lab: Lab;
  readonly conn: number;
}
function at(state: State): Session {
  const lab = labOf(testWorld());
  const conn = open(lab, 110);
  for (const line of ways[state]) ask(lab, conn, line + CRLF);
  return { lab, conn };
}
const say = ({ lab, conn }: Session, line: string): string => ask(lab, conn, line + CRLF);

const verbs = [...new Set(commandsOf(pop3).map(({ rule }) => rule.verb))].toSorted();
/** A line of each that is right where it is legal. */
const good: Readonly<Record<string, string>> = {
  APOP: 'APOP bob 00000000000000000000000000000000',
  AUTH: 'AUTH PLAIN',
  CAPA: 'CAPA',
  DELE: 'DELE 1',
  LANG: 'LANG',
  LIST: 'LIST',
  NOOP: 'NOOP',
  PASS: 'PASS correct-horse',
  QUIT: 'QUIT',
  RETR: 'RETR 1',
  RSET: 'RSET',
  STAT: 'STAT',
  STLS: 'STLS',
  TOP: 'TOP 1 0',
  UIDL: 'UIDL',
  USER: 'USER bob',
  UTF8: 'UTF8',
};
const accepted: Readonly<Record<'authorization' | 'named' | 'transaction', readonly string[]>> = {
  authorization: ['AUTH', 'CAPA', 'LANG', 'QUIT', 'STLS', 'USER', 'UTF8'],
  named: ['AUTH', 'CAPA', 'PASS', 'QUIT', 'STLS', 'USER'],
  transaction: ['CAPA', 'DELE', 'LANG', 'LIST', 'NOOP', 'QUIT', 'RETR', 'RSET', 'STAT', 'TOP', 'UIDL'],
};

describe('every command in every state', () => {
  test('the table has a line for each verb', () => {
    expect(Object.keys(good).toSorted()).toEqual(verbs);
  });
  describe.each(['authorization', 'named', 'transaction'] as const)('%s', (state) => {
    test.each(verbs)('%s', (verb) => {
      const session = at(state);
      const reply = say(session, good[verb] ?? verb);
      const yes = accepted[state].includes(verb);
      expect(reply).toMatch(yes ? /^\+(?:OK\b| \r\n)/ : /^-ERR /);
      expect(reply.endsWith(CRLF)).toBe(true);
      const stays = state === 'named' ? 'authorization' : state;
      expect(yes || stateOf(session.lab, session.conn) === stays).toBe(true);
      expect(faults(session.lab)).toEqual([]);
    });
  });
  test.each(verbs)('authenticating: %s is a response, and a wrong one', (verb) => {
    const session = at('authenticating');
    expect(say(session, good[verb] ?? verb)).toMatch(/^-ERR That is /);
    expect(stateOf(session.lab, session.conn)).toBe('authorization');
  });
  test.each(verbs)('securing: %s in the clear ends the connection without a word', (verb) => {
    const session = at('securing');
    expect(say(session, good[verb] ?? verb)).toBe('');
    expect(ended(session.lab, session.conn)).toBe(true);
    expect(faults(session.lab)).toEqual([]);
  });
});

describe('malformed lines', () => {
  const before = [
    ['', 'No such command'],
    [' ', 'No such command'],
    [' USER bob', 'No such command'],
    ['USERbob', 'No such command'],
    ['US', 'No such command'],
    ['STARTTLS', 'No such command'],
    ['\0\0\0', 'No such command'],
    ['\xff\xfe', 'No such command'],
    ['__proto__', 'No such command'],
    ['constructor x', 'No such command'],
    ['USER', 'USER takes one name'],
    ['USER ', 'USER takes one name'],
    ['USER  bob', 'USER takes one name'],
    ['USER bob ', 'USER takes one name'],
    ['USER bob smith', 'USER takes one name'],
    ['USER\tbob', 'No such command'],
    ['USER b\x08ob', 'USER takes one name'],
    ['USER b\0b', 'USER takes one name'],
    ['USER gr\xf6\xdfe', 'USER takes one name'],
    ['USER b\xc2\x85b', 'USER takes one name'],
    ['APOP', 'APOP takes a name and an MD5 digest'],
    ['APOP bob', 'APOP takes a name and an MD5 digest'],
    ['APOP bob 123', 'APOP takes a name and an MD5 digest'],
    [`APOP bob ${'A'.repeat(32)}`, 'APOP takes a name and an MD5 digest'],
    [`APOP bob ${'a'.repeat(33)}`, 'APOP takes a name and an MD5 digest'],
    [`APOP bob ${'a'.repeat(32)} x`, 'APOP takes a name and an MD5 digest'],
    [`APOP __proto__ ${'a'.repeat(32)}`, '[AUTH]'],
    ['AUTH', 'AUTH takes a mechanism'],
    ['AUTH ', 'AUTH takes a mechanism'],
    ['AUTH PLAIN ', 'AUTH takes a mechanism'],
    ['AUTH PLAIN AAAA AAAA', 'AUTH takes a mechanism'],
    ['AUTH SCRAM-SHA-256-PLUS', 'No such mechanism here; there is SCRAM-SHA-256'],
    ['AUTH CRAM-MD5 AAAA', 'With CRAM-MD5 the server speaks first'],
    ['AUTH __proto__', 'No such mechanism here; there is SCRAM-SHA-256'],
    ['UTF8 now', 'UTF8 takes nothing after it'],
    ['LANG ', 'LANG takes one language'],
    ['LANG en-', 'LANG takes one language'],
    ['LANG abcdefghi', 'LANG takes one language'],
    ['CAPA all', 'CAPA takes nothing after it'],
    ['CAPA ', 'CAPA takes nothing after it'],
    ['STLS now', 'STLS takes nothing after it'],
    ['QUIT now', 'QUIT takes nothing after it'],
    ['QUIT ', 'QUIT takes nothing after it'],
  ] as const;
  test.each(before)('before the login: %j', (line, why) => {
    const session = at('authorization');
    const reply = say(session, line);
    expect(reply.startsWith(`-ERR ${why}`)).toBe(true);
    expect(reply.indexOf(CRLF)).toBe(reply.length - 2);
    expect(stateOf(session.lab, session.conn)).toBe('authorization');
  });

  const passwords = [
    ['PASS', 'PASS takes a password'],
    ['PASS ', 'PASS takes a password'],
    ['PASS gr\xf6\xdfe7', 'PASS takes a password'],
    ['PASS correct\xe2\x80\xa8horse', 'PASS takes a password'],
    ['PASS gr\xc3\xb6\xc3\x9fe7', '[AUTH]'],
    ['PASS correct-hor\x08rse', 'PASS takes a password'],
    ['PASS  correct-horse', '[AUTH]'],
    ['PASS correct-horse ', '[AUTH]'],
    ['PASS CORRECT-HORSE', '[AUTH]'],
  ] as const;
  test.each(passwords)('instead of the password: %j', (line, why) => {
    const session = at('named');
    expect(say(session, line).startsWith(`-ERR ${why}`)).toBe(true);
    expect(stateOf(session.lab, session.conn)).toBe('authorization');
  });

  const numbers = [
    ['0', 'No such message; they are numbered 1 to 3'],
    ['00', 'No such message; they are numbered 1 to 3'],
    ['4', 'No such message; they are numbered 1 to 3'],
    ['4294967297', 'No such message; they are numbered 1 to 3'],
    ['9'.repeat(100), 'No such message; they are numbered 1 to 3'],
    ['2', 'Message 2 is marked deleted; RSET unmarks it'],
    ['002', 'Message 2 is marked deleted; RSET unmarks it'],
  ] as const;
  const noNumbers = ['-1', '+1', '1.0', '1e0', '0x1', ' 1', '1 ', '1,2', '1:2', '*', 'one', '1\t', '\xb2'];
  const numbered = [
    ['LIST', ''],
    ['RETR', ''],
    ['DELE', ''],
    ['UIDL', ''],
    ['TOP', ' 0'],
  ] as const;
  describe.each(numbered)('message numbers after %s', (verb, more) => {
    test.each(numbers)('%s', (number, why) => {
      const session = at('transaction');
      say(session, 'DELE 2');
      expect(say(session, `${verb} ${number}${more}`)).toBe(`-ERR ${why}${CRLF}`);
    });
    test.each(noNumbers)('%j', (number) => {
      const session = at('transaction');
      expect(say(session, `${verb} ${number}${more}`)).toMatch(
        new RegExp(`^-ERR ${verb} takes .*number.*\r\n$`),
      );
    });
    test('leading zeros are zeros', () => {
      expect(say(at('transaction'), `${verb} 003${more}`)).toMatch(/^\+OK /);
    });
  });

  const after = ['STAT 1', 'STAT ', 'RSET 1', 'NOOP 1', 'QUIT 1', 'LIST 1 2', 'LIST ', 'UIDL 1 2', 'UIDL ']
    .concat([
      'RETR',
      'RETR ',
      'RETR 1 2',
      'DELE',
      'DELE 1 2',
      'TOP',
      'TOP 1',
      'TOP 1 ',
      'TOP 1 1 1',
      'TOP 1 -1',
    ])
    .concat(['TOP  1 1', 'TOP 1  1', 'TOP 1 x', 'CAPA x']);
  test.each(after)('after the login: %j', (line) => {
    const session = at('transaction');
    const verb = line.split(' ')[0] ?? '';
    expect(say(session, line)).toMatch(new RegExp(`^-ERR ${verb} takes [^\r]+\r\n$`));
    expect(stateOf(session.lab, session.conn)).toBe('transaction');
  });

  test('a verb in any case', () => {
    const session = at('authorization');
    expect(say(session, 'uSeR bob')).toBe(`+OK Now the password${CRLF}`);
    expect(say(session, 'pass correct-horse')).toMatch(/^\+OK 3 messages/);
    expect(say(session, 'ReTr 1')).toMatch(/^\+OK 79 octets/);
  });
  test('254 and 255 octets with their line end are read, 256 are not', () => {
    const line = (octets: number): string => 'x'.repeat(octets - 2);
    expect(say(at('authorization'), line(254))).toMatch(/^-ERR No such command/);
    expect(say(at('authorization'), line(255))).toMatch(/^-ERR No such command/);
    expect(say(at('authorization'), line(256))).toMatch(/^-ERR A line has 255 octets at most/);
  });
  test('after a line of a megabyte the next one is heard as if nothing had been', () => {
    const session = at('transaction');
    const reply = say(session, `${'x'.repeat(1_000_000)}${CRLF}STAT`);
    expect(reply).toBe(`-ERR A line has 255 octets at most, line end included${CRLF}+OK 3 236${CRLF}`);
  });
});

test('no status line is longer than 512 octets, whatever is said', () => {
  const session = at('authorization');
  const longest = [...verbs, 'X'].flatMap((verb) => [verb, `${verb} ${'y'.repeat(240)}`]);
  for (const line of longest) say(session, line);
  const said = heard(session.lab, session.conn).split(CRLF);
  expect(Math.max(...said.map((line) => line.length + CRLF.length))).toBeLessThanOrEqual(512);
  secured(session.lab, session.conn);
  expect(faults(session.lab)).toEqual([]);
});
