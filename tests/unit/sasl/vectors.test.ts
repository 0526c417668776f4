// The examples of the RFCs, each as its RFC prints it.
import { describe, expect, test } from 'vitest';
import { encode64 } from '../../../src/core/base/base64.ts';
import { utf8 } from '../../../src/core/base/octets.ts';
import { answer, begin, type Exchange } from '../../../src/core/protocols/sasl/exchange.ts';
import { prepare } from '../../../src/core/protocols/sasl/saslprep.ts';
import { scramKeys } from '../../../src/core/protocols/sasl/scram-keys.ts';
import { asking, from64, hostWith, userWith } from './place.ts';

const said = (verdict: ReturnType<typeof answer | typeof begin>): string =>
  typeof verdict === 'object' && verdict.is === 'challenge' ? from64(verdict.challenge) : '';

type Row = readonly [text: string, prepared: string | undefined, why: string];
describe('SASLprep, RFC 4013 §3', () => {
  test.each<Row>([
    ['I\u00adX', 'IX', 'SOFT HYPHEN is nothing'],
    ['user', 'user', 'nothing to do'],
    ['USER', 'USER', 'case is kept'],
    ['\u00aa', 'a', 'NFKC'],
    ['\u2168', 'IX', 'NFKC, the same as the first'],
    ['\u0007', undefined, 'prohibited'],
    ['\u06271', undefined, 'left to right within right to left'],
  ])('%j is %j: %s', (text, prepared, _why) => {
    expect(prepare(utf8(text))).toBe(prepared);
  });
});
describe('SASLprep beyond the examples', () => {
  test.each<Row>([
    ['\u0627\u0031\u0628', '\u0627\u0031\u0628', 'RFC 3454 §6: a digit between two letters'],
    ['\u0627a\u0628', undefined, 'a letter of the other direction'],
    ['a\u00a0b\u3000c', 'a b c', 'every space is a space'],
    ['\u200d', undefined, 'nothing is left'],
    ['', undefined, 'nothing was there'],
    ['gro\u0308ße', 'größe', 'composed'],
    ['\u00bd', '1\u20442', 'RFC 5802 §3: one half'],
    ['\u00b4', ' \u0301', 'RFC 5802 §3: an acute accent alone'],
    ['\ufeffbob', 'bob', 'a byte order mark is nothing'],
    ['\u{e0001}x', undefined, 'a tag'],
    ['x\ufffd', undefined, 'a replacement character'],
    ['\u0378', '\u0378', 'unassigned: a query may have it'],
  ])('%j is %j: %s', (text, prepared, _why) => {
    expect(prepare(utf8(text))).toBe(prepared === undefined ? undefined : utf8(prepared));
  });
  test('octets that are no UTF-8', () => {
    expect(prepare('gr\xf6\xdfe')).toBeUndefined();
  });
});

describe('PLAIN, RFC 4616 §4', () => {
  const users = [userWith('tim', 'tanstaaftanstaaf'), userWith('Kurt', 'xipj3plmq'), userWith('Ursel', 'x')];
  test('granted', () => {
    const initial = encode64('\0tim\0tanstaaftanstaaf');
    expect(begin('PLAIN', initial, asking(hostWith({ users })))).toMatchObject({
      is: 'granted',
      user: 'tim',
    });
  });
  test('not as somebody else', () => {
    const initial = encode64('Ursel\0Kurt\0xipj3plmq');
    expect(begin('PLAIN', initial, asking(hostWith({ users })))).toMatchObject({ is: 'refused' });
  });
});

describe('CRAM-MD5, RFC 2195 §2', () => {
  const cx = asking(hostWith({ users: [userWith('tim', 'tanstaaftanstaaf')] }));
  const challenge = from64('PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+');
  const exchange: Exchange = { mechanism: 'CRAM-MD5', at: { name: 'challenged', data: { challenge } } };
  test('the digest of the example', () => {
    expect(challenge).toBe('<1896.697170952@postoffice.reston.mci.net>');
    const response = 'dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw';
    expect(answer(exchange, response, cx)).toMatchObject({ is: 'granted', user: 'tim' });
  });
  test('a challenge of ours is a message identifier, in base64', () => {
    expect(said(begin('CRAM-MD5', undefined, cx))).toMatch(/^<\d+\.\d+@mail\.example\.com>$/);
  });
});

describe.each([
  {
    mechanism: 'SCRAM-SHA-1',
    rfc: '5802 §5',
    salt: 'QSXCR+Q6sek8bf92',
    client: 'fyko+d2lbbFgONRv9qkxdawL',
    server: '3rfcNHYJY1ZVvWVs7j',
    proof: 'v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=',
    signature: 'rmF9pqV8S7suAoZWja4dJRkFsKQ=',
  },
  {
    mechanism: 'SCRAM-SHA-256',
    rfc: '7677 §3',
    salt: 'W22ZaJ0SNY7soEsUEjb6gQ==',
    client: 'rOprNGfwEbeRWgbNEkqO',
    server: '%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0',
    proof: 'dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
    signature: '6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
  },
])('$mechanism, RFC $rfc', ({ mechanism, salt, client, server, proof, signature }) => {
  const host = hostWith({ users: [userWith('user', 'pencil', from64(salt))] });
  const cx = asking(host);
  const bare = `n=user,r=${client}`;
  /** As if our half of the nonce had been the example's. */
  const challenged = (gs2 = 'n,,'): Exchange => {
    const nonce = client + server;
    const words = `${bare},r=${nonce},s=${salt},i=4096`;
    const data = { name: 'user', forWhom: '', header: gs2, nonce, said: words };
    return { mechanism, at: { name: 'challenged', data } };
  };
  test('the challenge has the salt of the example, and a nonce that begins with the client’s', () => {
    const words = said(begin(mechanism, encode64(`n,,${bare}`), cx));
    const [, nonce = '', rest] = /^r=([!-+\--~]+),(.*)$/.exec(words) ?? [];
    expect(rest).toBe(`s=${salt},i=4096`);
    expect(nonce.startsWith(client)).toBe(true);
    expect(nonce.length).toBeGreaterThan(client.length + 16);
  });
  test('the proof is taken, and the signature is that of the example; then an empty line', () => {
    const final = `c=biws,r=${client}${server},p=${proof}`;
    const verdict = answer(challenged(), encode64(final), cx);
    expect(said(verdict)).toBe(`v=${signature}`);
    if (typeof verdict !== 'object' || verdict.is !== 'challenge') throw new Error('a challenge was due');
    expect(answer(verdict.exchange, '', cx)).toMatchObject({ is: 'granted', user: 'user' });
  });
  test('one octet of the proof changed', () => {
    const wrong = encode64(`c=biws,r=${client}${server},p=${proof.replace(/^./, 'A')}`);
    expect(said(answer(challenged(), wrong, cx))).toBe('e=invalid-proof');
    const short = encode64(`c=biws,r=${client}${server},p=${proof.slice(0, 8)}`);
    expect(said(answer(challenged(), short, cx))).toBe('e=invalid-proof');
  });
  test('the beginning of a nonce is not the nonce', () => {
    const final = encode64(`c=biws,r=${client},p=${proof}`);
    expect(said(answer(challenged(), final, cx))).toBe('e=other-error');
  });
});
test('a password is prepared before it is salted', () => {
  expect(scramKeys(utf8('I\u00adX'), 's')).toEqual(scramKeys('IX', 's'));
  expect(scramKeys('\x07', 's')).toBeNull();
});

describe('OAUTHBEARER, RFC 7628 §4', () => {
  const host = hostWith({
    id: 'server.example.com',
    users: [userWith('user@example.com', 'x')],
    tokens: { 'vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==': { user: 'user@example.com', expires: 1 } },
  });
  const good =
    'bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9MTQzAWF1dGg9QmVhcmVyI' +
    'HZGOWRmdDRxbVRjMk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB';
  const empty = 'bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9MTQzAWF1dGg9AQE=';
  test('4.1: granted, while the token is good', () => {
    expect(begin('OAUTHBEARER', good, asking(host))).toMatchObject({
      is: 'granted',
      user: 'user@example.com',
    });
    expect(JSON.parse(said(begin('OAUTHBEARER', good, asking(host, { now: 1 }))))).toMatchObject({
      status: 'invalid_token',
    });
  });
  test('4.3: no token; the error is JSON, and AQ== ends it', () => {
    const verdict = begin('OAUTHBEARER', empty, asking(host));
    if (typeof verdict !== 'object' || verdict.is !== 'challenge') throw new Error('a challenge was due');
    expect(JSON.parse(said(verdict))).toEqual({ status: 'invalid_token', scope: 'mail' });
    expect(answer(verdict.exchange, 'AQ==', asking(host))).toMatchObject({ is: 'refused' });
    expect(answer(verdict.exchange, '*', asking(host))).toBe('cancelled');
  });
});
