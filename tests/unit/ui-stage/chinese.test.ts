// That nothing of a catalogue is missing, the compiler says. That nothing of it is English still, this does.
import { describe, expect, test } from 'vitest';
import { dialogues } from '../../../src/core/protocols/sasl/dialogues.ts';
import { commandsOf, signalsOf } from '../../../src/core/spec/compile.ts';
import { stateNames } from '../../../src/core/spec/forget.ts';
import type { Protocol } from '../../../src/core/spec/protocol.ts';
import type { Shape } from '../../../src/core/spec/take.ts';
import { readers } from '../../../src/core/trace/protocols.ts';
import { main } from '../../../src/ui/messages/zh/main.ts';
import { titles } from '../../../src/ui/messages/zh/titles.ts';
import { translator } from '../../../src/ui/messages/zh/zh.ts';

const NAMES =
  'bytes cast compare devices filter keys late literal mailboxes main palette parts present queue reference screen share sides time why world'.split(
    ' ',
  );
/** Words of the trade, which Chinese engineers write as they are; names; and what is typed. */
const AS_THEY_ARE =
  /^(?:mailwire|English|CR LF|LF|CR|TLS|DNS|UID|IMAP|POP3|Enter|Tab|Ctrl|Esc|SMTP|smtp {2}#2 .*|\(reverse-i-search\).*|RFC \S+( §\S+)?|AUTH \S+|→ \S+|[\d:/ ×.,+-]*)$/;
const given = (words: (...given: never[]) => unknown, value: unknown): unknown[] => {
  try {
    return [words(...(Array<unknown>(words.length).fill(value) as never[]))];
  } catch {
    return [];
  }
};
/** Every text in a catalogue, by where it stands; what a function makes of numbers, words and lists. */
function* texts(words: unknown, at: string): Generator<readonly [string, string]> {
  if (typeof words === 'string') yield [at, words];
  else if (typeof words === 'function')
    for (const value of [2, 'X', ['X', 'Y']])
      for (const made of given(words as (...given: never[]) => unknown, value)) yield* texts(made, at);
  else if (typeof words === 'object' && words !== null)
    for (const [key, inner] of Object.entries(words)) yield* texts(inner, `${at}.${key}`);
}

describe.each(NAMES)('the catalogue %s in Chinese', (name) => {
  const words = translator(name, '');
  const all = [...texts(words, name)];
  test('is there', () => expect(all.length).toBeGreaterThan(3));
  test('says nothing in English', () => {
    const english = all.filter(
      ([at, text]) => !/\p{Script=Han}/u.test(text) && !AS_THEY_ARE.test(text) && !at.endsWith('.declared'),
    );
    expect(english.filter(([, text]) => /[a-z]{2}/.test(text))).toEqual([]);
  });
});

const whensOf = (outcomes: object): readonly string[] =>
  Object.values(outcomes)
    .map(({ when }: { readonly when: string }) => when)
    // what a declaration has to have and says itself that it never happens
    .filter((when) => !when.startsWith('never: '));
/** All of a declaration that a panel may show. What parameters are for, none does. */
function saidBy<P extends Shape>(p: Protocol<P>): ReadonlySet<string> {
  const rules = [...commandsOf(p), ...signalsOf(p)].map(({ rule }) => rule);
  const parameters = p.extensions.flatMap((it) => it.parameters ?? []);
  const misfits = [p, ...stateNames<P>(p.states).map((name) => p.states[name])].map((it) => it.otherwise);
  return new Set([
    p.title,
    ...[...rules, ...p.extensions].map(({ summary }) => summary),
    ...[...rules, ...parameters].flatMap(({ outcomes }) => whensOf(outcomes)),
    ...misfits.flatMap((its) => whensOf(its ?? {})),
  ]);
}

describe('what declarations say', () => {
  const isChinese = (text: string): boolean => main.declared(text) !== text || AS_THEY_ARE.test(text);
  test('every state has a Chinese title', () => {
    const all = readers.here().flatMap(({ diagram }) => diagram().states.map(({ title }) => title));
    expect(all.filter((title) => !isChinese(title))).toEqual([]);
    // and none is kept that no declaration has any more
    expect(Object.keys(titles).filter((title) => !all.includes(title)).length).toBeLessThan(6);
  });
  test.each(readers.here().map((reader) => [reader.id, reader] as const))(
    'so has whatever %s says of itself: conditions, whether a rule fits or none, and summaries',
    (_id, reader) => {
      const said = reader.ask(saidBy);
      expect(said.size).toBeGreaterThan(40);
      expect([...said].filter((text) => !isChinese(text))).toEqual([]);
    },
  );
  test('so have the conditions of the mechanisms', () => {
    const said = dialogues.flatMap(({ signals }) => signals.flatMap((rule) => whensOf(rule.outcomes)));
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((text) => !isChinese(text))).toEqual([]);
  });
});
