// That nothing of a catalogue is missing, the compiler says. That nothing of it is English still, this does.
import { describe, expect, test } from 'vitest';
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

describe('what declarations say', () => {
  const isChinese = (text: string): boolean => main.declared(text) !== text || AS_THEY_ARE.test(text);
  test('every state has a Chinese title', () => {
    const all = readers.here().flatMap(({ diagram }) => diagram().states.map(({ title }) => title));
    expect(all.filter((title) => !isChinese(title))).toEqual([]);
    // and none is kept that no declaration has any more
    expect(Object.keys(titles).filter((title) => !all.includes(title)).length).toBeLessThan(6);
  });
  test('so do conditions and summaries, but for a few that are new', () => {
    const said = readers.here().flatMap(({ help, extensions, diagram }) => {
      const { states, arrows } = diagram();
      const edges = [...states.flatMap(({ stays }) => stays), ...arrows.flatMap(({ moves }) => moves)];
      const outcomes = help.flatMap((verb) => verb.outcomes);
      return [...help, ...extensions]
        .map((it) => it.summary)
        .concat([...edges, ...outcomes].map((it) => it.when));
    });
    const all = [...new Set(said)];
    expect(all.length).toBeGreaterThan(400);
    const english = all.filter((text) => !isChinese(text));
    expect(english.slice(all.length / 20)).toEqual([]);
  });
});
