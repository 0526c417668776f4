import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ask, TYPES, type ResourceRecord } from '../../src/core/base/dns.ts';
import { SECOND } from '../../src/core/base/time.ts';
import { recall, remember } from '../../src/core/net/dns/cache.ts';
import { lookUp } from '../../src/core/net/dns/lookup.ts';
import { FAULTS } from '../../src/core/net/dns/service.ts';
import { recordText } from '../../src/core/net/dns/text.ts';
import { readZone } from '../../src/core/net/dns/zone-text.ts';
import { edited } from '../../src/core/net/dns/zones.ts';
import { zonesFrom } from '../world.ts';

const name = fc.constantFrom('a.test.', 'b.a.test.', '*.a.test.', 'x.y.b.test.', 'b.test.', '.', 'test.');
const small = fc.nat({ max: 255 });
const data = fc.oneof(
  small.map((n) => `A 192.0.2.${n}`),
  small.map((n) => `AAAA 2001:db8::${n.toString(16)}`),
  fc.tuple(small, name).map(([n, to]) => `MX ${n} ${to}`),
  fc.tuple(fc.constantFrom('CNAME', 'CNAME', 'NS', 'PTR'), name).map(([type, to]) => `${type} ${to}`),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => {
    const escaped = [...bytes].map((byte) => `\\${String(byte).padStart(3, '0')}`);
    return `TXT "${escaped.join('')}" x`;
  }),
  fc.tuple(small, small, small, name).map(([a, b, c, to]) => `SRV ${a} ${b} ${c} ${to}`),
  fc.tuple(small, small).map(([a, b]) => `TLSA 3 1 ${a} 00${b.toString(16).padStart(2, '0')}`),
  fc.tuple(name, small).map(([to, n]) => `SOA ${to} ${to} 1 2 3 4 ${n}`),
);
const line = fc
  .tuple(name, fc.constantFrom('', '0 ', '5 ', '300 IN ', 'IN 60 '), data)
  .map(([owner, ttl, rest]) => `${owner} ${ttl}${rest}`);
const question = fc
  .tuple(fc.constantFrom(...TYPES), fc.oneof(name, fc.constantFrom('z.a.test.', 'q.test.', 'a..b.')))
  .map(([type, of]) => ask(type, of));

it('any text is a zone, or says what is wrong with it, inside the text', () => {
  const piece = fc.oneof(
    line,
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('\\', '"', '(', '$TTL', '\t'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('.', 'a.test.'), (pieces, origin) => {
      const text = pieces.join('\n');
      const rows = text.split(/\r?\n/);
      for (const problem of readZone(text, origin).problems) {
        const row = rows[problem.line - 1];
        if (row === undefined) throw new Error(`no line ${problem.line}`);
        expect(problem.column).toBeGreaterThan(0);
        expect(problem.column).toBeLessThanOrEqual(row.length + 1);
      }
      for (const phase of ['add', 'remove'] as const)
        edited(zonesFrom(text), { phase, line: pieces[0] ?? '' });
    }),
    { numRuns: 1000 },
  );
});

it('what is printed is read as the same record', () => {
  fc.assert(
    fc.property(line, (text) => {
      const { records, problems } = readZone(text);
      expect(problems).toEqual([]);
      expect(records).toHaveLength(1);
      expect(readZone(records.map(recordText).join('\n')).records).toEqual(records);
    }),
    { numRuns: 1000 },
  );
});

const older = (records: readonly ResourceRecord[], seconds: number): readonly string[] =>
  records.map((it) => recordText({ ...it, ttl: it.ttl - seconds }));
it('every look-up ends, and what is remembered is what would be found, older by the time passed', () => {
  const faults = fc.dictionary(
    fc.constantFrom('a.test.', 'b.test.', 'b.a.test.'),
    fc.constantFrom(...FAULTS),
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 20 }),
      faults,
      fc.array(question, { minLength: 1, maxLength: 6 }),
      fc.nat({ max: 400 }),
      (lines, wrong, questions, seconds) => {
        const names = { zones: zonesFrom(lines.join('\n')), faults: wrong, latency: 0 };
        const cache = questions.reduce((kept, it) => remember(kept, it, lookUp(names, it), 0), {});
        for (const it of questions) {
          const fresh = lookUp(names, it);
          const known = recall(cache, it, seconds * SECOND + 0.5 * SECOND);
          if (!known) continue;
          expect(['ok', 'nodata', 'nxdomain']).toContain(fresh.status);
          expect([known.status, known.ad, known.cached]).toEqual([fresh.status, fresh.ad, true]);
          expect(known.records.map(recordText)).toEqual(older(fresh.records, seconds));
          for (const { ttl } of known.records) expect(ttl).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
