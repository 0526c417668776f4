import { hasRoom, rootOf } from '../../../host/quota.ts';
import { no, seq, token, type Grammar } from '../../../spec/grammar.ts';
import type { Cx } from '../../../spec/protocol.ts';
import { expunge, expungeFact, type StoreFact } from '../../../store/mailbox.ts';
import { writtenSet } from '../../../store/number-set.ts';
import { at, rowOfUid, type Row } from '../../../store/rows.ts';
import { withBox, at as boxAt } from '../../../store/tree.ts';
import { arrived, noArrival, octetsIn, unknownArrival } from '../arriving.ts';
import { has, known } from '../capabilities.ts';
import { upToDate, type Current } from '../catch-up.ts';
import { unixNow } from '../clock.ts';
import { arrivalFact } from '../facts.ts';
import { takes } from '../grammar/cursor.ts';
import { messages, type Messages } from '../grammar/message.ts';
import { has32Bits } from '../grammar/numbers.ts';
import { beyond, isReadOnly, readOnly, whereabouts, type Whereabouts } from '../selected.ts';
import { byUid, command, type Imap } from '../shape.ts';
import { mailboxNamed } from '../target.ts';
import { untagged } from '../text.ts';
import { validityOf } from '../validity.ts';
import { goneCopy } from './copy.ts';

/** 0 is `*`, the last one. */
const numberOf = (text: string): number => (text === '*' ? 0 : Number(text));
const number: Grammar<number> = token(
  'message',
  /[1-9]\d{0,9}|\*/,
  (text) => (has32Bits(text) ? numberOf(text) : no),
  { rfc: '8508#6' },
);
const one: Grammar<Messages> = {
  ...messages,
  read(c) {
    const all = messages.read(c);
    if (all === no || all.messages.length === 1) return all;
    c.problem ??= { at: c.at, expected: 'one message', as: 'badSyntax' };
    return no;
  },
};
const args = takes(
  'the number of a message, a mailbox, and the new message as APPEND takes it',
  seq({ number, arrival: one }),
);
const outcomes = {
  ok: {
    to: 'same',
    says: 'OK The new one is there, the old one is gone',
    when: 'nothing speaks against it; the new UID is told before',
  },
  counted: {
    to: 'same',
    says: 'OK [HIGHESTMODSEQ {modseq}] The new one is there, the old one is gone',
    when: 'the same, and CONDSTORE or QRESYNC is on: the old one goes as by UID EXPUNGE',
    rfc: '8508#4.5',
  },
  ...readOnly,
  ...noArrival,
} as const;
const traits = { mayExpunge: true };

const replaceCommand = command({
  verb: 'REPLACE',
  from: ['selected'],
  wants: isReadOnly,
  args,
  rfc: '8508#3.2',
  summary: 'Put a message in the place of another one: a draft, saved again.',
  traits,
  outcomes: { ...outcomes, ...goneCopy, ...beyond },
  run(cx, { number: n, arrival }, take) {
    if (cx.state.readOnly) return take.readOnly();
    const now = upToDate(cx, {});
    const old = at(now.state.view, (n || now.state.view.length) - 1);
    if (!old) return take.beyond({ count: now.state.view.length }, now);
    const found = whereabouts(now.host, now.state);
    if (!found || !rowOfUid(found.box.rows, old.uid)) return take.gone(now);
    const done = replaced(cx, now, { found, old, arrival });
    if ('what' in done) return take.unknown({ what: done.what }, now);
    if ('failed' in done) return take[done.failed](now);
    const { modseq, ...move } = done;
    return cx.session.condstore ? take.counted({ modseq }, move) : take.ok(move);
  },
});
const uidReplace = command({
  verb: 'UID REPLACE',
  from: ['selected'],
  wants: isReadOnly,
  args,
  rfc: '8508#3.3',
  summary: 'The same, the old one named by its UID.',
  traits: byUid,
  outcomes: {
    ...outcomes,
    nobody: {
      to: 'same',
      says: 'NO [NONEXISTENT] There is no message with that UID, and nothing was done',
      when: 'nobody has this UID',
      rfc: '8508#3.4',
    },
  },
  run(cx, { number: uid, arrival }, take) {
    if (cx.state.readOnly) return take.readOnly();
    const now = upToDate(cx, traits);
    const found = whereabouts(now.host, now.state);
    const last = now.state.view.chunks.at(-1)?.at(-1)?.uid ?? 0;
    const old = found && rowOfUid(found.box.rows, uid || last);
    if (!found || !old) return take.nobody(now);
    const done = replaced(cx, now, { found, old, arrival });
    if ('what' in done) return take.unknown({ what: done.what }, now);
    if ('failed' in done) return take[done.failed](now);
    const { modseq, ...move } = done;
    return cx.session.condstore ? take.counted({ modseq }, move) : take.ok(move);
  },
});
export const replace = known({
  keyword: 'REPLACE',
  rfc: '8508#3',
  summary: 'A message takes the place of another one in one go.',
  commands: [replaceCommand, uidReplace],
});

interface Wanted {
  readonly found: Whereabouts;
  readonly old: Row;
  readonly arrival: Messages;
}
type Replaced =
  | (Current & {
      readonly facts: readonly StoreFact[];
      /** Of the mailbox the old one was in. */
      readonly modseq: number;
    })
  | { readonly failed: Exclude<keyof typeof noArrival, 'unknown'> }
  | { readonly what: string };
/** What the old one leaves free counts for the new one (RFC 8508 §3.4). */
function replaced(
  cx: Cx<Imap>,
  now: Current,
  { found, old, arrival: { mailbox, messages: all } }: Wanted,
): Replaced {
  const { host, session } = now;
  const what = unknownArrival(all, host);
  if (what !== undefined) return { what };
  const target = mailboxNamed(host, session, mailbox);
  if (typeof target === 'string') return { failed: target };
  const root = rootOf(target.place.key);
  const [freed, gone] = root === rootOf(found.key) ? [old.size, 1] : [0, 0];
  if (!hasRoom(host, root, octetsIn(all) - freed, 1 - gone)) return { failed: 'overQuota' };
  const after = arrived(target.box, all, unixNow(cx));
  if (typeof after === 'string') return { failed: after };
  const { key } = target.place;
  const grown = withBox(host.store, key, after.box);
  const before = boxAt(grown, found.key) ?? found.box;
  const kept = expunge(before, () => true, [[old.uid, old.uid]]);
  const code = untagged(
    `OK [APPENDUID ${validityOf(host, target.box)} ${writtenSet(after.uids)}] The new one is there`,
  );
  return {
    ...now,
    host: { ...host, store: withBox(grown, found.key, kept) },
    say: [...now.say, has(host, 'UIDPLUS') ? code : ''],
    facts: [arrivalFact(key, target.box, after.box, after.uids), expungeFact(found.key, before, kept)],
    modseq: kept.modseq,
  };
}
