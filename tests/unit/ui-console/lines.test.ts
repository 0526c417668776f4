import { describe, expect, test } from 'vitest';
import type { TypedNote } from '../../../src/app/advice.ts';
import type { SceneLine } from '../../../src/core/trace/scene.ts';
import { linesOf, type Known, type Line } from '../../../src/ui/console/lines.ts';

const WIRE: TypedNote = { prompt: '', eol: '\r\n', secrets: [], content: false };
const SHELL: TypedNote = { prompt: 'you@client:~$ ', eol: '', secrets: [], content: false };

type Piece = Partial<SceneLine> & Pick<SceneLine, 'by' | 'octets'>;
const pieces = (...given: readonly Piece[]): readonly SceneLine[] =>
  given.map((piece, event) => ({ console: 'you@client', event, conn: 1, secure: false, ...piece }));
const typed = (octets: string): Piece => ({ by: 'typed', octets });
const server = (octets: string): Piece => ({ by: 'server', octets });
const tool = (octets: string): Piece => ({ by: 'tool', octets });
const lines = (given: readonly SceneLine[], note = WIRE): readonly Line[] => linesOf(given, () => note);
/** `‹` the server, `!` the server refusing, `›` typed, `#` a tool, `…` folded. */
const drawn = (given: readonly Line[]): readonly string[] =>
  given.map(({ by, text, refused, prompt, folded }) => {
    if (by === 'folded') return `… ${folded}`;
    const mark = by === 'server' ? (refused ? '!' : '‹') : by === 'tool' ? '#' : '›';
    return `${prompt === '' ? mark : prompt.trim()} ${text}`;
  });

describe('lines', () => {
  test('a session as it is read', () => {
    const session = pieces(
      server('+OK pop.example.com\r\n'),
      typed('RETR 9\n'),
      server('-ERR No such message\r\n'),
      typed('STAT\n'),
      server('+OK 6 40\r\n'),
    );
    expect(drawn(lines(session))).toEqual([
      '‹ +OK pop.example.com',
      '› RETR 9',
      '! -ERR No such message',
      '› STAT',
      '‹ +OK 6 40',
    ]);
  });
  test('at a prompt', () => {
    expect(drawn(lines(pieces(typed('hosts\n')), SHELL))).toEqual(['you@client:~$ hosts']);
  });
  test('segments of one reply are one text, wherever they were cut', () => {
    const reply = '+OK 12 octets\r\nTo: bob\r\n.\r\n';
    const whole = drawn(lines(pieces(server(reply))));
    for (let cut = 1; cut < reply.length; cut++) {
      expect(drawn(lines(pieces(server(reply.slice(0, cut)), server(reply.slice(cut)))))).toEqual(whole);
    }
  });
  test('a line that has not ended yet is open', () => {
    expect(lines(pieces(server('+OK 6'))).map(({ end }) => end)).toEqual(['']);
    expect(lines(pieces(server('+OK 6\r\n'))).map(({ end }) => end)).toEqual(['\r\n']);
    expect(lines(pieces(server('+OK 6\n'))).map(({ end }) => end)).toEqual(['\n']);
  });
  test.each(['-ERR No', '550 No such user', '421-Closing', 'a1 NO Not here', 'a2 BAD Syntax', '* BYE Idle'])(
    '%s is a refusal',
    (reply) => expect(lines(pieces(server(`${reply}\r\n`)))[0]?.refused).toBe(true),
  );
  test.each(['+OK', '250 ok', '* OK Ready', 'a1 OK Done', '* 5 EXISTS'])('%s is none', (reply) => {
    expect(lines(pieces(server(`${reply}\r\n`)))[0]?.refused).toBe(false);
  });
  test('a letter that quotes a refusal is none', () => {
    const letter = pieces(server('+OK\r\nTo: bob\r\n-ERR quoted\r\n550 quoted\r\n.\r\n'));
    expect(lines(letter).filter(({ refused }) => refused)).toEqual([]);
  });
  test.each([
    [
      'SMTP',
      '220 mx\r\n250-mx\r\n250 SIZE\r\n550 one\r\n250 ok\r\n550-two\r\n550 two\r\n',
      ['550 one', '550-two', '550 two'],
    ],
    [
      'POP3',
      '+OK\r\n-ERR one\r\n+OK 9\r\n-- \r\n-ERR quoted\r\n.\r\n-ERR two\r\n+OK\r\n.\r\n-ERR three\r\n',
      ['-ERR one', '-ERR two', '-ERR three'],
    ],
    [
      'IMAP',
      '* 1 FETCH (BODY[1] {10}\r\na1 NO no\r\n BODY[2] {11}\r\n\r\na2 BAD no) FLAGS ())\r\na1 OK\r\na2 NO one\r\na3 BAD two\r\n',
      ['a2 NO one', 'a3 BAD two'],
    ],
  ])('in one send of %s each line answers for itself', (_protocol, send, refused) => {
    for (let cut = 0; cut < send.length; cut++) {
      const shown = lines(pieces(server(send.slice(0, cut)), server(send.slice(cut))));
      expect(shown.filter((line) => line.refused).map(({ text }) => text)).toEqual(refused);
    }
  });
  test('a goodbye that was asked for is no refusal', () => {
    const bye = (rest: string): boolean =>
      lines(pieces(server(`* BYE Come again\r\n${rest}`))).some(({ refused }) => refused);
    expect(bye('a9 OK Logged out\r\n')).toBe(false);
    expect(bye('')).toBe(true);
  });
  test('who does not begin with an answer is no server: a letter that a client hands in', () => {
    const letter = pieces(server('Subject: 550\r\n\r\n550 quoted\r\n.\r\n'));
    expect(lines(letter).some(({ refused }) => refused)).toBe(false);
  });
  test('two pipelined replies may both refuse', () => {
    const both = lines(pieces(server('-ERR one\r\n'), server('-ERR two\r\n')));
    expect(both.map(({ refused }) => refused)).toEqual([true, true]);
  });
  test('octets are read as UTF-8', () => {
    expect(drawn(lines(pieces(server('+OK gr\xc3\xb6\xc3\x9fe \xff\r\n'))))).toEqual(['‹ +OK größe \ufffd']);
  });
  test('what a server says cannot steer the terminal', () => {
    const evil = lines(pieces(server('+OK \x1b[2J\x07\x9b1m\rX\r\n')));
    expect(drawn(evil)).toEqual(['‹ +OK ^[[2J^G\ufffd1m^MX']);
  });
  test('a tool cannot either', () => {
    expect(drawn(lines(pieces(tool('a\x1b[31mb\n'))))).toEqual(['# a^[[31mb']);
  });
  test('secrets are dots, one for each character', () => {
    const note: TypedNote = { ...WIRE, secrets: [[5, 11]] };
    expect(drawn(lines(pieces(typed('PASS gr\xc3\xb6\xc3\x9fe7\n')), note))).toEqual(['› PASS ••••••']);
  });
  test('Ctrl-C itself is no line', () => {
    expect(drawn(lines(pieces(typed('\x03'), tool('^C\n'))))).toEqual(['# ^C']);
  });
  test('a lock for what went through TLS, not for what was typed at a prompt', () => {
    const secure = pieces({ ...server('+OK\r\n'), secure: true }, { ...typed('STAT\n'), secure: true });
    expect(lines(secure).map((line) => line.secure)).toEqual([true, true]);
    expect(lines(secure, SHELL).map((line) => line.secure)).toEqual([true, false]);
  });
  test('each line knows its event', () => {
    const train = pieces(server('+OK\r\nTo: '), server('bob\r\n.\r\n'));
    expect(lines(train).map(({ text, event }) => [text, event])).toEqual([
      ['+OK', 0],
      ['To: bob', 1],
      ['.', 1],
    ]);
  });
});

describe('clear', () => {
  test.each(['\x1b[2J\x1b[H', '\x1b[H\x1b[2J\x1b[3J', '\x1b[H\x1b[J\x1b[2J'])(
    '%j leaves what comes after it',
    (codes) => {
      const log = pieces(server('+OK\r\n'), typed('clear\n'), tool(codes), tool('after\n'));
      expect(drawn(lines(log))).toEqual(['# after']);
    },
  );
});

describe('a flood is folded', () => {
  const row = `${'x'.repeat(70)}\r\n`;
  const letter = `+OK 3000000 octets\r\n${row.repeat(42_000)}.\r\n`;
  const segments = (size: number): readonly SceneLine[] =>
    pieces(
      ...Array.from({ length: Math.ceil(letter.length / size) }, (_, i) =>
        server(letter.slice(i * size, (i + 1) * size)),
      ),
    );

  test.each([1460, 100_000, letter.length])('in segments of %i octets', (size) => {
    const shown = lines(segments(size));
    const fold = shown.find(({ by }) => by === 'folded');
    const kept = shown
      .filter(({ by }) => by === 'server')
      .reduce((sum, { text, end }) => sum + text.length + end.length, 0);
    expect(shown.length).toBeLessThan(200);
    expect(drawn(shown).slice(0, 2)).toEqual(['‹ +OK 3000000 octets', `‹ ${row.trim()}`]);
    expect(drawn(shown).at(-1)).toBe('‹ .');
    expect((fold?.folded ?? 0) + kept).toBe(letter.length);
  });
  test('what fits is not', () => {
    expect(lines(pieces(server(row.repeat(100)))).filter(({ by }) => by === 'folded')).toEqual([]);
  });
});

describe('lines kept while time moves', () => {
  const session = pieces(
    typed('RETR 1\n'),
    server('+OK 12 octets\r\nTo: b'),
    server('ob\r\n.\r\n'),
    typed('STAT\n'),
    server('+OK 6 40\r\n'),
  );
  const note = (): TypedNote => WIRE;

  test('at every moment, in any order, they are what they would be without', () => {
    const known: Known = new Map();
    for (const moment of [5, 2, 3, 1, 5, 0, 4, 2, 5])
      expect(linesOf(session.slice(0, moment), note, known)).toEqual(linesOf(session.slice(0, moment), note));
  });
  test('a line that has not changed is the same object', () => {
    const known: Known = new Map();
    const all = linesOf(session, note, known);
    expect(linesOf(session.slice(0, 3), note, known)).toHaveLength(4);
    linesOf(session, note, known).forEach((line, i) => expect(line).toBe(all[i]));
  });
  test('what clear leaves of a run is another run', () => {
    const known: Known = new Map();
    const before = pieces(tool('one\ntwo\n'));
    const cleared = pieces(tool('one\n\x1b[H\x1b[2Jtwo\n'));
    linesOf(before, note, known);
    expect(drawn(linesOf(cleared, note, known))).toEqual(['# two']);
  });
});
