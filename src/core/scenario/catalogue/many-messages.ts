// The standard world with a mailbox of a hundred thousand letters: alice's INBOX, after some years in which nothing was thrown away.
import type { World } from '../../kernel/world.ts';
import { withHost, withMailbox } from '../../host/host.ts';
import { boxOf } from '../../host/delivery.ts';
import { withKeywords } from '../../store/flags.ts';
import type { Mailbox } from '../../store/mailbox.ts';
import { pushAll, noRows, type Row } from '../../store/rows.ts';
import { corpusSize } from '../letters/corpus.ts';
import { planOf, type Plan } from '../letters/corpus-plan.ts';
import { standard } from './standard/standard.ts';

const MANY = 100_000;
const HOST = 'mx1.example.com';
const BOX = 'alice/INBOX';
const SEEN = String.raw`\Seen`;
/** Most letters have been read, some have been answered, a few stand out: in the order of `flagsIn`. */
const FLAGS: readonly (readonly string[])[] = [
  ...Array.from({ length: 12 }, () => [SEEN]),
  [],
  [String.raw`\Answered`, SEEN],
  [String.raw`\Answered`, SEEN],
  [String.raw`\Flagged`, SEEN],
  [SEEN, '$Forwarded'],
];
const flagsOf = ({ hash }: Plan): readonly string[] => FLAGS[(hash >>> 17) % FLAGS.length] ?? [];

function rowOf(n: number): Row {
  const plan = planOf(n);
  const size = corpusSize(plan);
  return {
    uid: n + 1,
    flags: flagsOf(plan),
    modseq: n + 2,
    size,
    body: { collection: 'corpus', n, size },
    internalDate: plan.at,
    zone: 0,
    saveDate: plan.at,
    email: 0,
  };
}
export function longMailbox(box: Mailbox, count = MANY): Mailbox {
  const rows = pushAll(
    noRows,
    Array.from({ length: count }, (_, n) => rowOf(n)),
  );
  const known = withKeywords(box, ['$Forwarded']) ?? box;
  return { ...known, uidNext: count + 1, recentFrom: count + 1, modseq: count + 1, rows };
}
export function manyMessages(count = MANY): World {
  const world = standard();
  const host = world.hosts[HOST];
  const box = host && boxOf(host, BOX);
  if (!host || !box) throw new Error(`no ${BOX} at ${HOST}`);
  return { ...world, hosts: withHost(world.hosts, withMailbox(host, BOX, longMailbox(box, count))) };
}
