import { useMemo } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { useLife } from '../shell/follow.ts';
import { inkOf, type Ink } from './ink.ts';
import type { Lanes } from './lanes.ts';
import type { Row } from './rows.ts';

/** The arrows of the rows from `from` up to `to`; the same ones for as long as no other rows are drawn. */
export function useInk(
  rows: readonly Row[],
  offsets: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
  lanes: Lanes,
): Ink {
  const messages = useMessages();
  const life = useLife();
  return useMemo(() => {
    const placed = rows.slice(from, to).map((row, i) => ({ row, top: offsets[from + i] ?? 0 }));
    return inkOf(placed, lanes, messages, (event) => life !== undefined && !life.events.has(event));
  }, [rows, offsets, from, to, lanes, messages, life]);
}
