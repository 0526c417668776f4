// Whatever comes as a link or a file, it opens within bounds or says why not.
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { engine, FIRST_CONSOLE, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';
import { codeOf, sharedIn } from '../../../src/app/share/code.ts';
import { journalOf, journalText } from '../../../src/app/share/journal.ts';
import { LIMITS } from '../../../src/app/share/limits.ts';
import { linkCode, openCode, openFile, PRESENT } from '../../../src/app/share/open.ts';
import { faultIn, faultOf } from './faults.ts';

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: undefined, lesson: '' });
  attach(lab, undefined);
});

describe('nothing from outside is believed', () => {
  test.each([
    ['', 'unreadable'],
    ['1.', 'unreadable'],
    ['1.AAAA', 'unreadable'],
    ['1.%00', 'unreadable'],
    ['77.AAAAAAAA', 'newer'],
    [`1.${'A'.repeat(LIMITS.code)}`, 'too-much'],
  ])('the code %.20s', (code, fault) => {
    expect(faultOf(() => sharedIn(code))).toBe(fault);
  });
  test('a few characters that unpack to millions', () => {
    const code = codeOf({
      engine: 3,
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
