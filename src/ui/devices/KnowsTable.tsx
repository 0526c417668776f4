import type { Cell, Table } from '../../core/trace/knows.ts';
import { shortName, visible } from '../shell/words.ts';
import { words } from './words.ts';

function Knows({ cell, server }: { cell: Cell | null; server: boolean }) {
  if (!cell) return <span className="text-faint">{words.nothing}</span>;
  const { folders, whole, flags } = cell;
  const marks = [
    ...(server ? [] : [whole ? words.whole : words.header]),
    ...(flags.includes('\\Seen') ? [words.seen] : []),
    ...(flags.includes('\\Flagged') ? [words.flagged] : []),
    ...(flags.includes('\\Answered') ? [words.answered] : []),
  ];
  return (
    <>
      <span className="mono block text-small" translate="no" data-wire="">
        {folders.map(visible).join(', ')}
      </span>
      {marks.length > 0 && <span className="block text-tiny text-soft">{marks.join(' · ')}</span>}
    </>
  );
}
/** Read from the stores: the server's, and each device's own. */
export function KnowsTable({ table: { address, server, devices, rows } }: { table: Table }) {
  if (rows.length === 0) return null;
  const title = words.table(address);
  const head = 'py-1 pr-3 text-left font-normal text-tiny text-soft';
  return (
    <section
      aria-label={title}
      className="overflow-x-auto border-t border-line px-4 py-3 outline-offset-[-2px]"
      data-knows={address}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
      tabIndex={0}
    >
      <h3 className="pb-1 font-[600]">{title}</h3>
      <table className="w-full border-collapse">
        <thead>
          <tr>
            <th scope="col" className={head}>
              {words.letter}
            </th>
            <th scope="col" className={head}>
              {words.on(shortName(server))}
            </th>
            {devices.map(({ host }) => (
              <th key={host} scope="col" className={head}>
                {words.on(shortName(host))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 60).map((row) => (
            <tr key={row.messageId} className="border-t border-line align-top">
              <th
                scope="row"
                title={row.subject}
                className="max-w-40 truncate py-1.5 pr-3 text-left font-normal"
                translate="no"
                data-wire=""
              >
                {row.subject === '' ? words.noSubject : row.subject}
              </th>
              <td className="py-1.5 pr-3">
                <Knows cell={row.server} server />
              </td>
              {row.devices.map((cell, i) => (
                <td key={devices[i]?.host} className="py-1.5 pr-3">
                  <Knows cell={cell} server={false} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
