import { headerOf, type Sighting } from '../../core/trace/wiretap.ts';
import { hexOf } from '../message/octetRows.ts';
import { words } from './words.ts';

const MOST = 40;
type Shape = Pick<Sighting, 'record' | 'size' | 'lost' | 'serverName'>;
/** All that anybody on the way has of a record: how long it is, when it came, from whom. No octet of what is in it is here. */
function Record({ record, size, lost, serverName }: Shape) {
  const header = headerOf({ record, size, lost });
  return (
    <li className="py-1.5 text-small">
      <p className="text-tls">
        {record === 'ApplicationData'
          ? words.record(words.size(size))
          : words.handshake(record, words.size(size))}
      </p>
      {serverName !== '' && <p className="text-refusal">{words.named(serverName)}</p>}
      <p className="mono flex flex-wrap items-center gap-x-2 text-small" translate="no" data-wire="">
        {header !== '' && (
          <span title={words.header} className="underline decoration-dotted underline-offset-4">
            {hexOf(header)}
          </span>
        )}
        <span
          aria-hidden="true"
          className="h-3.5 min-w-8 flex-1 rounded-[0.25rem] border border-tls/60 bg-[repeating-linear-gradient(115deg,var(--color-tls-glow)_0_5px,transparent_5px_10px)]"
        />
      </p>
      <p className="text-tiny text-soft">
        {header !== '' && `${words.header} · `}
        {words.sealed(words.size(size - header.length))}
      </p>
      {lost > 0 && <p className="text-tiny text-refusal">{words.part(words.size(size + lost))}</p>}
    </li>
  );
}
export function Sealed({ records }: { records: readonly Sighting[] }) {
  return (
    <ul className="min-h-0 flex-1 overflow-y-auto px-3.5 py-1.5">
      {records.slice(0, MOST).map(({ record, size, lost, serverName }, i) => (
        <Record key={i} {...{ record, size, lost, serverName }} />
      ))}
    </ul>
  );
}
