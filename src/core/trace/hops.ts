// The way a letter says it came: its Received fields, oldest first (RFC 5321 §4.4). What a stranger has written there proves nothing.
import type { Octets } from '../base/octets.ts';
import { withoutComments } from '../mail/comment.ts';
import { parseDate } from '../mail/date.ts';
import type { LetterField } from './letter.ts';

export interface Hop {
  /** As it called itself; '' not said. */
  readonly from: Octets;
  /** Where the connection came from, as the one who wrote the line saw it; '' not said. */
  readonly address: string;
  readonly by: Octets;
  /** `ESMTPS`; '' not said. */
  readonly with: Octets;
  readonly id: Octets;
  /** Unix seconds; undefined: no date. */
  readonly at: number | undefined;
  /** Seconds since the hop before; undefined: one of the two says nothing. */
  readonly after: number | undefined;
}
const ADDRESS = /\[(?:IPv6:)?([\d.a-f:]+)\]/i;
const clause = (text: string, word: string): string =>
  new RegExp(`(?:^|\\s)${word}\\s+([^\\s;]+)`, 'i').exec(text)?.[1] ?? '';

export function hopsOf(fields: readonly LetterField[]): readonly Hop[] {
  const lines = fields.filter(({ name }) => name.toLowerCase() === 'received').map(({ value }) => value);
  const hops: Hop[] = [];
  for (const line of lines.toReversed()) hops.push(hopIn(line, hops.at(-1)?.at));
  return hops;
}
function hopIn(line: Octets, before: number | undefined): Hop {
  const end = line.lastIndexOf(';');
  const said = end < 0 ? line : line.slice(0, end);
  const bare = withoutComments(said);
  const at = end < 0 ? undefined : parseDate(line.slice(end + 1).trim())?.unix;
  return {
    from: clause(bare, 'from'),
    address: ADDRESS.exec(said)?.[1] ?? '',
    by: clause(bare, 'by'),
    with: clause(bare, 'with'),
    id: clause(bare, 'id'),
    at,
    after: at === undefined || before === undefined ? undefined : at - before,
  };
}
