import { isRefusing } from '../machine/moves.ts';
import { stateTitle } from '../machine/reader.ts';
import { useMessages } from '../messages/useMessages.ts';
import { section, words } from './words.ts';

export interface Told {
  readonly trigger: string;
  readonly outcome: string;
  readonly when: string;
  readonly says: string | undefined;
  readonly to: readonly string[];
  readonly rfc: string | undefined;
}
/** How a command, or what an extension adds, can end. */
export function Outcomes({ protocol, all }: { protocol: string; all: readonly Told[] }) {
  const { declared } = useMessages();
  const leads = (to: readonly string[]): string =>
    to
      .map((state) =>
        state === 'same'
          ? words.stays
          : state === 'closed'
            ? words.closes
            : declared(stateTitle(protocol, state)),
      )
      .join(' / ');
  return (
    <section aria-label={words.outcomes}>
      <h4 className="mb-1 text-small text-soft">{words.outcomes}</h4>
      <ul>
        {all.map(({ trigger, outcome, when, says, to, rfc }) => (
          <li
            key={`${trigger} ${outcome}`}
            className="grid gap-0.5 border-t border-line py-2"
            data-outcome={outcome}
          >
            <p
              className={`mono text-small wrap-anywhere ${isRefusing(protocol, { trigger, outcome }) ? 'text-refusal' : 'text-server'}`}
              translate="no"
              data-wire=""
            >
              {says === undefined ? `(${words.silent})` : `‹ ${says.split('\n')[0] ?? ''}`}
            </p>
            <p className="text-small text-soft">{declared(when)}</p>
            <p className="flex justify-between gap-3 text-tiny text-faint">
              <span>{words.leads(leads(to))}</span>
              {rfc !== undefined && <span className="mono">{section(rfc)}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
