// The keys that are kept are those PBKDF2 makes (RFC 5802 §3), by Node's own.
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../src/core/base/octets.ts';
import { keysOf } from '../../../src/core/protocols/sasl/directory.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { KEYS } from '../../../src/core/scenario/keys.ts';
import { userWith } from '../../../src/core/scenario/user.ts';

function made(hash: string, password: string, salt: string, iterations: number, size: number) {
  const salted = pbkdf2Sync(password, Buffer.from(salt, 'base64'), iterations, size, hash);
  const client = createHmac(hash, salted).update('Client Key').digest();
  return {
    stored: createHash(hash).update(client).digest('base64'),
    server: createHmac(hash, salted).update('Server Key').digest('base64'),
  };
}
describe('the keys of the scenarios’ users', () => {
  test.each(Object.entries(KEYS))('%s', (who, { salt, iterations, sha1, sha256 }) => {
    const password = who.slice(who.indexOf(':') + 1).normalize('NFKC');
    expect(iterations).toBeGreaterThanOrEqual(4096);
    expect(sha1).toEqual(made('sha1', password, salt, iterations, 20));
    expect(sha256).toEqual(made('sha256', password, salt, iterations, 32));
  });
  test('no two have the same salt', () => {
    expect(new Set(Object.values(KEYS).map(({ salt }) => salt)).size).toBe(Object.keys(KEYS).length);
  });
  test('everybody in the standard world has them: npm run keys', () => {
    const users = Object.values(standard().hosts).flatMap(({ store }) => Object.values(store.users));
    expect(users.length).toBeGreaterThan(3);
    expect(users.filter((user) => keysOf(user) === null).map(({ name }) => name)).toEqual([]);
  });
  test('a user of whom nothing is known has none', () => {
    expect(keysOf(userWith('bob', 'another'))).toBeNull();
    expect(keysOf(userWith('__proto__', 'größe'))).toBeNull();
    expect(keysOf(userWith('bob', 'correct-horse', null))).toBeNull();
  });
  test('they are found by name and password, whatever script these are in', () => {
    expect(keysOf(userWith('erin', 'größe7'))).toBe(KEYS['erin:größe7']);
    expect(userWith('erin', 'größe7').password).toBe(utf8('größe7'));
  });
});
