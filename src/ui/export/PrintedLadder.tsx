import type { CSSProperties } from 'react';
import type { Messages } from '../messages/en.ts';
import { labelOf } from '../sequence/label.ts';
import { lanesOf, type Machine } from '../sequence/lanes.ts';
import type { Row } from '../sequence/rows.ts';
import { clockText, shortName } from '../shell/words.ts';
import { wordsAt } from './paper.ts';
import { isArrow, wordsOf } from './sequence.ts';

/** As on a panel so wide: the resolver's lane, narrow on any, has room for its name. */
const WIDE = 620;
/** Where each machine's lane is, in percent of the ladder's width. */
function shares(hosts: readonly Machine[], rows: readonly Row[]): ReadonlyMap<string, number> {
  const { x, axis } = lanesOf(hosts, rows, WIDE);
  return new Map([...x].map(([host, at]) => [host, ((at - axis) / (WIDE - axis)) * 100]));
}
const percent = (share: number): string => `${share.toFixed(2)}%`;

interface Props {
  readonly rows: readonly Row[];
  readonly hosts: readonly Machine[];
  readonly epoch: number;
  readonly messages: Messages;
}
/** The sequence on paper: a lane for each machine, named anew on every sheet, and an arrow for all that went from one to another. */
export function PrintedLadder({ rows, hosts, epoch, messages }: Props) {
  const lanes = shares(hosts, rows);
  const lines = [...lanes.values()].map((at) => <i key={at} style={{ left: percent(at) }} />);
  return (
    <table data-ladder="" translate="no" data-wire="">
      <thead>
        <tr>
          <td>&nbsp;</td>
          <th scope="col">
            {[...lanes].map(([host, at]) => (
              <b key={host} style={{ left: percent(at), width: percent(100 / lanes.size) }}>
                {shortName(host)}
              </b>
            ))}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i} aria-label={labelOf(row, messages)}>
            <td data-at="">{clockText(epoch, row.at)}</td>
            <td>
              {lines}
              <Rung row={row} lanes={lanes} words={wordsOf(row, messages)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
interface RungProps {
  readonly row: Row;
  readonly lanes: ReadonlyMap<string, number>;
  readonly words: string;
}
function Rung({ row, lanes, words }: RungProps) {
  const [from, to] = [lanes.get(row.from), lanes.get(row.to)];
  const arrow = isArrow(row) && from !== undefined && to !== undefined;
  // what somebody came to is theirs; what happened between two stands between them
  const own = row.kind === 'state' || row.kind === 'store' || row.kind === 'deed';
  const { left, width, align } = wordsAt((own ? to : from) ?? to ?? 50, to ?? from ?? 50);
  const place: CSSProperties = { marginLeft: percent(left), width: percent(width), textAlign: align };
  if (!arrow)
    return (
      <p data-mark={row.refused ? 'refused' : row.kind} style={place}>
        <span>{words}</span>
      </p>
    );
  return (
    <>
      <p data-refused={row.refused || undefined} style={place}>
        <span>{words}</span>
      </p>
      <div
        data-arrow={from < to ? 'right' : 'left'}
        data-voice={row.voice}
        style={{ marginLeft: percent(Math.min(from, to)), width: percent(Math.abs(to - from)) }}
      />
    </>
  );
}
