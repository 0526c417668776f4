// Whose mail an address is: case, plus, quotes, aliases, and names in any script.
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../src/core/base/octets.ts';
import { isOurs, targetsOf } from '../../../src/core/host/recipient.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';

const { hosts } = standard();
const hostOf = (id: string) => {
  const host = hosts[id];
  if (!host) throw new Error(`no ${id}`);
  return host;
};
const eai = hostOf('mx-eai.xn--bcher-kva.example');

test.each([
  ['bücher.example', true],
  ['BÜCHER.EXAMPLE', true],
  ['bu\u0308cher.example', true],
  ['xn--bcher-kva.example', true],
  ['XN--BCHER-KVA.example', true],
  ['bucher.example', false],
  ['buecher.example', false],
  ['[203.0.113.90]', true],
  ['[203.0.113.91]', false],
])('%s is the bookshop’s: %s', (domain, ours) => {
  expect(isOurs(eai, utf8(domain))).toBe(ours);
});
describe('who is behind a name', () => {
  test.each([
    ['josé', 'josé'],
    ['José', 'josé'],
    ['JOSÉ', 'josé'],
    ['jose\u0301', 'josé'],
    ['josé+books', 'josé'],
    ['jose', undefined],
    ['josè', undefined],
  ])('%s at the bookshop: %s', (local, user) => {
    expect(targetsOf(eai, utf8(local))?.users).toEqual(user === undefined ? undefined : [utf8(user)]);
  });
  test('half a letter is nobody', () => {
    expect(targetsOf(eai, 'jos\xc3')).toBeUndefined();
  });
  test('an alias is its members, here and elsewhere', () => {
    expect(targetsOf(hostOf('mx1.example.com'), 'SALES')?.users).toEqual(['alice', 'bob']);
    expect(targetsOf(hostOf('mx.example.org'), 'frank')).toMatchObject({
      users: [],
      away: [{ local: 'frank', domain: 'alumni.example.net' }],
    });
  });
});
