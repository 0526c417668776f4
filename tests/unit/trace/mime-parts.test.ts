// What the message panel says a FETCH item covers is what a server would send for it.
import { describe, expect, test } from 'vitest';
import { section, type Section } from '../../../src/core/mail/section.ts';
import { letters } from '../../../src/core/scenario/letters/collections.ts';
import { octetsOf } from '../../../src/core/store/body.ts';
import { consoleOn, findingsIn, mimeParts } from '../../../src/core/trace/mime-parts.ts';
import { begin, record } from '../../../src/core/kernel/timeline.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { sceneAt } from '../../../src/core/trace/scene.ts';
import { piecesOf } from '../../../src/ui/message/octetRows.ts';

const museum = letters['museum'].map(octetsOf);
const ITEM =
  /^(BODY|BINARY)\[([\d.]*?)\.?(HEADER\.FIELDS|HEADER|TEXT|MIME)?(?: \(([^)]*)\))?\](?:<0\.(\d+)>)?$/;
/** As a server reads it. */
function sent(octets: string, item: string): string | undefined {
  const [, , path = '', text, fields, count] = ITEM.exec(item) ?? [];
  const wanted: Section = {
    part: path === '' ? [] : path.split('.').map(Number),
    ...(text === undefined ? {} : { text: text as NonNullable<Section['text']> }),
    ...(fields === undefined ? {} : { fields: fields.split(' ') }),
  };
  return section(octets, wanted, count === undefined ? undefined : { offset: 0, count: Number(count) });
}
describe('the parts of each letter in the Museum', () => {
  test.each(museum.map((octets, i) => [i, octets] as const))('%i', (_i, octets) => {
    for (const { items } of mimeParts(octets))
      for (const { item, covers } of items)
        expect([item, covers.map(({ start, end }) => octets.slice(start, end)).join('')]).toEqual([
          item,
          sent(octets, item),
        ]);
  });
  test('have a text where they are one, and findings somewhere', () => {
    const texts = museum.flatMap((octets) => mimeParts(octets).flatMap((part) => part.text() ?? []));
    expect(texts.length).toBeGreaterThan(10);
    expect(museum.some((octets) => findingsIn(octets).length > 0)).toBe(true);
  });
});
test('an item is typed where the mailbox is open, and nowhere else', () => {
  const timeline = begin(standard());
  const box = { host: 'pop.example.com', mailbox: 'bob/INBOX' };
  const open = (): string | undefined =>
    consoleOn(sceneAt(timeline.worlds[0] ?? standard(), timeline.trace, Infinity), box, 'you@client');
  const say = (line: string): void => {
    record(timeline, { type: 'type', console: 'you@client', octets: `${line}\n` });
    record(timeline, { type: 'pass', until: 'quiet' });
  };
  say('openssl s_client -quiet -crlf -connect imap.example.com:993');
  say('a1 LOGIN bob correct-horse');
  expect(open()).toBeUndefined();
  say('a2 SELECT INBOX');
  expect(open()).toBe('you@client');
  say('a3 IDLE');
  expect(open()).toBeUndefined();
});
test('a row is cut where what is covered begins and ends', () => {
  const cut = (covers: readonly (readonly [number, number])[]): string =>
    piecesOf(
      10,
      20,
      covers.map(([start, end]) => ({ start, end })),
    )
      .map(({ start, end, covered }) => `${start}-${end}${covered ? '*' : ''}`)
      .join(' ');
  expect(cut([])).toBe('10-20');
  expect(cut([[0, 100]])).toBe('10-20*');
  expect(cut([[12, 14]])).toBe('10-12 12-14* 14-20');
  expect(
    cut([
      [0, 11],
      [15, 15],
      [19, 30],
    ]),
  ).toBe('10-11* 11-19 19-20*');
});
