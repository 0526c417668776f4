// Every declared outcome is some transcript's reply. A command without a transcript is not finished.
import { describe, expect, test } from 'vitest';
import { inner } from './transcript/coverage.ts';
import { transcripts, type Transcript } from './transcript/parse.ts';
import { perform } from './transcript/perform.ts';
import { spoken, type Spoken } from './transcript/spoken.ts';

const files = new Map([...spoken.keys()].map((id) => [id, transcripts(id)]));
const everything = [...files.values()].flat();
const shown = new Map(
  everything.map((it) => [it, it.blocks.flatMap((block) => [...perform(block, 'whole').shown])]),
);
const shownBy = (some: readonly Transcript[]): ReadonlySet<string> =>
  new Set(some.flatMap((it) => shown.get(it) ?? []));

/** A verb is at home in the file that bears its name, or under a heading that does. */
const homeless = ({ verbs, serves }: Spoken, some: readonly Transcript[]): readonly string[] => {
  if (serves) return []; // the verbs of a client are codes
  const words = some.flatMap(({ path, blocks }) => [
    path.replace(/.*\/|\.md$/g, '').toUpperCase(),
    ...blocks.flatMap(({ title }) => title.split(/\W+/)),
  ]);
  return verbs
    .filter((verb) => !verb.split(' ').every((word) => words.includes(word)))
    .map((verb) => `${verb}: no transcript of its own`);
};
const missingFrom = (it: Spoken, some: readonly Transcript[]): readonly string[] => {
  const there = shownBy(some);
  return [...it.declared.filter((key) => !there.has(key)), ...homeless(it, some)];
};
const missingInside = (some: readonly Transcript[]): readonly string[] => {
  const there = shownBy(some);
  return inner.filter((key) => !there.has(key));
};
const isCounted = ({ serves, declared }: Spoken, trigger: string): boolean =>
  declared.some((key) => (serves ? key.includes(`: ${trigger}/`) : key.startsWith(`${trigger}/`)));
/** What no rule of a state fits: `selected: badSyntax`. A client has a rule for everything there is. */
const misfitsIn = ({ declared }: Spoken): number => declared.filter((key) => !key.includes('/')).length;
const MISFITS: Readonly<Record<string, number>> = {
  imap: 16,
  pop3: 13,
  smtp: 34,
  'smtp-client': 0,
  'pop3-client': 0,
  'imap-client': 0,
};

describe.each([...spoken.values()])('$id', (it) => {
  const all = files.get(it.id) ?? [];
  test('every declared outcome is shown by a transcript', () => {
    expect(missingFrom(it, all)).toEqual([]);
  });
  test('every rule and every misfit is on the list, and nothing undeclared is counted', () => {
    const known = new Set([...it.declared, ...inner]);
    expect(it.triggers.filter((trigger) => !isCounted(it, trigger))).toEqual([]);
    expect(misfitsIn(it)).toEqual(MISFITS[it.id]);
    expect([...shownBy(all)].filter((key) => !known.has(key))).toEqual([]);
  });
  test.each(all.map(({ file }) => file))('without %s the gate is red', (gone) => {
    const others = everything.filter(({ file }) => file !== gone);
    expect([
      ...missingFrom(
        it,
        others.filter((one) => all.includes(one)),
      ),
      ...missingInside(others),
    ]).not.toEqual([]);
  });
});
test('every outcome of every mechanism is shown, in one protocol or another', () => {
  expect(missingInside(everything)).toEqual([]);
});
test.each([
  ['pop3', 'retr.md', 'RETR/gone'],
  ['pop3', 'uidl.md', 'UIDL/one'],
  ['pop3', 'gone.md', 'closed/released'],
  ['pop3', 'stls.md', 'insecure/failed'],
  ['pop3', 'misfits.md', 'named: badSequence'],
  ['pop3', 'stat.md', 'STAT: no transcript of its own'],
  ['smtp', 'size.md', 'MAIL/SIZE/tooBig'],
  ['smtp', 'misfits.md', 'mail: badLine'],
])('without %s/%s the gate names %s', (id, file, key) => {
  const it = spoken.get(id);
  const some = (files.get(id) ?? []).filter(({ path }) => !path.endsWith(file));
  expect(it && missingFrom(it, some)).toContain(key);
});
