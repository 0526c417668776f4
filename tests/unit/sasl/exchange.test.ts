// What is the same whatever the mechanism: which there are, who speaks first, and that nothing said can break it.
import { array, assert, constantFrom, oneof, property, string, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode64 } from '../../../src/core/base/base64.ts';
import { fromBytes, utf8 } from '../../../src/core/base/octets.ts';
import { KNOBS, usual } from '../../../src/core/host/policy.ts';
import { answer, begin, type Exchange } from '../../../src/core/protocols/sasl/exchange.ts';
import { keysOf } from '../../../src/core/protocols/sasl/directory.ts';
import { dialogues } from '../../../src/core/protocols/sasl/dialogues.ts';
import { offered } from '../../../src/core/protocols/sasl/mechanisms.ts';
import { scramKeys } from '../../../src/core/protocols/sasl/scram-keys.ts';
import { asking, from64, hostWith, userWith } from './place.ts';

const bob = userWith('bob', 'correct-horse');
const odd = userWith('a,b=c', 'x');
const host = hostWith({ users: [bob, odd, userWith('alice', 'y')] });
const names = dialogues.map(({ title }) => title);

describe('which mechanisms there are', () => {
  test('those a host may offer, and EXTERNAL, which none does', () => {
    expect(names.toSorted()).toEqual([...KNOBS.mechanisms.usual, 'EXTERNAL'].toSorted());
  });
  const proofs = ['SCRAM-SHA-256', 'SCRAM-SHA-1', 'CRAM-MD5'];
  test.each([
    ['required', 'none', true, usual.mechanisms],
    ['required', 'none', false, []],
    ['required', 'proofs', false, proofs],
    ['required', 'proofs', true, usual.mechanisms],
    ['optional', 'none', false, [...proofs, 'PLAIN', 'LOGIN']],
    ['optional', 'none', true, usual.mechanisms],
  ] as const)('TLS is %s, before it %s; there is TLS: %s', (tls, clearLogin, inTls, wanted) => {
    const at = asking(hostWith({ users: [bob], policy: { tls, clearLogin } }), { tls: inTls });
    expect(offered(at)).toEqual(wanted);
    const refused = names.filter((name) => begin(name, '=', at) === 'unknown');
    expect(refused).toEqual([]);
    const open = [...wanted, 'EXTERNAL'];
    for (const name of names) {
      const verdict = begin(name, undefined, at);
      expect(typeof verdict === 'object' && verdict.is).toBe(open.includes(name) ? 'challenge' : 'exposed');
    }
  });
  test('in the administrator’s order, and no others', () => {
    const at = asking(hostWith({ policy: { mechanisms: ['LOGIN', 'CRAM-MD5'] } }));
    expect(offered(at)).toEqual(['LOGIN', 'CRAM-MD5']);
    expect(begin('PLAIN', undefined, at)).toBe('unknown');
    expect(begin('', undefined, at)).toBe('unknown');
    expect(begin('__proto__', undefined, at)).toBe('unknown');
  });
  test('SCRAM only where the directory has keys of somebody', () => {
    const at = asking(hostWith({ users: [{ ...bob, keys: null }] }));
    expect(offered(at)).toEqual(['CRAM-MD5', 'OAUTHBEARER', 'PLAIN', 'LOGIN']);
    expect(begin('SCRAM-SHA-256', undefined, at)).toBe('unknown');
  });
  test('the knob takes a list of them, each once', () => {
    const { fits } = KNOBS.mechanisms;
    expect([fits([]), fits(['PLAIN']), fits(usual.mechanisms)]).toEqual([true, true, true]);
    expect([fits('PLAIN'), fits(['PLAIN', 'PLAIN']), fits(['EXTERNAL']), fits([1]), fits(null)]).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });
  test('when the knob is turned in the middle, the exchange is over', () => {
    const first = begin(
      'PLAIN',
      undefined,
      asking(hostWith({ policy: { tls: 'optional' } }), { tls: false }),
    );
    if (typeof first !== 'object' || first.is !== 'challenge') throw new Error('a challenge was due');
    expect(answer(first.exchange, 'AAAA', asking(host, { tls: false }))).toMatchObject({ is: 'exposed' });
  });
});

describe('who speaks first (RFC 4422 §5)', () => {
  test.each([
    ['PLAIN', ''],
    ['SCRAM-SHA-1', ''],
    ['SCRAM-SHA-256', ''],
    ['OAUTHBEARER', ''],
    ['EXTERNAL', ''],
    ['LOGIN', 'Username:'],
  ])('%s: the first challenge is %j', (name, challenge) => {
    expect(begin(name.toLowerCase(), undefined, asking(host))).toMatchObject({
      is: 'challenge',
      challenge: encode64(challenge),
    });
  });
  test('CRAM-MD5: the server, and nobody with it', () => {
    expect(begin('CRAM-MD5', 'AAAA', asking(host))).toBe('uninvited');
    expect(begin('CRAM-MD5', '=', asking(host))).toBe('uninvited');
  });
});

const challenge = (name: string, initial: string | undefined, cx = asking(host)): string => {
  const verdict = begin(name, initial, cx);
  return typeof verdict === 'object' && verdict.is === 'challenge' ? from64(verdict.challenge) : '';
};
describe('challenges', () => {
  const first = encode64('n,,n=bob,r=abc');
  test('no two are alike, whichever connection and however often', () => {
    const places = [1, 2].flatMap((conn) => [0, 1].map((challenges) => asking(host, { conn, challenges })));
    expect(new Set(places.map((cx) => challenge('CRAM-MD5', undefined, cx))).size).toBe(4);
    expect(new Set(places.map((cx) => challenge('SCRAM-SHA-1', first, cx))).size).toBe(4);
  });
  test('the same in the same place: a journal read again says the same', () => {
    expect(challenge('SCRAM-SHA-256', first)).toBe(challenge('SCRAM-SHA-256', first));
  });
  test('a name that nobody has is asked like any other, with a salt of its own that stays', () => {
    const saltOf = (user: string, conn = 1) =>
      /s=([^,]*),i=4096$/.exec(
        challenge('SCRAM-SHA-256', encode64(`n,,n=${user},r=abc`), asking(host, { conn })),
      )?.[1];
    expect(saltOf('mallory')).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(saltOf('mallory')).toBe(saltOf('mallory', 2));
    expect(saltOf('mallory')).not.toBe(saltOf('trent'));
    expect(saltOf('bob')).toBe(keysOf(bob)?.salt);
    expect(saltOf('ｂｏｂ'.replaceAll(/./gu, (c) => utf8(c)))).toBe(keysOf(bob)?.salt);
  });
  test('a comma and an equals sign in a name', () => {
    expect(challenge('SCRAM-SHA-1', encode64('n,,n=a=2Cb=3Dc,r=abc'))).toContain(
      `s=${keysOf(odd)?.salt ?? ''},`,
    );
    expect(challenge('SCRAM-SHA-1', encode64('n,,n=a=2cb,r=abc'))).toBe('e=invalid-username-encoding');
  });
});

test('keys are made of the password and the salt, and of nothing else', () => {
  expect(scramKeys('a', 's')).toEqual(scramKeys('a', 's'));
  expect(scramKeys('a', 's')?.sha1).not.toEqual(scramKeys('a', 't')?.sha1);
  expect(scramKeys('a', 's')?.sha256).not.toEqual(scramKeys('b', 's')?.sha256);
});

test('whatever is said, there is a verdict, and only what is right is granted', () => {
  const piece = oneof(
    constantFrom(
      'n,,n=bob,r=abc',
      'c=biws,r=abc,p=AAAA',
      '\0bob\0guess',
      'bob',
      '\x01',
      '',
      'y,a=alice,n=bob,r=a',
    ),
    constantFrom(`bob ${'0'.repeat(32)}`, 'n,a=bob,\x01auth=Bearer x\x01\x01', 'p=x,,n=bob,r=abc'),
    uint8Array({ maxLength: 40 }).map(fromBytes),
  );
  const line = oneof(
    piece.map(encode64),
    piece,
    constantFrom('', '*', '='),
    string({ maxLength: 20 }).map(utf8),
  );
  assert(
    property(constantFrom(...names), array(line, { minLength: 1, maxLength: 6 }), (name, lines) => {
      let verdict: ReturnType<typeof begin> | 'cancelled' = begin(name, undefined, asking(host));
      let at: Exchange | undefined;
      for (const said of lines) {
        if (typeof verdict !== 'object' || verdict.is !== 'challenge') break;
        at = JSON.parse(JSON.stringify(verdict.exchange)) as Exchange; // a world may have been kept in between
        verdict = answer(at, said, asking(host));
      }
      expect(typeof verdict === 'object' && verdict.is === 'granted').toBe(false);
    }),
    { numRuns: 2000 },
  );
});
