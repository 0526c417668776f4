// Whatever comes as a link or a file, it opens within bounds or says why not.
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { click } from '../../../src/app/device.ts';
import { engine, FIRST_CONSOLE, turn, type, undo } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { restore } from '../../../src/app/restore.ts';
import { ENGINE } from '../../../src/app/save.ts';
import { attach } from '../../../src/app/sessions.ts';
import { codeOf, sharedIn } from '../../../src/app/share/code.ts';
import { journalOf, journalText } from '../../../src/app/share/journal.ts';
import { LIMITS, Unopened } from '../../../src/app/share/limits.ts';
import { fileOf, linkCode, openCode, openFile, PRESENT, type Opened } from '../../../src/app/share/open.ts';
import { faultIn, faultOf } from './faults.ts';

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [], lesson: '' });
  attach(lab, undefined);
});

describe('nothing from outside is believed', () => {
  test.each([
    ['', 'unreadable'],
    ['1.', 'unreadable'],
    ['1.AAAA', 'unreadable'],
    ['1.%00', 'unreadable'],
    ['77.AAAAAAAA', 'newer'],
    ['0.AAAAAAAA', 'unreadable'],
    [`1.${'A'.repeat(LIMITS.code)}`, 'too-much'],
  ])('the code %.20s', (code, fault) => {
    expect(faultOf(() => sharedIn(code))).toBe(fault);
  });
  test('a few characters that unpack to millions', () => {
    const code = codeOf({
      engine: ENGINE,
      world: 'standard',
      seed: 1,
      at: PRESENT,
      before: 0,
      seen: [],
      journal: 'hosts\n'.repeat(400_000),
    });
    expect(code.length).toBeLessThan(LIMITS.code);
    expect(faultOf(() => sharedIn(code))).toBe('too-much');
  });
  test('a seed that no file could keep', () => {
    const shared = {
      engine: ENGINE,
      world: 'standard',
      at: PRESENT,
      before: 0,
      seen: [],
      journal: 'hosts\n',
    };
    expect(faultOf(() => sharedIn(codeOf({ ...shared, seed: LIMITS.number })))).toBe('none');
    expect(faultOf(() => sharedIn(codeOf({ ...shared, seed: LIMITS.number + 1 })))).toBe('too-much');
  });
  test('a whole link, with what ends the sentence it stands in', () => {
    type(FIRST_CONSOLE, 'hosts');
    const code = linkCode(engine.getState(), PRESENT);
    const opened = sharedIn(code);
    for (const end of ['.', ')', '!).', '>,', '。', '?utm_source=mail', '&fbclid=a.b'])
      expect([end, sharedIn(code + end)]).toEqual([end, opened]);
  });
  test('a file that a later version made', async () => {
    const file: unknown = JSON.parse(fileOf(engine.getState(), PRESENT));
    expect(await faultIn(openFile(lab, JSON.stringify(Object.assign({}, file, { version: 2 }))))).toBe(
      'newer',
    );
    expect(await faultIn(openFile(lab, JSON.stringify(Object.assign({}, file, { version: 0 }))))).toBe(
      'unreadable',
    );
  });
  test('half a link, or one with a letter changed', () => {
    for (const line of ['telnet mx1.example.com 25', 'EHLO x', 'MAIL FROM:<>', 'RSET'])
      type(FIRST_CONSOLE, line);
    const code = linkCode(engine.getState(), PRESENT);
    fc.assert(
      fc.property(fc.nat(code.length - 3), fc.constantFrom('A', 'z', '-', ''), (at, letter) => {
        const broken =
          letter === '' ? code.slice(0, 2 + at) : code.slice(0, 2 + at) + letter + code.slice(3 + at);
        expect(broken === code ? 'the same' : faultOf(() => sharedIn(broken))).not.toBe('none');
      }),
    );
  });
  test('whatever the code or the file, it opens or says why not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...Array.from('1.A-_zZ09%{')), maxLength: 60 }),
        async (code) => {
          await faultIn(openCode(lab, code));
        },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), async (json) => {
        expect(await faultIn(openFile(lab, json))).not.toBe('none');
      }),
    );
  });
  test('whatever the journal, it is read or refused, and what is read is written back', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'hosts',
        '\x02EHLO x',
        '\x05',
        '\x03{"type":"pass","until":5}',
        '\x03{"type":"cut","conn":1,"after":0}',
        '\x04"bob-laptop"',
        '\x03[[',
        '\x06',
      ),
      fc.string({ maxLength: 12, unit: 'binary-ascii' }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.map((each) => `${each}\n`).join('');
        if (faultOf(() => journalOf(text)) !== 'none') return;
        const read = journalOf(text);
        expect(journalOf(journalText(read))).toEqual(read);
      }),
    );
  });
});

/** Anything else than a refusal is a fault of ours. */
const refusal = (error: unknown): undefined => {
  if (!(error instanceof Unopened)) throw error;
};

describe('a file of one’s own with one thing otherwise', () => {
  const own = (): unknown => {
    for (const line of ['telnet mx1.example.com 25', 'EHLO x', 'MAIL FROM:<>', 'RSET'])
      type(FIRST_CONSOLE, line);
    undo();
    type(FIRST_CONSOLE, 'QUIT');
    turn({ type: 'policy', host: 'mx1.example.com', set: { greylist: 300 } });
    click('bob-laptop.example.net', { does: 'sync' });
    return JSON.parse(fileOf(engine.getState(), PRESENT));
  };
  const typed = (octets: string) => [{ type: 'type', console: FIRST_CONSOLE, octets }];
  const branch = (id: number, inputs: unknown, more: object = {}): object => ({
    id,
    name: '',
    firstLine: '',
    parent: null,
    forkedAt: 0,
    inputs,
    ...more,
  });
  test.each<readonly [string, object, string]>([
    ['looks at a branch that is not there', { branch: 77 }, 'wrong'],
    ['has two branches of one number', { branches: [branch(1, []), branch(1, [])] }, 'wrong'],
    ['has a seed no world has', { seed: 1e308 }, 'unreadable'],
    ['shows a moment no session has', { at: 1e308 }, 'unreadable'],
    ['has seen more than there can be', { seen: Array.from({ length: 10_001 }, () => 1) }, 'unreadable'],
    ['types without end', { branches: [branch(1, typed('x'.repeat(LIMITS.octets + 1)))] }, 'too-much'],
    [
      'types a thousand lines at once',
      { branches: [branch(1, typed('x\n'.repeat(LIMITS.lines)))] },
      'too-much',
    ],
    [
      'does too much before it begins',
      { before: Array.from({ length: 10_001 }, () => typed('x')[0]) },
      'too-much',
    ],
  ])('that %s is refused', async (_, change, fault) => {
    expect(await faultIn(openFile(lab, JSON.stringify({ ...(own() as object), branch: 1, ...change })))).toBe(
      fault,
    );
  });
  test('that leaves a branch later than it ends leaves it at its end', async () => {
    const branches = [branch(1, typed('hosts\n')), branch(2, typed('date\n'), { parent: 1, forkedAt: 99 })];
    const file = JSON.stringify({ ...(own() as object), branch: 2, branches });
    const { session } = await openFile(lab, file);
    const again = await openFile(lab, fileOf(session, PRESENT));
    expect(again.session.branches.map(({ timeline }) => timeline.inputs.length)).toEqual([1, 2]);
  });

  const places = (value: unknown, at: readonly string[] = []): readonly (readonly string[])[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inside]) => [[...at, key], ...places(inside, [...at, key])])
      : [];
  const spoilt = (value: unknown, [key, ...rest]: readonly string[], odd: unknown): unknown => {
    if (key === undefined) return odd;
    const inside: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    const now = spoilt(inside, rest, odd);
    return Array.isArray(value)
      ? value.map((one: unknown, i) => (String(i) === key ? now : one))
      : Object.fromEntries([...Object.entries(value as object), [key, now]]);
  };
  const ODD = [
    null,
    true,
    -1,
    2.5,
    1e308,
    77,
    '',
    '\0',
    '\ud800',
    'x'.repeat(5000),
    '__proto__',
    [],
    [[[]]],
    {},
    { type: 'pass', until: 'quiet' },
  ];
  test('opens whole, or says why not; what was kept like that comes back, or says so', async () => {
    const file = own();
    const all = places(file);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), fc.constantFrom(...ODD), async (at, odd) => {
        const text = JSON.stringify(spoilt(file, at, odd));
        const opened = await openFile(lab, text).catch(refusal);
        const again = opened && (await openFile(lab, fileOf(opened.session, opened.at)));
        expect(again?.session.branches).toEqual(opened?.session.branches);
        const looksAt = ({ session }: Opened): boolean =>
          session.branches.some(({ id }) => id === session.branch);
        expect(opened === undefined || looksAt(opened)).toBe(true);
        const {
          kind: _kind,
          version: _version,
          at: _at,
          seen: _seen,
          ...saved
        } = JSON.parse(text) as object & {
          [key: string]: unknown;
        };
        const session = await restore(lab, saved).catch(() => undefined);
        if (session) attach(lab, session);
      }),
      { numRuns: 150 },
    );
  });
});
