// token: a bearer token from the directory, and what it is good for.
import { describe, expect, test } from 'vitest';
import { encode64 } from '../../../src/core/base/base64.ts';
import { decode, encode } from '../../../src/core/kernel/codec.ts';
import { MINUTE } from '../../../src/core/base/time.ts';
import { POP } from '../../world.ts';
import { entered, feed, KEY, session, sitDown, type, type Terminal } from './terminal.ts';

const line = (terminal: Terminal, text: string): readonly string[] =>
  type(terminal, entered(text)).split('\n');
const tokenOf = (terminal: Terminal, user = 'bob'): string => line(terminal, `token ${user}`)[0] ?? '';
const response = (token: string): string => encode64(`n,a=bob,\x01auth=Bearer ${token}\x01\x01`);
const connect = (terminal: Terminal): unknown =>
  line(terminal, `openssl s_client -quiet -crlf -connect ${POP}:995`);

session('what it says when there is no token to be had', [
  ['token', 'usage: token USER'],
  ['token bob alice', 'usage: token USER'],
  ['token -x', 'usage: token USER'],
  ['token mallory', 'token: no user mallory on any server one can reach from here'],
  ['token bob@example.org', 'token: no user bob@example.org on any server one can reach from here'],
  ['token __proto__', 'token: no user __proto__ on any server one can reach from here'],
  [
    'token --help',
    'token USER',
    '  Get a bearer token to log in with by AUTH OAUTHBEARER (RFC 7628); it is good for an hour.',
  ],
]);

describe('a token', () => {
  test('is made of the characters a bearer token may have, and says until when it is good', () => {
    const [text, words] = line(sitDown(), 'token bob@EXAMPLE.com');
    expect(text).toMatch(/^[a-z0-9]{28}$/);
    expect(words).toBe('Good for bob@EXAMPLE.com until 10:00:00 UTC, an hour from now.');
  });
  test('is another one for another user, and at another time', () => {
    const terminal = sitDown();
    const first = tokenOf(terminal);
    feed(terminal, { type: 'pass', until: MINUTE });
    expect(new Set([first, tokenOf(terminal, 'alice'), tokenOf(terminal)]).size).toBe(3);
  });
  test('is the same in the same world at the same time', () => {
    expect(tokenOf(sitDown())).toBe(tokenOf(sitDown()));
    expect(tokenOf(sitDown())).not.toBe(tokenOf(sitDown({ seed: 8 })));
  });
  test('is plain data of the store, and told as a fact without its text', () => {
    const terminal = sitDown();
    const text = tokenOf(terminal);
    expect(terminal.world.hosts[POP]?.store.tokens).toEqual({
      [text]: { user: 'bob', expires: 60 * MINUTE },
    });
    expect(decode(encode(terminal.world))).toEqual(terminal.world);
    const facts = terminal.trace.flatMap((event) => (event.type === 'fact' ? [event.fact] : []));
    expect(facts).toEqual([{ type: 'token', user: 'bob', expires: 60 * MINUTE }]);
  });
  test('lets its user in', () => {
    const terminal = sitDown();
    const text = tokenOf(terminal);
    connect(terminal);
    expect(line(terminal, `AUTH OAUTHBEARER ${response(text)}`)).toEqual([
      '+OK 3 messages (236 octets)\r',
      '',
    ]);
  });
  test('is over after an hour, to the microsecond, and forgotten when the next is issued', () => {
    const terminal = sitDown();
    const text = tokenOf(terminal);
    feed(terminal, { type: 'pass', until: 60 * MINUTE - 500_000 });
    connect(terminal);
    feed(terminal, { type: 'pass', until: 60 * MINUTE });
    expect(line(terminal, `AUTH OAUTHBEARER ${response(text)}`)).toEqual([
      `+ ${encode64('{"status":"invalid_token","scope":"mail"}')}\r`,
      '',
    ]);
    expect(line(terminal, 'AQ==')).toEqual([
      '-ERR [AUTH] That does not prove that you are a user here\r',
      '',
    ]);
    type(terminal, KEY.c);
    const next = tokenOf(terminal);
    expect(Object.keys(terminal.world.hosts[POP]?.store.tokens ?? {})).toEqual([next]);
  });
});
