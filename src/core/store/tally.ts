// What STATUS and a quota count, chunk by chunk: a chunk is counted once, however many versions of the mailbox share it.
import type { Chunk, Rows } from './rows.ts';

export interface Tally {
  readonly octets: number;
  readonly unseen: number;
  readonly deleted: number;
  /** Octets of the messages that are \Deleted (RFC 9208 §5.1.1). */
  readonly deletedOctets: number;
}
/** Made once, and not for each of a hundred thousand. */
const [SEEN, DELETED] = [String.raw`\Seen`, String.raw`\Deleted`];
const known = new WeakMap<Rows, Tally>();
const ofChunks = new WeakMap<Chunk, Tally>();

export function tallyOf(rows: Rows): Tally {
  const found = known.get(rows);
  if (found) return found;
  let [octets, unseen, deleted, deletedOctets] = [0, 0, 0, 0];
  for (const chunk of rows.chunks) {
    const part = tallyOfChunk(chunk);
    octets += part.octets;
    unseen += part.unseen;
    deleted += part.deleted;
    deletedOctets += part.deletedOctets;
  }
  const tally = { octets, unseen, deleted, deletedOctets };
  known.set(rows, tally);
  return tally;
}
function tallyOfChunk(chunk: Chunk): Tally {
  const found = ofChunks.get(chunk);
  if (found) return found;
  let [octets, unseen, deleted, deletedOctets] = [0, 0, 0, 0];
  for (const { size, flags } of chunk) {
    octets += size;
    if (!flags.includes(SEEN)) unseen++;
    if (!flags.includes(DELETED)) continue;
    deleted++;
    deletedOctets += size;
  }
  const tally = { octets, unseen, deleted, deletedOctets };
  ofChunks.set(chunk, tally);
  return tally;
}
/** The number of the first message without \Seen; 0: there is none (RFC 3501 §7.1, UNSEEN). */
export function firstUnseen({ chunks, starts }: Rows): number {
  const c = chunks.findIndex((chunk) => tallyOfChunk(chunk).unseen > 0);
  const row = chunks[c]?.findIndex(({ flags }) => !flags.includes(SEEN)) ?? -1;
  return row < 0 ? 0 : (starts[c] ?? 0) + row + 1;
}
