import { describe, expect, test } from 'vitest';
import {
  edit,
  NEW_LINE,
  UNASKED,
  type Editing,
  type Effect,
  type Setting,
} from '../../../src/ui/console/editor.ts';
import { keysOf } from '../../../src/ui/console/keys.ts';

const plain: Setting = { mode: 'wire', ghost: '', taken: '', ghostSends: false, secret: () => false };

interface Written {
  readonly state: Editing;
  readonly effects: readonly Effect[];
}
/** Types what a terminal would send, key by key. */
function write(data: string, setting: Partial<Setting> = {}, from: Editing = NEW_LINE): Written {
  const effects: Effect[] = [];
  let state = from;
  for (const key of keysOf(data)) {
    const edited = edit(state, key, { ...plain, ...setting });
    state = edited.state;
    effects.push(...edited.effects);
  }
  return { state, effects };
}
/** The line with its caret drawn as |. */
const drawn = ({ text, caret }: Editing): string => `${text.slice(0, caret)}|${text.slice(caret)}`;
const sent = (effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) => (effect.type === 'submit' ? [effect.line] : []));

const LEFT = '\x1b[D';
const RIGHT = '\x1b[C';
const UP = '\x1b[A';
const DOWN = '\x1b[B';
const HOME = '\x1b[H';
const END = '\x1b[F';
const ESC = '\x1b';
const pasted = (text: string): string => `\x1b[200~${text}\x1b[201~`;

describe('one line', () => {
  test.each([
    ['letters', 'RETR 1', 'RETR 1|'],
    ['left, then a letter', `RET${LEFT}X`, 'REX|T'],
    ['left at the start stays', `A${LEFT}${LEFT}`, '|A'],
    ['right at the end stays', `A${RIGHT}`, 'A|'],
    ['Home and End', `AB${HOME}C${END}D`, 'CABD|'],
    ['Ctrl-A and Ctrl-E', 'AB\x01C\x05D', 'CABD|'],
    ['Ctrl-B and Ctrl-F', 'AB\x02\x02\x06C', 'AC|B'],
    ['Backspace', 'AB\x7f', 'A|'],
    ['Backspace at the start', `A${HOME}\x7f`, '|A'],
    ['Delete', `AB${HOME}\x1b[3~`, '|B'],
    ['Ctrl-D on a line deletes', `AB${HOME}\x04`, '|B'],
    ['Ctrl-K kills to the end', `RETR 1${HOME}${RIGHT}\x0b`, 'R|'],
    ['Ctrl-U kills to the start', `RETR 1${LEFT}\x15`, '|1'],
    ['Ctrl-W kills back to a blank', 'openssl -connect a.example:995\x17', 'openssl -connect |'],
    ['Alt-Backspace does so too', `RETR 12\x1b\x7f`, 'RETR |'],
    ['Ctrl-Y brings it back', 'RETR 1\x17\x19\x19', 'RETR 11|'],
    ['Ctrl-T swaps the last two', 'LITS\x14', 'LIST|'],
    ['Ctrl-T in the middle', `ABC${LEFT}\x14`, 'ACB|'],
    ['Ctrl-T with one letter', 'A\x14', 'A|'],
    ['Alt-B stops at punctuation', 'pop.example\x1bb', 'pop.|example'],
    ['Alt-F goes behind the word', `RETR 1${HOME}\x1bf`, 'RETR| 1'],
    ['Ctrl-Left and Ctrl-Right', `USER bob\x1b[1;5D\x1b[1;5D\x1b[1;5C`, 'USER| bob'],
    ['Alt-D kills the word ahead', `USER bob${HOME}\x1bd`, '| bob'],
    ['a tab in pasted text is a blank', pasted('A\tB'), 'A B|'],
    ['control characters in pasted text are gone', pasted('A\x00\x07\x1b[31mB\x7f'), 'A[31mB|'],
    ['C1 controls too', pasted('A\x9bB'), 'AB|'],
    ['an unknown sequence is nothing', 'A\x1b[21~B', 'AB|'],
    ['Ctrl-G outside a search is nothing', 'A\x07B', 'AB|'],
  ])('%s', (_name, data, line) => {
    expect(drawn(write(data).state)).toBe(line);
  });
});

describe('characters as people count them', () => {
  const family = '👩‍👩‍👧';
  const e = 'e\u0301';
  test.each([
    ['Backspace takes a whole family', `A${family}\x7f`, 'A|'],
    ['left passes over it', `${family}B${LEFT}${LEFT}`, `|${family}B`],
    ['Delete takes a letter with its accent', `${e}B${HOME}\x1b[3~`, '|B'],
    ['the halves of a family typed one by one join', '👩\u200d👩\u200d👧\x7f', '|'],
    ['an accent typed after its letter belongs to it', `e\u0301\x7f`, '|'],
    ['Ctrl-T swaps whole characters', `A${family}\x14`, `${family}A|`],
    ['a flag is one', `🇩🇪B${LEFT}\x7f`, '|B'],
  ])('%s', (_name, data, line) => {
    expect(drawn(write(data).state)).toBe(line);
  });
});

describe('Enter and the control octets', () => {
  test('Enter sends the whole line wherever the caret is', () => {
    const { state, effects } = write(`STAT${LEFT}${LEFT}\r`);
    expect(effects).toEqual([{ type: 'submit', line: 'STAT' }]);
    expect(drawn(state)).toBe('|');
  });
  test('an empty line is sent as such', () => {
    expect(sent(write('\r').effects)).toEqual(['']);
  });
  test.each([
    ['Ctrl-C', 'STA\x03', '\x03'],
    ['Ctrl-D on an empty line', '\x04', '\x04'],
    ['Ctrl-]', 'QU\x1d', '\x1d'],
  ])('%s goes out by itself', (_name, data, octet) => {
    expect(write(data).effects).toEqual([{ type: 'control', octet }]);
  });
  test('Ctrl-C drops the line, Ctrl-] keeps it', () => {
    expect(drawn(write('STA\x03').state)).toBe('|');
    expect(drawn(write('STA\x1d').state)).toBe('STA|');
  });
  test('Ctrl-L asks for a clear view and keeps the line', () => {
    const { state, effects } = write('STA\x0c');
    expect(effects).toEqual([{ type: 'clear' }]);
    expect(drawn(state)).toBe('STA|');
  });
});

describe('history', () => {
  const two = write('USER bob\rSTAT\r').state;
  test.each([
    ['up', UP, 'STAT|'],
    ['up twice', UP + UP, 'USER bob|'],
    ['up stops at the oldest', UP + UP + UP, 'USER bob|'],
    ['Ctrl-P and Ctrl-N', '\x10\x10\x0e', 'STAT|'],
    ['down comes back to what was being written', `RET${UP}${UP}${DOWN}${DOWN}`, 'RET|'],
    ['down on a new line is nothing', `RET${DOWN}`, 'RET|'],
    ['a recalled line is edited', `${UP}!`, 'STAT!|'],
  ])('%s', (_name, data, line) => {
    expect(drawn(write(data, {}, two).state)).toBe(line);
  });
  test('shell and protocol keep theirs apart', () => {
    const both = write('date\r', { mode: 'shell' }, two).state;
    expect(drawn(write(UP, { mode: 'shell' }, both).state)).toBe('date|');
    expect(drawn(write(UP, { mode: 'wire' }, both).state)).toBe('STAT|');
  });
  test('the same line twice in a row is kept once', () => {
    expect(write('STAT\rSTAT\r').state.history.wire).toEqual(['STAT']);
  });
  test('a secret is never kept, typed or pasted', () => {
    const secret = (line: string): boolean => line.startsWith('PASS');
    const { history } = write(`USER bob\rPASS river\r${pasted('PASS otter\nSTAT\n')}`, { secret }).state;
    expect(history).toEqual({ shell: [], wire: ['USER bob', 'STAT'] });
  });
  test('500 lines are kept', () => {
    const lines = Array.from({ length: 510 }, (_, i) => `RETR ${i}\r`).join('');
    const { wire } = write(lines).state.history;
    expect([wire.length, wire[0]]).toEqual([500, 'RETR 10']);
  });
});

describe('Ctrl-R looks back', () => {
  const three = write('USER bob\rRETR 1\rRETR 2\r').state;
  test.each([
    ['the latest that fits', '\x12RET', '|RETR 2'],
    ['again: the one before', '\x12RET\x12', '|RETR 1'],
    ['a rarer word', '\x12bob', 'USER |bob'],
    ['Backspace widens again', '\x12RETR 1\x7f\x7f', '|RETR 2'],
    ['nothing fits: the line stays', 'AB\x12zz', 'AB|'],
    ['Ctrl-G gives the old line back', 'AB\x12RET\x07', 'AB|'],
    ['Esc keeps what was found', `AB\x12bob${ESC}`, 'USER |bob'],
    ['any other key keeps it too and does its work', `\x12bob${HOME}X`, 'X|USER bob'],
  ])('%s', (_name, data, line) => {
    expect(drawn(write(data, {}, three).state)).toBe(line);
  });
  test('Enter sends what was found', () => {
    expect(sent(write('\x12bob\r', {}, three).effects)).toEqual(['USER bob']);
  });
});

describe('the ghost', () => {
  test.each([
    ['Tab takes it', 'RE\t', 'RETR 1|'],
    ['so does → at the end', `RE${RIGHT}`, 'RETR 1|'],
    ['Ctrl-E at the end only moves', 'RE\x05', 'RE|'],
    ['→ inside the line only moves', `RE${LEFT}${RIGHT}`, 'RE|'],
  ])('%s', (_name, data, line) => {
    expect(drawn(write(data, { ghost: 'TR 1' }).state)).toBe(line);
  });
  test('what has to be written otherwise takes the place of what was typed', () => {
    const name = { ghost: '', taken: 'a SELECT "Two words"' };
    expect(drawn(write('a SELECT tw\t', name).state)).toBe('a SELECT "Two words"|');
    expect(drawn(write(`a SELECT tw${LEFT}${RIGHT}${RIGHT}`, name).state)).toBe('a SELECT "Two words"|');
  });
  test('Enter sends it from an empty line when it may', () => {
    const letter = { ghost: 'To: bob\n\nHi\n.', ghostSends: true };
    expect(sent(write('\r', letter).effects)).toEqual(['To: bob\n\nHi\n.']);
    expect(drawn(write('\t', letter).state)).toBe('To: bob|');
    const tour = { ghost: 'STAT', ghostSends: true };
    expect(sent(write('\r', tour).effects)).toEqual(['STAT']);
    expect(sent(write('\r', { ...tour, ghostSends: false }).effects)).toEqual(['']);
  });
  test('Enter on a line that was begun sends just that', () => {
    expect(sent(write('ST\r', { ghost: 'AT', ghostSends: true }).effects)).toEqual(['ST']);
  });
});

describe('leaving (WCAG 2.1.2)', () => {
  test('Esc then Tab leaves, whatever is offered', () => {
    const { state, effects } = write(`RE${ESC}\t`, { ghost: 'TR 1' });
    expect(effects).toEqual([{ type: 'leave' }]);
    expect(drawn(state)).toBe('RE|');
  });
  test('a key between the two calls it off', () => {
    const { effects } = write(`RE${ESC}T\t`, { ghost: 'R' });
    expect(effects).toEqual([]);
  });
});

describe('paste', () => {
  test('each line is sent in order, the last stays', () => {
    const { state, effects } = write(pasted('USER bob\r\nSTAT\rLIST\nRE'));
    expect(sent(effects)).toEqual(['USER bob', 'STAT', 'LIST']);
    expect(drawn(state)).toBe('RE|');
  });
  test('the first line joins what was there, the rest of the line follows the last', () => {
    const { state, effects } = write(`RETR 9${LEFT}${pasted('1\nLIST ')}`);
    expect(sent(effects)).toEqual(['RETR 19']);
    expect(drawn(state)).toBe('LIST |');
  });
  test('an empty line in it is sent, never the tour’s', () => {
    expect(sent(write(pasted('\nSTAT\n'), { ghost: 'QUIT', ghostSends: true }).effects)).toEqual([
      '',
      'STAT',
    ]);
  });

  const many = Array.from({ length: UNASKED + 1 }, (_, i) => `RETR ${i}`);
  test('twenty lines go at once', () => {
    expect(write(pasted(`${many.slice(0, UNASKED).join('\n')}\n`)).effects).toHaveLength(UNASKED);
  });
  test('more wait for a yes', () => {
    const { state, effects } = write(pasted(`${many.join('\n')}\n`));
    expect(effects).toEqual([]);
    expect(state.asking).toEqual([...many, '']);
    expect(sent(write('\r', {}, state).effects)).toEqual(many);
  });
  test.each([
    ['Esc', ESC],
    ['Ctrl-C', '\x03'],
  ])('%s says no', (_name, key) => {
    const asked = write(pasted(`${many.join('\n')}\n`)).state;
    const { state, effects } = write(key, {}, asked);
    expect([state.asking, effects, drawn(state)]).toEqual([undefined, [], '|']);
  });
  test('nothing else answers the question', () => {
    const asked = write(pasted(`${many.join('\n')}\n`)).state;
    expect(write('yes\t', {}, asked).state).toEqual(asked);
  });
});
