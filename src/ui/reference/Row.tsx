import { Link } from '../shell/route.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { nameOf, summaryOf, type Entry } from './entries.ts';
import { titleOf } from './words.ts';

const addressOf = ({ id }: Entry): string => `/reference/${id}`;

/** One of the manual's entries, in a list. */
export function Row({ entry }: { entry: Entry }) {
  const { declared } = useMessages();
  return (
    <li className="border-t border-line">
      <Link href={addressOf(entry)} className="group block py-2 hover:bg-raised">
        <span className="flex items-baseline justify-between gap-3">
          <b
            className={`mono text-wire font-[600] ${entry.kind === 'command' ? 'text-client' : 'text-server'}`}
            translate="no"
            data-wire=""
          >
            {nameOf(entry)}
          </b>
          <span className="text-tiny text-faint" translate="no" data-wire="">
            {titleOf(entry.protocol)}
          </span>
        </span>
        <span className="block text-small text-soft">{declared(summaryOf(entry))}</span>
      </Link>
    </li>
  );
}
