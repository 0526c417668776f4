import type { CSSProperties } from 'react';
import { useLateMessages } from '../messages/late.ts';
import { useMessages } from '../messages/useMessages.ts';
import { gazes, useLooked } from '../shell/useGaze.ts';
import { visible } from '../shell/words.ts';
import { MOST_LINES, MOST_RECORDS, type Sight } from './sights.ts';

const MARKS = { 'a>b': '›', 'b>a': '‹' } as const;
/** A longer record is a longer bar; a whole record of 16 kB takes all the room there is for bars. */
const barWidth = (size: number): string => `${Math.min(42, 2 + Math.log2(size) * 2.9).toFixed(1)}%`;

const Line = ({ text, dir, exposed }: { text: string; dir: Sight['dir']; exposed: boolean }) => (
  <span
    className={`mono block pl-4 -indent-4 whitespace-pre-wrap wrap-anywhere text-small ${dir === 'a>b' ? 'text-client' : 'text-server'}`}
  >
    <span aria-hidden="true" className="inline-block w-4 indent-0 text-faint">
      {MARKS[dir]}
    </span>
    <span
      translate="no"
      data-wire=""
      className={exposed ? 'underline decoration-refusal decoration-2 underline-offset-4' : ''}
    >
      {visible(text.replace(/\r?\n$/, ''))}
    </span>
  </span>
);
/** The shape of what was said, and nothing else of it. */
function Sealed({ dir, record }: { dir: Sight['dir']; record: Sight['records'][number] }) {
  const { network } = useMessages();
  const { glasses } = useLateMessages();
  const { name, size, part, serverName } = record;
  const octets = network.octets(size);
  const whole = name === 'ApplicationData' ? glasses.record(octets) : glasses.handshake(name, octets);
  const words = part ? glasses.part(whole) : whole;
  return (
    <span className="flex min-h-5 items-center text-tiny text-tls">
      <span aria-hidden="true" className="mono inline-block w-4 shrink-0 text-small text-faint">
        {MARKS[dir]}
      </span>
      <span
        aria-hidden="true"
        style={{ width: barWidth(size) }}
        className="mr-2 h-3.5 shrink-0 animate-[seal_600ms_ease-in-out] rounded-[0.25rem] border border-tls/60 bg-[repeating-linear-gradient(115deg,var(--color-tls-glow)_0_5px,transparent_5px_10px)]"
      />
      <span className="min-w-0 wrap-anywhere">
        {words}
        {serverName !== '' && (
          <span className="text-refusal" translate="no" data-wire="">
            {' '}
            {serverName}
          </span>
        )}
      </span>
    </span>
  );
}

/** One send. Sealed, its lines fall together into a record. */
export function SightRow({ sight, on }: { sight: Sight; on: boolean }) {
  const { glasses } = useLateMessages();
  const looked = useLooked(sight.event);
  const { lines, records, dir, before } = sight;
  const collapse = before > 1 && records.length > 0;
  const style: CSSProperties & { '--before'?: string } = collapse
    ? { '--before': `${before * 1.125}rem` }
    : {};
  return (
    <li
      {...gazes(sight.event)}
      style={style}
      className={`-mx-1 overflow-hidden rounded px-1 py-px ${looked ? 'bg-raised' : ''} ${collapse ? 'animate-[collapse_600ms_ease-in-out]' : ''}`}
    >
      {lines.slice(0, MOST_LINES).map((text, i) => (
        <Line key={i} text={text} dir={dir} exposed={on} />
      ))}
      {lines.length > MOST_LINES && (
        <span className="block pl-4 text-tiny text-faint">{glasses.more(lines.length - MOST_LINES)}</span>
      )}
      {records.slice(0, MOST_RECORDS).map((record, i) => (
        <Sealed key={i} dir={dir} record={record} />
      ))}
      {records.length > MOST_RECORDS && (
        <span className="block pl-4 text-tiny text-tls">
          {glasses.moreRecords(records.length - MOST_RECORDS)}
        </span>
      )}
    </li>
  );
}
