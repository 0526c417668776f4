import { Eye } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { gazes, useLooked } from '../shell/gaze.ts';
import { visible } from '../shell/words.ts';
import { MOST_LINES, MOST_RECORDS, type Sight } from './sights.ts';

const MARKS = { 'a>b': '›', 'b>a': '‹' } as const;
/** A longer record is a longer bar, as far as the panel goes. */
const barWidth = (size: number): string => `${Math.min(100, 8 + Math.log2(size) * 6.5).toFixed(0)}%`;

const Line = ({ text, dir, exposed }: { text: string; dir: Sight['dir']; exposed: boolean }) => (
  <span className={`mono block truncate text-small ${dir === 'a>b' ? 'text-client' : 'text-server'}`}>
    <span aria-hidden="true" className="inline-block w-4 text-faint">
      {MARKS[dir]}
    </span>
    <span
      translate="no"
      className={exposed ? 'underline decoration-refusal decoration-2 underline-offset-4' : ''}
    >
      {visible(text.replace(/\r?\n$/, ''))}
    </span>
  </span>
);
/** The shape of what was said, and nothing else of it. */
function Sealed({ sight, record }: { sight: Sight; record: Sight['records'][number] }) {
  const { glasses, network } = useMessages();
  const { name, size, serverName } = record;
  const octets = network.octets(size);
  const words = name === 'ApplicationData' ? glasses.record(octets) : glasses.handshake(name, octets);
  return (
    <span className="relative flex h-5 items-center text-tiny text-tls">
      <span aria-hidden="true" className="mono inline-block w-4 text-small text-faint">
        {MARKS[sight.dir]}
      </span>
      <span
        aria-hidden="true"
        className="absolute inset-y-0.5 left-4 animate-[seal_600ms_ease-out] rounded-[0.25rem] border border-tls/50 bg-[repeating-linear-gradient(115deg,var(--color-tls-glow)_0_5px,transparent_5px_10px)]"
        style={{ width: `calc((100% - 1rem) * ${Number.parseInt(barWidth(size), 10) / 100})` }}
      />
      <span className="relative truncate pl-1.5">
        {words}
        {serverName !== '' && (
          <span className="text-refusal" translate="no">
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
  const { glasses } = useMessages();
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
        <Sealed key={i} sight={sight} record={record} />
      ))}
      {records.length > MOST_RECORDS && (
        <span className="block pl-4 text-tiny text-tls">
          {glasses.moreRecords(records.length - MOST_RECORDS)}
        </span>
      )}
      {on && lines.length > 0 && (
        <span className="flex items-center gap-1 pl-4 text-tiny text-refusal">
          <Eye className="size-3" aria-hidden="true" />
          {glasses.bare}
        </span>
      )}
    </li>
  );
}
