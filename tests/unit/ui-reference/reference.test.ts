// The manual has everything that is declared, finds it, and knows a way to where it may be said.
import { describe, expect, test } from 'vitest';
import { begin, record, type Timeline } from '../../../src/core/kernel/timeline.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import type { HelpVerb } from '../../../src/core/spec/describe.ts';
import { readers } from '../../../src/core/trace/protocols.ts';
import { at, broughtBy, entries, search } from '../../../src/ui/reference/entries.ts';
import { SAMPLES } from '../../../src/ui/reference/samples.ts';
import { stubOf, trialOf, trialOfVerb, type Trial } from '../../../src/ui/reference/ways.ts';
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
  /** The lines that lead there in the standard world. */
  const usual = (trial: Pick<Trial, 'way'> | undefined): readonly string[] =>
    trial?.way.flatMap(({ by }) => by[0] ?? []) ?? [];
  /** Is it on offer where the way ends, and what does the server say to it, sent as it stands or with more behind it? */
  function tried(protocol: string, verb: HelpVerb): { offered: boolean; answer: string } {
    const timeline = begin(standard());
    const trial = trialOfVerb(protocol, verb);
    for (const line of usual(trial)) typed(timeline, line);
    const world = timeline.worlds.at(-1);
    const end = world?.conns[0]?.b;
    const host = end && world?.hosts[end.host];
    const legal = (host && readers.get(protocol)?.legalNow(end.state, host)) ?? [];
    const before = timeline.trace.length;
    typed(timeline, `${readers.get(protocol)?.begins(end?.state) ?? ''}${trial?.line ?? verb.verb}`);
    const said = timeline.trace
      .slice(before)
      .flatMap((it) => (it.type === 'printed' && it.by === 'server' ? [it.octets] : []));
    return { offered: legal.some((it) => it.verb === verb.verb && !it.why), answer: said.join('') };
  }
  const WRONG_PLACE =
    /^(?:[a-z]\d+ BAD |-ERR |50[0-4] ).*(?:no (?:such )?command|has to wait|fit here|belongs|not offered|switched off|may not come|takes nothing)/im;
  /** Out of use, and so everywhere (RFC 5321 appendix F). */
  const GONE = ['SEND', 'SOML', 'SAML', 'TURN'].map((verb) => `smtp/${verb}`);
  test('nobody tries what every server refuses', () => {
    const without = commands.filter(({ protocol, verb }) => !trialOfVerb(protocol, verb));
    expect(without.map(({ id }) => id)).toEqual(GONE);
  });
  const taken = commands.filter(({ id }) => !GONE.includes(id));
  test.each(taken.map(({ id, protocol, verb }) => [id, protocol, verb] as const))(
    '%s is at the right place',
    (_id, protocol, verb) => {
      const { offered, answer } = tried(protocol, verb);
      expect(offered).toBe(true);
      expect(answer).not.toBe('');
      expect(answer).not.toMatch(WRONG_PLACE);
      expect(answer).not.toMatch(/^50[23]/m);
    },
  );
  test('what is left in the line is well-formed, but for what nobody can write beforehand', () => {
    const odd = commands.filter(({ protocol, verb }) =>
      /^(?:[a-z]\d+ BAD |50[01] |-ERR (?:\w+ takes|What follows))/m.test(tried(protocol, verb).answer),
    );
    // the digest is of what this very greeting says
    expect(odd.map(({ id }) => id)).toEqual(['pop3/APOP']);
  });
  test.each([
    ['smtp/BDAT', '250 '],
    ['smtp/EXPN', '250-'],
    ['smtp/AUTH', '235 '],
    ['smtp/ETRN', '25'],
    ['pop3/TOP', '+OK'],
    ['imap/APPEND', '+ '],
  ])('%s is answered with %s', (id, code) => {
    const entry = at(all, id);
    const answer = entry?.kind === 'command' ? tried(entry.protocol, entry.verb).answer : '';
    expect(answer.slice(0, code.length)).toBe(code);
  });
  const extensions = all.flatMap((it) => (it.kind === 'extension' ? [it] : []));
  test('an extension is tried by the first command it brings', () => {
    const tries = extensions.map((it) => [it.id, trialOf(it, all)?.line]);
    expect(tries).toContainEqual(['imap/+UIDPLUS', 'UID EXPUNGE 1:*']);
    const brings = extensions.filter((it) => broughtBy(all, it).length > 0);
    for (const it of brings) expect([it.id, it.id in SAMPLES]).toEqual([it.id, false]);
  });
  /** What is left in the line is sent as it stands. */
  function shown({ way, sent, line }: Trial, protocol: string): string {
    const timeline = begin(standard());
    for (const each of usual({ way })) typed(timeline, each);
    const before = timeline.trace.length;
    for (const each of sent) record(timeline, { type: 'type', console: 'you@client', octets: `${each}\n` });
    record(timeline, { type: 'pass', until: 'quiet' });
    const end = timeline.worlds.at(-1)?.conns[0]?.b;
    typed(timeline, `${(sent.length === 0 && readers.get(protocol)?.begins(end?.state)) || ''}${line}`);
    return timeline.trace
      .slice(before)
      .flatMap((it) => (it.type === 'printed' && it.by === 'server' ? [it.octets] : []))
      .join('');
  }
  /** What it is that shows it, in the server's words. */
  const SHOWS: Readonly<Record<string, RegExp>> = {
    'smtp/+PIPELINING': /^250 2\.1\.0 .*\r\n250 2\.1\.5 .*\r\n354 /,
    'smtp/+SIZE': /^552 5\.3\.4 /,
    'smtp/+8BITMIME': /^250 2\.1\.0 /,
    'smtp/+BINARYMIME': /^250 2\.1\.0 /,
    'smtp/+SMTPUTF8': /^250 2\.1\.0 /,
    'smtp/+ENHANCEDSTATUSCODES': /^550 5\.1\.1 /,
    'smtp/+DSN': /^250 2\.1\.5 /,
    'smtp/+DELIVERBY': /^250 2\.1\.0 /,
    'smtp/+FUTURERELEASE': /^250 2\.1\.0 /,
    'smtp/+MT-PRIORITY': /^250 2\.1\.0 /,
    'smtp/+REQUIRETLS': /^250 2\.1\.0 /,
    'pop3/+RESP-CODES': /^-ERR \[AUTH\]/,
    'pop3/+AUTH-RESP-CODE': /^-ERR \[AUTH\]/,
    'pop3/+PIPELINING': /^\+OK 6 .*\r\n\+OK [^]*\.\r\n\+OK [^]*\.\r\n$/,
    'pop3/+EXPIRE': /^EXPIRE NEVER\r$/m,
    'pop3/+IMPLEMENTATION': /^IMPLEMENTATION Mailwire\r$/m,
    'imap/+IMAP4rev1': /^\* CAPABILITY IMAP4rev1 /,
    'imap/+IMAP4rev2': /^\* ENABLED IMAP4rev2\r$/m,
    'imap/+LITERAL': /^a1 OK /m,
    'imap/+LOGINDISABLED': / NO \[PRIVACYREQUIRED\]/,
    'imap/+AUTH': /^\+ /,
    'imap/+SASL-IR': / OK .*Welcome, alice/,
    'imap/+CHILDREN': /HasChildren.* "Projects"|HasChildren.* Projects/,
    'imap/+LIST-EXTENDED': /Subscribed/,
    'imap/+LIST-STATUS': /^\* STATUS /m,
    'imap/+SPECIAL-USE': /\\Sent/,
    'imap/+STATUS=SIZE': /^\* STATUS INBOX \(MESSAGES 12 SIZE \d+\)/m,
    'imap/+CREATE-SPECIAL-USE': / OK /,
    'imap/+MULTIAPPEND': /^a2 OK \[APPENDUID \d+ \d+:\d+\]/m,
    'imap/+BINARY': /^\* 1 FETCH \(BINARY\[1\] /m,
    'imap/+CONDSTORE': /MODSEQ \(/,
    'imap/+QRESYNC': /^\* OK \[HIGHESTMODSEQ /m,
    'imap/+OBJECTID': /MAILBOXID \(/,
    'imap/+SAVEDATE': /SAVEDATE "/,
    'imap/+PREVIEW': /PREVIEW "/,
    'imap/+ESEARCH': /^\* ESEARCH \(TAG "[^"]+"\) MIN \d+ MAX \d+ COUNT \d+/m,
    'imap/+SEARCHRES': /^\* \d+ FETCH \(FLAGS/m,
    'imap/+WITHIN': /^\* (?:E?SEARCH) .*\d/m,
    'imap/+SORT=DISPLAY': /^\* SORT \d/m,
    'imap/+ESORT': /^\* ESEARCH .* COUNT 12/m,
  };
  test.each(extensions.filter((it) => broughtBy(all, it).length === 0))('$id is shown', (it) => {
    const trial = trialOf(it, all);
    const answer = trial ? shown(trial, it.protocol) : 'no trial';
    expect(answer).toMatch(SHOWS[it.id] ?? /^no one$/);
  });
  test('a command that nothing must follow is whole as it stands', () => {
    const whole = commands.filter(({ verb }) => stubOf(verb) === verb.verb).map(({ id }) => id);
    expect(whole).toEqual(expect.arrayContaining(['pop3/STAT', 'pop3/LIST', 'smtp/DATA', 'imap/IDLE']));
    expect(whole).not.toEqual(expect.arrayContaining(['imap/LIST']));
    expect(whole).not.toContain('imap/SEARCH');
  });
});
test('in another language what a declaration says is found in that language', () => {
  const [first] = commands;
  const declared = (english: string): string => (english === first?.verb.summary ? '删除' : english);
  expect(search(all, '删除', declared).map(({ id }) => id)).toEqual([first?.id]);
  expect(search(all, '删除')).toEqual([]);
});
