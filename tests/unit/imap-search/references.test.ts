// THREAD=REFERENCES against RFC 5256 §3 written down step by step, with records and recursion.
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { baseSubject } from '../../../src/core/mail/base-subject.ts';
import { headerField } from '../../../src/core/mail/header.ts';
import { threadIds } from '../../../src/core/mail/message-ids.ts';
import { parseDate } from '../../../src/core/mail/date.ts';
import { references } from '../../../src/core/protocols/imap/search/references.ts';
import { orderedSubject } from '../../../src/core/protocols/imap/search/ordered-subject.ts';
import { threadsText, type Threads } from '../../../src/core/protocols/imap/search/thread.ts';
import { octetsOf } from '../../../src/core/store/body.ts';
import { append, newMailbox, type Mailbox } from '../../../src/core/store/mailbox.ts';
import type { Row } from '../../../src/core/store/rows.ts';
import { boxOf, spec } from './letters.ts';

// Many runs on a busy machine: slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

interface Node {
  /** Undefined: a dummy. */
  readonly row: Row | undefined;
  readonly at: number;
  parent: Node | undefined;
  children: Node[];
}
const node = (row: Row | undefined, at: number): Node => ({ row, at, parent: undefined, children: [] });
function link(parent: Node, child: Node): void {
  for (let up: Node | undefined = parent; up; up = up.parent) if (up === child) return;
  unlink(child);
  child.parent = parent;
  parent.children.push(child);
}
function unlink(child: Node): void {
  if (child.parent) child.parent.children = child.parent.children.filter((it) => it !== child);
  child.parent = undefined;
}
const sent = ({ body, internalDate }: Row): number =>
  parseDate(headerField(octetsOf(body), 'Date'))?.unix ?? internalDate;
const shown = (it: Node): Node => (it.row ? it : (it.children[0] ?? it));
const byDate = (a: Node, b: Node): number => {
  const [x, y] = [shown(a), shown(b)];
  return (x.row && y.row ? sent(x.row) - sent(y.row) : 0) || x.at - y.at;
};
function sortBelow(it: Node): void {
  for (const child of it.children) sortBelow(child);
  it.children.sort(byDate);
}
function prune(children: readonly Node[], root: boolean): Node[] {
  return children.flatMap((it) => {
    it.children = prune(it.children, false);
    if (it.row) return [it];
    if (it.children.length === 0) return [];
    return !root || it.children.length === 1 ? it.children : [it];
  });
}
const subjectOf = (it: Node): string => {
  const { row } = shown(it);
  return row ? baseSubject(headerField(octetsOf(row.body), 'Subject')).text.toUpperCase() : '';
};
const isReply = ({ row }: Node): boolean =>
  row !== undefined && baseSubject(headerField(octetsOf(row.body), 'Subject')).reply;

// eslint-disable-next-line complexity -- the steps of the standard, one after the other
function oracle(rows: readonly Row[]): readonly Node[] {
  const nodes = rows.map(node);
  const byId = new Map<string, Node>();
  const ids = rows.map(({ body }) => threadIds(octetsOf(body)));
  nodes.forEach((it, i) => {
    const id = ids[i]?.id;
    if (id !== undefined && !byId.has(id)) byId.set(id, it);
  });
  const all = [...nodes];
  nodes.forEach((it, i) => {
    const chain = (ids[i]?.references ?? []).map((id) => {
      const known = byId.get(id) ?? node(undefined, -1);
      if (!byId.has(id)) all.push(known);
      byId.set(id, known);
      return known;
    });
    chain.forEach((one, j) => {
      const before = chain[j - 1];
      if (before && !one.parent) link(before, one);
    });
    unlink(it);
    const last = chain.at(-1);
    if (last) link(last, it);
  });
  let tops = prune(
    all.filter(({ parent }) => !parent),
    true,
  );
  for (const it of tops) if (!it.row) it.children.sort(byDate);
  tops.sort(byDate);
  const table = new Map<string, Node>();
  for (const it of tops) {
    const there = table.get(subjectOf(it));
    if (subjectOf(it) === '') continue;
    if (!there || (there.row && (!it.row || (isReply(there) && !isReply(it))))) table.set(subjectOf(it), it);
  }
  const before = tops;
  for (const it of before) {
    const subject = subjectOf(it);
    const there = table.get(subject);
    if (subject === '' || !there || there === it) continue;
    tops = tops.filter((one) => one !== it);
    if (!there.row) there.children.push(...(it.row ? [it] : it.children));
    else if (isReply(it) && !isReply(there)) there.children.push(it);
    else {
      const dummy = node(undefined, -1);
      dummy.children = [there, it];
      tops = [...tops.filter((one) => one !== there), dummy];
      table.set(subject, dummy);
    }
  }
  for (const it of tops) sortBelow(it);
  return tops.toSorted(byDate);
}
const asText = (it: Node): string => `${it.row ? it.at : ''}[${it.children.map(asText).join(' ')}]`;
const allOf = ({ tops, below, messages }: Threads): readonly string[] => {
  const shown = (at: number): string => `${at < messages ? at : ''}[${below(at).map(shown).join(' ')}]`;
  return tops.map(shown);
};

describe('THREAD=REFERENCES', () => {
  test('is what the standard says step by step', () => {
    fc.assert(
      fc.property(fc.array(spec, { maxLength: 14 }), (specs) => {
        const rows = boxOf(specs).rows.chunks.flat();
        expect(allOf(references(rows))).toEqual(oracle(rows).map(asText));
      }),
      { numRuns: 300 },
    );
  });
  test('names every message once', () => {
    fc.assert(
      fc.property(fc.array(spec, { maxLength: 14 }), (specs) => {
        const rows = boxOf(specs).rows.chunks.flat();
        for (const threads of [references(rows), orderedSubject(rows)]) {
          const named = threadsText(threads, (at) => at + 1).match(/\d+/g) ?? [];
          expect(named.map(Number).toSorted((a, b) => a - b)).toEqual(rows.map((_row, i) => i + 1));
        }
      }),
    );
  });
  const letter = (id: string, subject: string, ...before: readonly string[]): string =>
    [`Subject: ${subject}`, `Message-ID: <${id}@x>`, ...(before.length === 0 ? [] : [`References: ${before.map((it) => `<${it}@x>`).join(' ')}`]), '', ''].join('\r\n'); // prettier-ignore
  const written = (...letters: readonly string[]): string => {
    const box = letters.reduce<Mailbox>((now, it, i) => append(now, it, { at: i }), newMailbox(1, 1));
    return threadsText(references(box.rows.chunks.flat()), (at) => at + 1);
  };
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['nothing', [], ''],
    ['one', [letter('a', 'a')], '(1)'],
    [
      'an answer, and an answer to it',
      [letter('a', 'a'), letter('b', 'Re: a', 'a'), letter('c', 'Re: a', 'a', 'b')],
      '(1 2 3)',
    ],
    ['two answers', [letter('a', 'a'), letter('b', 'Re: a', 'a'), letter('c', 'Re: a', 'a')], '(1 (2)(3))'],
    ['two answers to what is not there', [letter('b', 'b', 'a'), letter('c', 'c', 'a')], '((1)(2))'],
    ['one answer to what is not there', [letter('b', 'b', 'a')], '(1)'],
    ['the answer came first', [letter('b', 'Re: a', 'a'), letter('a', 'a')], '(2 1)'],
    ['only the subject says so', [letter('a', 'a'), letter('b', 'Re: A')], '(1 2)'],
    ['two with one subject, neither an answer', [letter('a', 'a'), letter('b', 'A')], '((1)(2))'],
    ['each claims to answer the other', [letter('a', 'a', 'b'), letter('b', 'b', 'a')], '(2 1)'],
    ['one answers itself', [letter('a', 'a', 'a')], '(1)'],
    [
      'two with the same Message-ID',
      [letter('a', 'a'), letter('a', 'b'), letter('c', 'Re: a', 'a')],
      '(1 3)(2)',
    ],
  ];
  test.each(cases)('%s', (_what, letters, right) => {
    expect(written(...letters)).toBe(right);
  });
  test('may be as deep as the mailbox is long, and one header may name as many as it likes', () => {
    const deep = Array.from({ length: 3000 }, (_, i) =>
      letter(`m${i}`, 'Re: a', ...(i === 0 ? [] : [`m${i - 1}`])),
    );
    expect(written(...deep)).toBe(`(${deep.map((_it, i) => i + 1).join(' ')})`);
    const many = Array.from({ length: 20_000 }, (_, i) => `r${i}`);
    expect(written(letter('a', 'a', ...many), letter('b', 'b', ...many.toReversed()))).toBe('((1)(2))');
  });
});
