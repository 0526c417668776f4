// The manual has everything that is declared, finds it, and knows a way to where it may be said.
import { describe, expect, test } from 'vitest';
import { begin, record } from '../../../src/core/kernel/timeline.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { readers } from '../../../src/core/trace/protocols.ts';
import { entries, search } from '../../../src/ui/reference/entries.ts';
import { wayTo } from '../../../src/ui/reference/ways.ts';

const all = entries();
const ids = (query: string): readonly string[] => search(all, query).map(({ id }) => id);
const commands = all.flatMap((it) => (it.kind === 'command' ? [it] : []));

describe('what is in it', () => {
  test('every command and every extension of every protocol, once', () => {
    const declared = readers
      .here()
      .filter(({ end }) => end === 'b')
      .flatMap(({ id, help, extensions }) => [
        ...help.map(({ verb }) => `${id}/${verb}`),
        ...extensions.map(({ keyword }) => `${id}/+${keyword}`),
      ]);
    expect(all.map(({ id }) => id)).toEqual(declared);
    expect(new Set(declared).size).toBe(declared.length);
  });
  test('each says what it is for and where that is written', () => {
    const bare = commands.filter(({ verb }) => verb.summary === '' || !/^\d+/.test(verb.rfc));
    expect(bare).toEqual([]);
  });
});
test.each([
  ['a verb', 'retr', 'pop3/RETR'],
  ['a code and what it is about', '552 size', 'smtp/+SIZE'],
  ['the number of an RFC', 'RFC 1870', 'smtp/+SIZE'],
  ['words of a summary', 'open an envelope', 'smtp/MAIL'],
  ['a reply', 'IN-USE', 'pop3/PASS'],
])('%s finds what it belongs to', (_what, query, id) => {
  expect(ids(query)).toContain(id);
});
test('what is called so comes first; what fits nothing finds nothing', () => {
  expect(ids('noop')[0]).toMatch(/NOOP$/);
  expect(ids('no such thing anywhere')).toEqual([]);
});

describe('a way to try it', () => {
  const reached = new Map<string, readonly string[]>();
  const legalAfter = (protocol: string, lines: readonly string[]): readonly string[] => {
    const key = lines.join('\n');
    const known = reached.get(key);
    if (known) return known;
    const timeline = begin(standard());
    for (const line of lines) {
      record(timeline, { type: 'type', console: 'you@client', octets: `${line}\n` });
      record(timeline, { type: 'pass', until: 'quiet' });
    }
    const world = timeline.worlds.at(-1);
    const conn = world?.conns[0];
    const host = conn && world.hosts[conn.b.host];
    const state = conn?.b.state;
    const verbs = (host && readers.get(protocol)?.legalNow(state, host)) ?? [];
    const from = verbs.map(({ verb, why }) => (why?.kind === 'state' ? '' : verb));
    reached.set(key, from);
    return from;
  };
  test.each(commands.map(({ id, protocol, verb }) => [id, protocol, verb] as const))(
    '%s may be said at the end of it',
    (_id, protocol, { verb, from }) => {
      expect(legalAfter(protocol, wayTo(protocol, { verb, from }) ?? [])).toContain(verb);
    },
  );
});
