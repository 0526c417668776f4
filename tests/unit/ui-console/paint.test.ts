import { describe, expect, test } from 'vitest';
import { NO_ADVICE, type Advice } from '../../../src/app/advice.ts';
import { edit, NEW_LINE, type Editing } from '../../../src/ui/console/editor.ts';
import { keysOf } from '../../../src/ui/console/keys.ts';
import type { Line } from '../../../src/ui/console/lines.ts';
import { paintLine, paintWriting, wrapped, type Writing } from '../../../src/ui/console/paint.ts';

const words = { folded: (n: number) => `… ${n} more`, search: (query: string) => `(search)'${query}': ` };
const setting = { mode: 'wire', ghost: '', taken: '', ghostSends: false, secret: () => false } as const;
const written = (data: string): Editing =>
  keysOf(data).reduce((state, key) => edit(state, key, setting).state, NEW_LINE);
/** Escape sequences as `{codes}`, so that a test shows what a terminal is told. */
// eslint-disable-next-line no-control-regex -- escape sequences are what is shown
const told = (text: string): string => text.replace(/\x1b\[([0-9;:]*)m/g, '{$1}');
// eslint-disable-next-line no-control-regex -- escape sequences are what is taken away
const plain = (text: string): string => text.replace(/\x1b\[[0-9;:]*[mK]/g, '');

const line = (given: Partial<Line>): Line => ({
  by: 'server',
  prompt: '',
  text: '+OK',
  content: false,
  end: '\r\n',
  secure: false,
  refused: false,
  event: 3,
  folded: 0,
  conn: 1,
  octets: '',
  ...given,
});
const paint = (given: Partial<Line>, options = { ends: false, moment: -1, columns: 80 }): string =>
  paintLine(line(given), words, options);

describe('a line', () => {
  test.each([
    ['server: blue and ‹', {}, '{34} ‹ +OK{0}'],
    ['typed: amber and ›', { by: 'typed', text: 'STAT' }, '{33} › STAT{0}'],
    ['typed into a letter: a line beside it', { by: 'typed', text: 'QUIT', content: true }, '{33} │ QUIT{0}'],
    ['refused: red and ×', { refused: true, text: '-ERR No' }, '{31} × -ERR No{0}'],
    ['refused by its tag too', { refused: true, sign: '«', text: 'a1 NO' }, '{31} × a1 NO{0}'],
    ['over TLS: a cell for the lock', { secure: true }, '{53} {0}{34}‹ +OK{0}'],
    ['a tool: soft, no mark', { by: 'tool', text: 'DONE' }, '{37}DONE{0}'],
    ['at a prompt', { by: 'typed', prompt: '$ ', text: 'date' }, '{90}$ {0}date'],
    ['folded', { by: 'folded', folded: 2_995_312 }, '{90;3}   … 2995312 more{0}'],
  ] as const)('%s', (_name, given, expected) => {
    expect(told(paint(given))).toBe(expected);
  });
  test('line ends when they are asked for', () => {
    const ends = { ends: true, moment: -1, columns: 80 };
    expect(plain(paint({}, ends))).toBe(' ‹ +OK CR LF');
    expect(plain(paint({ end: '\n' }, ends))).toBe(' ‹ +OK LF');
    expect(plain(paint({ end: '' }, ends))).toBe(' ‹ +OK');
  });
  test('the moment looked at stands out to the end of the row', () => {
    expect(told(paint({}, { ends: false, moment: 3, columns: 80 }))).toBe('{46}{34} ‹ +OK{0}{46}\x1b[K{0}');
  });
  test('a long line goes on beside its mark, broken at a blank', () => {
    const narrow = { ends: false, moment: -1, columns: 30 };
    const rows = plain(paint({ text: '+OK Message 1 is marked; it goes when you QUIT' }, narrow)).split(
      '\r\n',
    );
    expect(rows).toEqual([' ‹ +OK Message 1 is marked; ', '   it goes when you QUIT']);
  });
  test('nothing of it is lost, whatever the width', () => {
    const text = 'Received: from alice-phone.example.net by submit.example.com with ESMTPSA id 3QX7MBOA';
    for (let room = 20; room <= text.length + 1; room++) {
      const rows = wrapped(text, room);
      expect(rows.join('')).toBe(text);
      expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(room);
    }
  });
  test('where a character may take two cells, the terminal breaks the line itself', () => {
    expect(wrapped('漢'.repeat(60), 40)).toEqual(['漢'.repeat(60)]);
  });
});

describe('the line being written', () => {
  const writing = (editing: Editing, advice: Partial<Advice> = {}, prompt = ''): Writing => ({
    editing,
    advice: { ...NO_ADVICE, ...advice },
    prompt,
    idle: false,
    content: false,
  });
  const shown = (given: Writing): string => {
    const { before, after } = paintWriting(given, words);
    return `${plain(before)}|${plain(after)}`;
  };
  test('is cut at the caret', () => {
    expect(shown(writing(written('STAT\x1b[D')))).toBe(' › STA|T');
    expect(shown(writing(written('date'), {}, 'you@client:~$ '))).toBe('you@client:~$ date|');
  });
  test('the ghost stands behind the line, and only behind its end', () => {
    expect(shown(writing(written('RE'), { ghost: 'TR 1' }))).toBe(' › RE|TR 1');
    expect(shown(writing(written('RE\x1b[D'), { ghost: 'TR 1' }))).toBe(' › R|E');
  });
  test('a ghost of several lines goes on below, each line marked as part of a letter', () => {
    const letter = { ...writing(written(''), { ghost: 'To: bob\n\nHi\n.' }), content: true };
    expect(shown(letter)).toBe(' │ |To: bob\r\n │ \r\n │ Hi\r\n │ .');
  });
  test('a secret is dots', () => {
    const marks = [{ from: 5, to: 16, role: 'secret' }] as const;
    expect(shown(writing(written('PASS riv👩‍👩‍👧\x1b[D'), { marks }))).toBe(' › PASS •••|•');
  });
  test('an illegal verb is underlined in red and keeps its colour', () => {
    const marks = [
      { from: 0, to: 4, role: 'verb' },
      { from: 0, to: 4, role: 'wrong' },
    ] as const;
    const { before } = paintWriting(writing(written('RETR 1'), { marks }), words);
    expect(told(before)).toBe('{33} › {0}{33;1;33;4:3;58:5:1}RETR{0}{33} 1{0}');
  });
  test('a search shows what is looked for', () => {
    expect(shown(writing(written('STAT\r\x12TA')))).toBe("(search)'TA': S|TAT");
  });
  test('a very long line shows the part around the caret', () => {
    const long = shown(writing(written('x'.repeat(5000))));
    expect(long.length).toBeLessThan(900);
    expect(long).toMatch(/^ › …x+\|$/);
  });
});
