// Every declared outcome is some transcript's reply. A command without a transcript is not finished.
import { describe, expect, test } from 'vitest';
import { pop3 } from '../src/core/protocols/pop3/protocol.ts';
import { commandsOf } from '../src/core/spec/compile.ts';
import { declared } from './transcript/coverage.ts';
import { transcripts, type Transcript } from './transcript/parse.ts';
import { play } from './transcript/play.ts';

const all = transcripts('pop3');
const shownBy = (some: readonly Transcript[]): ReadonlySet<string> =>
  new Set(some.flatMap(({ blocks }) => blocks.flatMap((block) => [...play(pop3, block, 'whole').shown])));
/** A verb is at home in the file that bears its name, or under a heading that does. */
const homeless = (some: readonly Transcript[]): readonly string[] => {
  const words = some.flatMap(({ path, blocks }) => [
    path.replace(/.*\/|\.md$/g, '').toUpperCase(),
    ...blocks.flatMap(({ title }) => title.split(/\W+/)),
  ]);
  const verbs = [...new Set(commandsOf(pop3).map(({ rule }) => rule.verb))];
  return verbs.filter((verb) => !words.includes(verb)).map((verb) => `${verb}: no transcript of its own`);
};
const missingFrom = (some: readonly Transcript[]): readonly string[] => {
  const shown = shownBy(some);
  return [...declared(pop3).filter((key) => !shown.has(key)), ...homeless(some)];
};

describe('pop3', () => {
  test('every declared outcome is shown by a transcript', () => {
    expect(missingFrom(all)).toEqual([]);
  });
  test('the list is not empty, and nothing undeclared is counted', () => {
    const known = new Set(declared(pop3));
    expect(known.size).toBeGreaterThan(60);
    expect([...shownBy(all)].filter((key) => !known.has(key))).toEqual([]);
  });
  test.each([
    ['retr.md', 'RETR/gone'],
    ['uidl.md', 'UIDL/one'],
    ['gone.md', 'closed/released'],
    ['stls.md', 'insecure/failed'],
    ['misfits.md', 'named: badSequence'],
    ['auth.md', 'sasl/plain: start/another'],
    ['scram.md', 'sasl/scram-sha-256: challenged/wrong'],
    ['stat.md', 'STAT: no transcript of its own'],
  ])('without %s the gate names %s', (file, key) => {
    expect(missingFrom(all.filter(({ path }) => !path.endsWith(file)))).toContain(key);
  });
  test.each(all.map(({ file }) => file))('without %s the gate is red', (gone) => {
    expect(missingFrom(all.filter(({ file }) => file !== gone))).not.toEqual([]);
  });
});
