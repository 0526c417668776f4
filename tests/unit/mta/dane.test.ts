// Which servers have promised TLS, and whether they show the key that was promised (RFC 7672, RFC 6698).
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { describe, expect, test } from 'vitest';
import {
  ask,
  isOfType,
  without,
  type Answer,
  type Known,
  type RecordOf,
} from '../../../src/core/base/dns.ts';
import { fromBytes, toBytes, type Octets } from '../../../src/core/base/octets.ts';
import type { Change } from '../../../src/core/host/change.ts';
import type { Attempt, Mission } from '../../../src/core/host/errand.ts';
import { pinsFor } from '../../../src/core/mta/dane.ts';
import { recordText } from '../../../src/core/net/dns/text.ts';
import { readZone } from '../../../src/core/net/dns/zone-text.ts';
import { chainOf, hex } from '../../../src/core/net/x509.ts';
import { judged } from '../../../src/core/protocols/smtp/client/dane.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import type { Flaw } from '../../../src/core/spec/machine.ts';
import { feed, type, type Terminal } from '../agents/terminal.ts';

const MX = 'mx.example.org';
const at: Attempt = { host: MX, address: '198.51.100.10', preference: 10, implicit: false };
const answer = (text: string, ad = true): Answer => ({
  ...without(text === '' ? 'nodata' : 'ok'),
  records: readZone(text).records,
  ad,
});
const TLSA = ask('TLSA', `_25._tcp.${MX}`);
const found = (question: Known['question'], text: string, ad = true): Known => ({
  question,
  answer: answer(text, ad),
});
const failed = (question: Known['question'], status: Answer['status']): Known => ({
  question,
  answer: without(status),
});
const mx = (ad = true): Known => found(ask('MX', 'example.org'), `example.org. MX 10 ${MX}.`, ad);
const address = (ad = true): Known => found(ask('A', MX), `${MX}. A 198.51.100.10`, ad);
const ALIASED = `${MX}. CNAME big.test.\nbig.test. A 198.51.100.10`;
const BIG = ask('TLSA', '_25._tcp.big.test');
const record = (name: string): string => `_25._tcp.${name}. TLSA 3 1 1 ${'AB'.repeat(32)}`;

const NOTHING = { type: 'known', pins: undefined };
const need = (question: Known['question']) => ({ type: 'need', question });
const LOOKED: readonly (readonly [string, readonly Known[], object])[] = [
  ['all is signed: it is asked', [mx(), address()], need(TLSA)],
  ['the MX is not: nobody asks', [mx(false), address()], NOTHING],
  ['the address is not: nobody asks', [mx(), address(false)], NOTHING],
  ['there is none', [mx(), address(), found(TLSA, '')], NOTHING],
  ['the name is not there', [mx(), address(), failed(TLSA, 'nxdomain')], NOTHING],
  ['it is not signed', [mx(), address(), found(TLSA, record(MX), false)], NOTHING],
  ['there is one', [mx(), address(), found(TLSA, record(MX))], { type: 'known', pins: { base: MX } }],
  ['SERVFAIL', [mx(), address(), failed(TLSA, 'servfail')], { type: 'unknown' }],
  ['silence', [mx(), address(), failed(TLSA, 'timeout')], { type: 'unknown' }],
  ['a signed alias: first where it leads', [mx(), found(ask('A', MX), ALIASED)], need(BIG)],
  ['… then its own name', [mx(), found(ask('A', MX), ALIASED), found(BIG, '')], need(TLSA)],
  [
    'it leads to what is not signed: is the alias itself?',
    [mx(), found(ask('A', MX), ALIASED, false)],
    need(ask('CNAME', MX)),
  ],
  [
    '… it is: its own name alone',
    [mx(), found(ask('A', MX), ALIASED, false), found(ask('CNAME', MX), `${MX}. CNAME big.test.`)],
    need(TLSA),
  ],
  [
    '… it is not',
    [mx(), found(ask('A', MX), ALIASED, false), found(ask('CNAME', MX), `${MX}. CNAME big.test.`, false)],
    NOTHING,
  ],
];
test.each(LOOKED)('where promises are looked for: %s', (_what, known, expected) => {
  expect(pinsFor({ domain: 'example.org', known }, at)).toMatchObject(expected);
});
test('an address in brackets has promised nothing', () => {
  expect(pinsFor({ domain: '[198.51.100.10]', known: [] }, { ...at, host: '' })).toEqual(NOTHING);
});

const EPOCH = 1_793_696_400;
const [leaf, issuer] = chainOf(MX, 7, EPOCH);
const one = (text: Octets): string => hex(fromBytes(sha256(toBytes(text))));
const two = (text: Octets): string => hex(fromBytes(sha512(toBytes(text))));
const other = '00'.repeat(32);
const ca = issuer?.key ?? '';
const JUDGED: readonly (readonly [string, readonly string[], Flaw | undefined, string])[] = [
  ['the key', [`3 1 1 ${one(leaf.key)}`], undefined, 'fits'],
  ['the key, by the longer digest', [`3 1 2 ${two(leaf.key)}`], undefined, 'fits'],
  ['the key itself', [`3 1 0 ${hex(leaf.key)}`], undefined, 'fits'],
  ['the certificate', [`3 0 1 ${one(leaf.der)}`], undefined, 'fits'],
  ['another key', [`3 1 1 ${other}`], undefined, 'wrong'],
  ['another key, and this one', [`3 1 1 ${other}`, `3 1 1 ${one(leaf.key)}`], undefined, 'fits'],
  ['of two digests the stronger', [`3 1 1 ${one(leaf.key)}`, `3 1 2 ${other}${other}`], undefined, 'wrong'],
  ['the key of what has expired', [`3 1 1 ${one(leaf.key)}`], 'expired', 'fits'],
  ['the key of what nobody has signed', [`3 1 1 ${one(leaf.key)}`], 'self-signed', 'fits'],
  ['the key, and the hoster’s is shown', [`3 1 1 ${one(leaf.key)}`], 'wrong-name', 'wrong'],
  ['who has signed it', [`2 1 1 ${one(ca)}`], undefined, 'fits'],
  ['his certificate', [`2 0 1 ${one(issuer?.der ?? '')}`], undefined, 'fits'],
  ['who has signed what has expired', [`2 1 1 ${one(ca)}`], 'expired', 'wrong'],
  ['who has signed it for another name', [`2 1 1 ${one(ca)}`], 'wrong-name', 'wrong'],
  ['somebody, and nobody has', [`2 1 1 ${one(ca)}`], 'self-signed', 'wrong'],
  ['the key as if it had signed itself', [`2 1 1 ${one(leaf.key)}`], undefined, 'wrong'],
  ['what everybody trusts', [`1 1 1 ${one(leaf.key)}`, `0 1 1 ${one(ca)}`], undefined, 'unusable'],
  ['half a digest', [`3 1 1 ABCD`], undefined, 'unusable'],
  ['a digest nobody knows', [`3 1 9 ${one(leaf.key)}`], undefined, 'unusable'],
];
describe('what a zone says of a certificate', () => {
  const mission = (texts: readonly string[]): Mission => ({
    job: '',
    domain: 'example.org',
    to: [],
    attempt: at,
    plain: false,
    seed: 7,
    pins: {
      base: MX,
      records: texts.flatMap((text) =>
        readZone(`_25._tcp.${MX}. TLSA ${text}`).records.filter(isOfType('TLSA')),
      ),
    },
  });
  test.each(JUDGED)('%s', (_what, texts, flaw, expected) => {
    expect(judged(mission(texts), { holder: MX, flaw, epoch: EPOCH })).toBe(expected);
  });
  test('nothing', () => {
    const { pins: _none, ...plain } = mission([]);
    expect(judged(plain, { holder: MX, flaw: undefined, epoch: EPOCH })).toBe('none');
  });
  test('whoever answers in its place has another key', () => {
    const shown = { holder: 'x.mallory.test', flaw: undefined, epoch: EPOCH };
    expect(judged(mission([`3 1 1 ${one(leaf.key)}`]), shown)).toBe('wrong');
  });
});
test('the standard world’s zone tells the key of its exchanger', () => {
  const { names, seed, epoch } = standard();
  const said = names.zones['example.com.']?.records.find((it): it is RecordOf<'TLSA'> => it.type === 'TLSA');
  const [{ key }] = chainOf('mx1.example.com', seed, epoch);
  expect(said?.association).toBe(one(key).toUpperCase());
});

describe('a letter for a domain that has promised TLS', () => {
  const MX1 = 'mx1.example.com';
  /** What out.example.net makes of it, and on which connections it could be read. */
  const send = (...knobs: readonly Change[]) => {
    const terminal: Terminal = { world: standard(), trace: [] };
    for (const knob of knobs) feed(terminal, { type: 'turn', knob });
    type(
      terminal,
      'telnet out.example.net 25\nEHLO client.example.net\nMAIL FROM:<you@client.example.net>\nRCPT TO:<bob@example.com>\nDATA\nSubject: Whispered\n\nhi\n.\nQUIT\n',
    );
    feed(terminal, { type: 'pass', until: 'quiet' });
    const to = terminal.trace.flatMap((e) =>
      e.type === 'fact' && e.fact.type === 'tried' && e.host === 'out.example.net' ? [e.fact] : [],
    );
    const said = terminal.trace.flatMap((e) =>
      e.type === 'fact' && e.fact.type === 'deferred' && e.host === 'out.example.net' ? [e.fact] : [],
    );
    const clear = terminal.trace.flatMap((e) =>
      e.type === 'wire' && e.visible && e.dir === 'a>b' && e.octets.includes('Whispered') ? [e.conn] : [],
    );
    return { to, said, clear };
  };
  const strip: Change = { type: 'middlebox', host: MX1, set: { strip: ['STARTTLS'] } };
  const line = standard().names.zones['example.com.']?.records.find(isOfType('TLSA'));
  const unpinned: Change = { type: 'record', edit: { phase: 'remove', line: line ? recordText(line) : '' } };
  test('goes there, though its certificate has expired', () => {
    const { to, said } = send({ type: 'policy', host: MX1, set: { certificate: 'expired' } });
    expect({ to, said }).toMatchObject({ to: [{ host: MX1 }], said: [] });
  });
  test('does not go there in the clear when the offer is taken away: to the next server, or later', () => {
    const { to, said, clear } = send(strip);
    expect(said[0]).toMatchObject({
      reply: expect.stringMatching(/^451 4\.7\.10 mx1\.example\.com offers no TLS/),
    });
    expect(to.map((it) => 'host' in it && it.host)).toContain('mx2.example.com');
    expect(clear).toHaveLength(1); // what was typed, by hand
  });
  test('does, when nothing is promised any more', () => {
    const { to, said, clear } = send(strip, unpinned);
    expect({ to, said }).toMatchObject({ to: [{ host: MX1 }], said: [] });
    expect(clear).toHaveLength(2);
  });
  test('passes a server by whose promises cannot be found out', () => {
    const { to, said } = send({ type: 'fault', name: `_25._tcp.${MX1}`, fault: 'servfail' });
    expect(said[0]).toMatchObject({ reply: expect.stringContaining('451 4.4.3') });
    expect(to).toMatchObject([{ host: 'mx2.example.com' }]);
  });
});
