// A look at many rows, a little at a time: what it finds must have been kept by a stage before.
import { finish, labour, pause } from '../base/labour.ts';
import type { NumberSet } from './number-set.ts';
import { eachRow, type Row, type Rows } from './rows.ts';

export function eachRowInTurns(rows: Rows, uids: NumberSet, see: (row: Row, number: number) => void): void {
  const work = labour(() => undefined);
  eachRow(rows, uids, see, work.at, (number) => pause(work, number));
  finish(work);
}
