import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { matcher } from '../../../src/core/protocols/imap/pattern.ts';

describe('a pattern', () => {
  test.each([
    ['%%%', 'Work', true],
    ['%%%', 'Work/Old', false],
    ['%*%', 'Work/Old', true],
    ['W%%k/%%', 'Work/Old', true],
    ['%/%/%', 'Work/Old', false],
    ['*d*', 'Work/Old', true],
    ['*d*d', 'Work/Old', false],
    ['Work/Old%', 'Work/Old', true],
    ['Work/Older%', 'Work/Old', false],
    ['inbox%%', 'INBOX', true],
    ['%a'.repeat(500), 'a'.repeat(1000), true],
    ['%a'.repeat(500), 'a'.repeat(999) + 'b', false],
    ['%a'.repeat(500), 'a'.repeat(499), false],
  ])('%s of %s', (pattern, name, is) => {
    expect(matcher('', [pattern])(name, '/')).toBe(is);
  });
  it('means what an expression would', () => {
    const texts = (letters: string) =>
      fc.string({ unit: fc.constantFrom(...Array.from(letters)), maxLength: 9 });
    fc.assert(
      fc.property(texts('ab/*%'), texts('ab/'), (pattern, name) => {
        const written = pattern.replaceAll('*', '.*').replaceAll('%', '[^/]*');
        expect(matcher('', [pattern])(name, '/')).toBe(new RegExp(`^${written}$`).test(name));
      }),
    );
  });
  // 2000 names, at 60,000 places for each of their letters, took five minutes
  test.each(['%'.repeat(60_000) + 'x', '%a'.repeat(30_000), '*%'.repeat(30_000) + 'x'])(
    'costs no more than the names allow',
    (pattern) => {
      const matches = matcher('', [pattern]);
      const names = Array.from({ length: 2000 }, (_, i) => `Projects/${i}/of a long name`);
      expect(names.filter((name) => matches(name, '/'))).toEqual([]);
    },
  );
});
