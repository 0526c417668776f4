// Every refusal of every server that any transcript knows explains itself: what the server believes, the rule, and what it would take
// instead; and what it would take, it takes.
import { describe, expect, test } from 'vitest';
import { step } from '../src/core/kernel/step.ts';
import type { World } from '../src/core/kernel/world.ts';
import type { TraceEvent } from '../src/core/trace/event.ts';
import { readers, type Reader } from '../src/core/trace/protocols.ts';
import { isNo } from '../src/core/trace/refusals.ts';
import { whyNot, type WhyNot } from '../src/core/trace/why-not.ts';
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

/** What follows a verb where something has to. */
const REST: Readonly<Record<(typeof PROTOCOLS)[number], Readonly<Record<string, string>>>> = {
  smtp: {
    EHLO: ' client.example.net',
    HELO: ' client.example.net',
    LHLO: ' client.example.net',
    MAIL: ' FROM:<dave@example.org>',
    RCPT: ' TO:<bob@example.com>',
    VRFY: ' bob',
    EXPN: ' team',
    ETRN: ' example.net',
    AUTH: ' PLAIN',
    BDAT: ' 3\r\nabc',
  },
  pop3: {
    APOP: ' bob c4c9334bac560ecc979e58001b3e22fb',
    RETR: ' 1',
    DELE: ' 1',
    TOP: ' 1 0',
    USER: ' bob',
    PASS: ' wrong',
    AUTH: ' SCRAM-SHA-256',
  },
  imap: {
    LOGIN: ' bob wrong',
    AUTHENTICATE: ' PLAIN',
    SELECT: ' INBOX',
    EXAMINE: ' INBOX',
    CREATE: ' Another',
    DELETE: ' Nowhere',
    RENAME: ' Nowhere Elsewhere',
    SUBSCRIBE: ' INBOX',
    UNSUBSCRIBE: ' INBOX',
    LIST: ' "" *',
    LSUB: ' "" *',
    STATUS: ' INBOX (MESSAGES)',
    APPEND: ' INBOX {3}',
    FETCH: ' 1 FLAGS',
    STORE: String.raw` 1 +FLAGS (\Seen)`,
    COPY: ' 1 INBOX',
    MOVE: ' 1 INBOX',
    SEARCH: ' ALL',
    SORT: ' (DATE) UTF-8 ALL',
    THREAD: ' REFERENCES UTF-8 ALL',
    REPLACE: ' 1 INBOX {3}',
    EXPUNGE: ' 1',
    ENABLE: ' CONDSTORE',
    ID: ' NIL',
    GETQUOTA: ' "bob"',
    GETQUOTAROOT: ' INBOX',
    SETQUOTA: ' "bob" (STORAGE 10)',
  },
};
const whole = (protocol: (typeof PROTOCOLS)[number], verb: string): string =>
  // EXPUNGE alone takes nothing
  verb === 'EXPUNGE' ? verb : verb + (REST[protocol][verb.replace(/^UID /, '')] ?? '');

/** What a command that is said to be legal comes to: the names of outcomes, and what they are declared to say. */
function said(protocol: (typeof PROTOCOLS)[number], verb: string, { after, why }: Card): readonly string[] {
  const line = `${why.begins}${whole(protocol, verb)}`;
  const octets = verb === 'BDAT' ? line : `${line}\r\n`;
  const typed = step(after, { type: 'outside', event: { type: 'data', conn: why.conn, octets } });
  const { trace } = step(typed.world, { type: 'pass', until: 'quiet' });
  return [...typed.trace, ...trace].flatMap((e) =>
    e.type === 'outcome' && e.conn === why.conn
      ? [`${e.outcome}: ${readerOf(protocol).outcomeOf(e, e.from)?.says ?? ''}`]
      : [],
  );
}
/** What means: not here, not now, something else comes first. What stands in the arguments is another matter. */
const OUT_OF_PLACE =
  /^(?:badSequence|unknown|badSyntax|badParameter|exposed|readOnly|already|late):|: (?:50[0-3]|530|538) |: BAD (?!This host does not search|There is no message)/;
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
  test('what is called legal now, sent whole, is in its place', () => {
    const wrong = own().flatMap(([key, card]) =>
      card.why.legal.flatMap(({ verb }) => {
        const came = said(protocol, verb, card);
        const misfit = came.find((it) => OUT_OF_PLACE.test(it));
        return misfit === undefined && came.length > 0 ? [] : [`${key}: ${verb} ${misfit ?? 'nothing'}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
  test('what its rule leads to stands in the manual', () => {
    const manual = new Set(readerOf(protocol).help.map(({ verb }) => verb));
    expect(those(({ why }) => why.verb !== '' && !manual.has(why.verb))).toEqual([]);
    expect(own().filter(([, { why }]) => why.verb !== '').length).toBeGreaterThan(20);
  });
  test('it is no reason that it is always so', () => {
    expect(those(({ why }) => /^always\b/.test(why.when))).toEqual([]);
  });
  test('where it still talks and waits for a command, something is legal', () => {
    expect(own().filter(([, { why }]) => why.legal.length > 0).length).toBeGreaterThan(own().length / 2);
  });
});
