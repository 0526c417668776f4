// Every refusal of every server that any transcript knows explains itself: what the server believes, the rule, and what it would take
// instead; and what it would take, it takes.
import { describe, expect, test } from 'vitest';
import { step } from '../src/core/kernel/step.ts';
import type { World } from '../src/core/kernel/world.ts';
import type { TraceEvent } from '../src/core/trace/event.ts';
import { readers, type Reader } from '../src/core/trace/protocols.ts';
import { isNo, whyNot, type WhyNot } from '../src/core/trace/why-not.ts';
import { transcripts } from './transcript/parse.ts';
import { play } from './transcript/play.ts';

interface Card {
  readonly why: WhyNot;
  readonly from: string;
  readonly after: World;
}
const PROTOCOLS = ['smtp', 'pop3', 'imap'] as const;
/** One card for each refusal and each state it was met in. */
const cards = new Map<string, Card>();

function look(before: World, after: World, trace: readonly TraceEvent[], from: number): void {
  for (let i = from; i < trace.length; i++) {
    const event = trace[i];
    if (!isNo(event)) continue;
    const key = `${event.protocol}: ${event.trigger}/${event.outcome} in ${event.from}`;
    const known = cards.get(key);
    // the richest of its kind: with something left to try
    if (known && known.why.legal.length > 0) continue;
    const why = whyNot(trace, i, before, after);
    if (why) cards.set(key, { why, from: event.from, after });
  }
}
for (const protocol of PROTOCOLS)
  for (const { blocks } of transcripts(protocol))
    for (const block of blocks) play(block, 'whole', false, look);

/** What a verb that is said to be legal comes to. */
function said(verb: string, { after, why }: Card): readonly string[] {
  const line = `${why.begins}${verb}`;
  const typed = step(after, {
    type: 'outside',
    event: { type: 'data', conn: why.conn, octets: `${line}\r\n` },
  });
  const { trace } = step(typed.world, { type: 'pass', until: 'quiet' });
  return [...typed.trace, ...trace].flatMap((e) =>
    e.type === 'outcome' && e.conn === why.conn ? [e.outcome] : [],
  );
}
const readerOf = (protocol: string): Reader => {
  const reader = readers.get(protocol);
  if (!reader) throw new Error(`nobody reads ${protocol}`);
  return reader;
};

describe.each(PROTOCOLS)('%s', (protocol) => {
  const own = (): readonly (readonly [string, Card])[] =>
    [...cards].filter(([, { why }]) => why.protocol === protocol);
  /** The keys of those for which this is so. */
  const those = (wrong: (card: Card) => boolean): readonly string[] =>
    own().flatMap(([key, card]) => (wrong(card) ? [key] : []));

  test('every refusal that is declared has been met', () => {
    const reader = readerOf(protocol);
    const met = new Set(own().map(([, { why }]) => `${why.trigger}/${why.outcome}`));
    const wanted = reader.outcomes
      .filter((spoken) => reader.isRefusal(spoken))
      .map(({ trigger, outcome }) => `${trigger}/${outcome}`);
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((key) => !met.has(key))).toEqual([]);
  });
  test('no card is empty: it says when that is so, and where it is written', () => {
    expect(those(({ why }) => why.when === '')).toEqual([]);
    expect(those(({ why }) => !/^\d+#/.test(why.rfc))).toEqual([]);
  });
  test('every card names a fact of the world beside the state', () => {
    expect(
      those(({ why }) => !why.beliefs.some(({ what, value }) => what !== 'state' && value !== '')),
    ).toEqual([]);
  });
  test('what is called legal now, sent, is no mistake of sequence', () => {
    const wrong = own().flatMap(([key, card]) =>
      card.why.legal.flatMap(({ verb }) => {
        const came = said(verb, card);
        const misfit = came.find((it) => it === 'badSequence' || it === 'unknown');
        return misfit === undefined && came.length > 0 ? [] : [`${key}: ${verb} ${misfit ?? 'nothing'}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
  test('where it still talks and waits for a command, something is legal', () => {
    expect(own().filter(([, { why }]) => why.legal.length > 0).length).toBeGreaterThan(own().length / 2);
  });
});
