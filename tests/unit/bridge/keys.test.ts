import { expect, test } from 'vitest';
import { withKeys } from '../../../src/bridge/keys.ts';
import { fromBytes } from '../../../src/core/base/octets.ts';
import { keysOf } from '../../../src/core/protocols/sasl/directory.ts';
import { scramKeys } from '../../../src/core/protocols/sasl/scram-keys.ts';
import { blank } from '../../../src/core/scenario/catalogue/blank.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';

test('people named on the command line get keys of their own, whichever host is asked', () => {
  const domains = ['example.com', 'example.org'];
  const accounts = [
    { name: 'ann', domain: 'example.com', password: 'same' },
    { name: 'ben', domain: 'example.com', password: 'same' },
    { name: 'cy', domain: 'example.org', password: 'pencil' },
  ];
  const world = withKeys(blank({ domains, accounts }));
  const keptBy = Object.values(world.hosts).flatMap(({ store }) => Object.values(store.users));
  expect(new Set(keptBy.map(({ name }) => name))).toEqual(new Set(['ann', 'ben', 'cy']));
  for (const user of keptBy)
    expect(user.keys).toEqual(
      scramKeys(user.password, fromBytes(Buffer.from(keysOf(user)?.salt ?? '', 'base64'))),
    );
  const salts = Object.fromEntries(keptBy.map((user) => [user.name, keysOf(user)?.salt]));
  expect(new Set(Object.values(salts)).size).toBe(3);
  for (const { store } of Object.values(world.hosts))
    for (const user of Object.values(store.users)) expect(keysOf(user)?.salt).toBe(salts[user.name]);
});
test('whoever has keys keeps them', () => {
  const world = standard();
  expect(withKeys(world)).toEqual(world);
});
