// What has happened since a client was here last (RFC 7162 §3.2.5, §3.2.6).
import type { Octets } from '../../base/octets.ts';
import type { Mailbox } from '../../store/mailbox.ts';
import { difference, intersection, setOf, writtenSet, type NumberSet } from '../../store/number-set.ts';
import { at, eachRow, type Rows } from '../../store/rows.ts';
import { vanishedSince } from '../../store/vanished.ts';
import type { Resync } from './grammar/select-params.ts';
import { untagged } from './text.ts';

/** UIDs among these of messages that have changed since; every row is looked at. */
export function changedSince(rows: Rows, uids: NumberSet, modseq: number): NumberSet {
  const changed: number[] = [];
  eachRow(rows, uids, (row) => {
    if (row.modseq > modseq) changed.push(row.uid);
  });
  return setOf(changed);
}
/** `* VANISHED (EARLIER) 41,43:116`; nothing where nothing is gone. */
export function earlier(box: Mailbox, uids: NumberSet, modseq: number, knownTo = 0): Octets {
  const gone = intersection(vanishedSince(box, modseq), uids);
  const news = knownTo === 0 ? gone : difference(gone, [[1, knownTo]]);
  return news.length === 0 ? '' : untagged(`VANISHED (EARLIER) ${writtenSet(news)}`);
}

export interface Resynced {
  readonly vanished: Octets;
  /** UIDs whose flags are to be told. */
  readonly changed: NumberSet;
}
/** Undefined: the client's UIDs mean nothing any more, and nothing is told. */
export function resynced(
  box: Mailbox,
  validity: number,
  { uidValidity, modseq, known, match }: Resync,
): Resynced | undefined {
  if (uidValidity !== validity) return undefined;
  const all: NumberSet = box.uidNext > 1 ? [[1, box.uidNext - 1]] : [];
  const among = known ?? all;
  const knownTo = match ? lastMatch(box.rows, match.numbers, match.uids) : 0;
  return {
    vanished: earlier(box, among, modseq, knownTo),
    changed: changedSince(box.rows, among, modseq),
  };
}
/** The highest of the client's UIDs that its number still belongs to: it knows of all that has gone before (§3.2.5.2). */
function lastMatch(rows: Rows, numbers: NumberSet, uids: NumberSet): number {
  let last = 0;
  const pairs = oneByOne(uids);
  for (const number of oneByOne(numbers)) {
    const uid = pairs.next().value;
    if (number > rows.length || uid === undefined) return last;
    if (at(rows, number - 1)?.uid === uid) last = uid;
  }
  return last;
}
/** Only as many as are asked for: a client may write down billions. */
function* oneByOne(set: NumberSet): Generator<number, undefined> {
  for (const [from, to] of set) for (let n = from; n <= to; n++) yield n;
  return undefined;
}
