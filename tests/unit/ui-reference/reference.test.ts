// The manual has everything that is declared, finds it, and knows a way to where it may be said.
import { describe, expect, test } from 'vitest';
import { begin, record, type Timeline } from '../../../src/core/kernel/timeline.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import type { HelpVerb } from '../../../src/core/spec/describe.ts';
import { readers } from '../../../src/core/trace/protocols.ts';
import { at, broughtBy, entries, search } from '../../../src/ui/reference/entries.ts';
import { stubOf, wayTo } from '../../../src/ui/reference/ways.ts';
import { below } from '../../../src/ui/shell/route.tsx';

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

test.each(all.map((it) => [it.id, it] as const))('its address leads to %s', (id, entry) => {
  // as an address has it, once it has been followed
  const path = new URL(`#/reference/${id}`, 'https://mailwire.test').hash.slice(1);
  expect(at(all, below(path, 'reference'))).toBe(entry);
});

describe('try it', () => {
  const typed = (timeline: Timeline, line: string): void => {
    record(timeline, { type: 'type', console: 'you@client', octets: `${line}\n` });
    record(timeline, { type: 'pass', until: 'quiet' });
  };
  /** Is it on offer where the way ends, and what does the server say to it, sent as it stands or with more behind it? */
  function tried(protocol: string, verb: HelpVerb, more = ''): { offered: boolean; answer: string } {
    const timeline = begin(standard());
    for (const line of wayTo(protocol, verb) ?? []) typed(timeline, line);
    const world = timeline.worlds.at(-1);
    const end = world?.conns[0]?.b;
    const host = end && world?.hosts[end.host];
    const legal = (host && readers.get(protocol)?.legalNow(end.state, host)) ?? [];
    const before = timeline.trace.length;
    typed(timeline, `${readers.get(protocol)?.begins(end?.state) ?? ''}${stubOf(verb)}${more}`);
    const said = timeline.trace
      .slice(before)
      .flatMap((it) => (it.type === 'printed' && it.by === 'server' ? [it.octets] : []));
    return { offered: legal.some((it) => it.verb === verb.verb && !it.why), answer: said.join('') };
  }
  const WRONG_PLACE =
    /^(?:[a-z]\d+ BAD |-ERR |50[0-4] ).*(?:no (?:such )?command|has to wait|fit here|belongs|not offered|switched off|may not come|takes nothing)/im;
  /** Out of use, and so everywhere (RFC 5321 appendix F). */
  const GONE = new Set(['SEND', 'SOML', 'SAML', 'TURN']);
  test.each(commands.map(({ id, protocol, verb }) => [id, protocol, verb] as const))(
    '%s is at the right place',
    (_id, protocol, verb) => {
      const { offered, answer } = tried(protocol, verb);
      expect(offered).toBe(!GONE.has(verb.verb));
      expect(answer).not.toBe('');
      expect(answer).not.toMatch(WRONG_PLACE);
      expect(/^50[23]/m.test(answer)).toBe(GONE.has(verb.verb));
    },
  );
  test.each([
    ['smtp/BDAT', '0 LAST', '250 '],
    ['smtp/EXPN', 'everybody', '250-'],
    ['smtp/AUTH', 'PLAIN', '334 '],
    ['smtp/ETRN', 'example.com', '25'],
  ])('%s %s is answered with %s', (id, more, code) => {
    const entry = at(all, id);
    const answer = entry?.kind === 'command' ? tried(entry.protocol, entry.verb, more).answer : '';
    expect(answer.slice(0, code.length)).toBe(code);
  });
  test('an extension is tried by the first command it brings', () => {
    const extensions = all.flatMap((it) => (it.kind === 'extension' ? [it] : []));
    const tries = extensions.map((it) => [it.id, broughtBy(all, it)[0]?.id]);
    expect(tries).toContainEqual(['imap/+UIDPLUS', 'imap/UID EXPUNGE']);
    expect(tries).toContainEqual(['smtp/+SIZE', undefined]);
    const bringing = new Set(
      commands.flatMap(({ protocol, verb: { by } }) => (by ? [`${protocol}/+${by}`] : [])),
    );
    expect(new Set(tries.flatMap(([id = '', first]) => (first ? [id] : [])))).toEqual(bringing);
  });
  test('a command that nothing must follow is whole as it stands', () => {
    const whole = commands.filter(({ verb }) => stubOf(verb) === verb.verb).map(({ id }) => id);
    expect(whole).toEqual(expect.arrayContaining(['pop3/STAT', 'pop3/LIST', 'smtp/DATA', 'imap/IDLE']));
    expect(whole).not.toEqual(expect.arrayContaining(['imap/LIST']));
    expect(whole).not.toContain('imap/SEARCH');
  });
});
