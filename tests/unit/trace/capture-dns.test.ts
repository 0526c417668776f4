// The DNS in a capture file: what a machine asks, and what it is told, as datagrams.
import { expect, test } from 'vitest';
import { ask, TYPES, without } from '../../../src/core/base/dns.ts';
import { begin, record } from '../../../src/core/kernel/timeline.ts';
import { lookUp } from '../../../src/core/net/dns/lookup.ts';
import { messageSize } from '../../../src/core/net/dns/size.ts';
import { recordText } from '../../../src/core/net/dns/text.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { addressOf, captured } from '../../../src/core/trace/capture/capture.ts';
import { messageOctets } from '../../../src/core/trace/capture/dns-message.ts';
import { framesIn, messageIn } from './pcap.ts';

const UDP = 17;
const ICMP = 1;
function played(...lines: readonly string[]) {
  const world = standard();
  const timeline = begin(world);
  for (const line of lines) {
    record(timeline, { type: 'type', console: 'you@client', octets: `${line}\n` });
    record(timeline, { type: 'pass', until: 'quiet' });
  }
  return framesIn(
    captured(timeline.trace, (host) => addressOf(world.hosts[host]?.addresses ?? []), world.epoch),
  );
}
/** Who, to whom, and what. */
function lookupsIn(...lines: readonly string[]) {
  return played(...lines)
    .filter(({ protocol }) => protocol === UDP)
    .map(({ from, to, body, comment }) => {
      expect(body.readUInt16BE(4)).toBe(body.length);
      const ends = [`${from}:${body.readUInt16BE(0)}`, `${to}:${body.readUInt16BE(2)}`];
      return { ends, comment, ...messageIn(body.subarray(8)) };
    });
}
const QUERY = 0x0100;

test('before a call, the name is asked for and told; the call comes after', () => {
  const frames = played('telnet mx1.example.com 25');
  expect(frames.slice(0, 3).map(({ protocol }) => protocol)).toEqual([UDP, UDP, 6]);
  const [query, answer] = lookupsIn('telnet mx1.example.com 25');
  expect(query).toMatchObject({ flags: QUERY, question: 'mx1.example.com. A 1', records: [] });
  expect(answer).toMatchObject({
    id: query?.id,
    ends: query?.ends.toReversed(),
    question: query?.question,
    records: ['mx1.example.com. 300 A 192.0.2.10'],
    comment: 'client.example.net and its own resolver.',
  });
  expect(query?.ends[1]).toBe('127.0.0.1:53');
  // QR, RD, RA
  expect((answer?.flags ?? 0) & ~0x20).toBe(0x8180);
});
test('a name server is asked at its address, and answers for itself alone', () => {
  const [query, answer] = lookupsIn('dig @192.0.2.53 MX example.com');
  expect(query?.ends[0]).toMatch(/^203\.0\.113\.50:/);
  expect(query?.ends[1]).toBe('192.0.2.53:53');
  expect(answer?.ends).toEqual(query?.ends.toReversed());
  // QR, AA, RD
  expect(answer?.flags).toBe(0x8500);
  expect(answer?.records).toEqual([
    'example.com. 300 MX 10 mx1.example.com.',
    'example.com. 300 MX 20 mx2.example.com.',
  ]);
});
test('no such name: the code says so, and the SOA how long; what is known is asked nobody', () => {
  const said = lookupsIn('dig nobody.example.com', 'dig nobody.example.com');
  expect(said).toHaveLength(2);
  expect((said[1]?.flags ?? 0) & 15).toBe(3);
  expect(said[1]?.records).toEqual([expect.stringContaining('SOA ns1.example.com.')]);
});
test('a machine without a name server says so', () => {
  const said = played('dig @192.0.2.10 +tries=1 example.com').filter(({ protocol }) => protocol !== 6);
  const [query, refusal] = [said[0], said.find(({ protocol }) => protocol === ICMP)];
  expect(refusal?.from).toBe('192.0.2.10');
  expect(refusal?.body.subarray(0, 2).toString('hex')).toBe('0303');
  // with the header of IP that came, and the ports
  expect(refusal?.body.subarray(28).toString('hex')).toBe(query?.body.subarray(0, 8).toString('hex'));
});
test('where nobody is, nobody answers', () => {
  const said = lookupsIn('dig @192.0.2.99 example.com');
  expect(said.length).toBeGreaterThan(1);
  expect(said.every(({ flags }) => flags === QUERY)).toBe(true);
});
test('whatever the zones hold, in as many octets as dig says', () => {
  const { names } = standard();
  const all = Object.values(names.zones).flatMap(({ records }) => records);
  expect(all.length).toBeGreaterThan(50);
  for (const name of new Set(all.map((it) => it.name)))
    for (const type of [...TYPES, 'ANY'] as const) {
      const question = ask(type, name);
      const answer = lookUp(names, question);
      const octets = messageOctets(7, question, answer) ?? '';
      expect(octets, `${type} ${name}`).toHaveLength(messageSize(question, answer));
      const { records } = messageIn(Buffer.from(octets, 'latin1'));
      const wanted = [...answer.records, ...answer.authority].filter((it) => it.type !== 'AAAA');
      expect(records.filter((it) => !it.includes(' AAAA '))).toEqual(
        wanted.map((it) =>
          it.type === 'TLSA' ? recordText(it).replace(/(?<=\w{56}) /g, '') : recordText(it),
        ),
      );
    }
});
test('no name is too odd, and no answer too long', () => {
  expect(messageOctets(1, { name: `${'a'.repeat(64)}.test.`, type: 'A' }, null)).toBeUndefined();
  expect(messageOctets(1, { name: 'a..test.', type: 'A' }, null)).toBeUndefined();
  expect(messageOctets(1, { name: '.', type: 'NS' }, null)).toHaveLength(28);
  const text = { name: 'x.test.', ttl: 1, type: 'TXT', strings: ['y'.repeat(255)] } as const;
  const records = Array.from({ length: 300 }, () => text);
  const octets = messageOctets(1, ask('TXT', 'x.test'), { ...without('ok'), records }) ?? '';
  const { flags, records: told } = messageIn(Buffer.from(octets, 'latin1'));
  expect(told).toEqual([]);
  expect(flags & 0x0200, 'there is more').not.toBe(0);
  // beyond what a pointer reaches, names are written out
  const many = Array.from({ length: 200 }, (_, i) => ({ ...text, name: `${i}.far.test.` }));
  const long = messageOctets(1, ask('TXT', 'x.test'), { ...without('ok'), records: many }) ?? '';
  expect(messageIn(Buffer.from(long, 'latin1')).records).toHaveLength(200);
});
