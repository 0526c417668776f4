import { X } from 'lucide-react';
import type { DrawnEdge } from '../../core/spec/describe.ts';
import { part } from '../messages/part.ts';
import { sidesWords } from '../messages/sides.ts';
import { useMessages } from '../messages/useMessages.ts';
import { isRefusing } from './moves.ts';
import { stateTitle } from './reader.ts';

const m = part(sidesWords, 'sides');
const section = (rfc: string): string => rfc.replace('#', ' §');

function Outcome({ protocol, move, here }: { protocol: string; move: DrawnEdge; here: string }) {
  const { machine, declared } = useMessages();
  const to = move.to.filter((name) => name !== here || move.to.length === 1);
  const titleOf = (name: string): string => (name === here ? m.stays : declared(stateTitle(protocol, name)));
  const leads = to.map(titleOf).join(' / ');
  const no = isRefusing(protocol, move);
  return (
    <li className="grid gap-0.5 border-t border-line py-2 first:border-0">
      <p className="flex items-baseline justify-between gap-3">
        <span className={`text-small ${no ? 'text-refusal' : 'text-server'}`}>{declared(move.when)}</span>
        <span className="shrink-0 text-tiny text-soft">→ {leads}</span>
      </p>
      {move.says !== undefined && (
        <p
          className={`mono text-tiny break-words ${no ? 'text-refusal' : 'text-server'}`}
          translate="no"
          data-wire=""
        >
          ‹ {move.says.split('\n')[0]}
        </p>
      )}
      <p className="text-tiny text-faint">{machine.rfc(section(move.rfc))}</p>
    </li>
  );
}

interface Props {
  readonly protocol: string;
  readonly trigger: string;
  readonly moves: readonly DrawnEdge[];
  readonly here: string;
  /** What it has to wait for; '': nothing. */
  readonly why: string;
  readonly close: () => void;
}
/** Everything one command may lead to, in the server's own declaration. */
export function Outcomes({ protocol, trigger, moves, here, why, close }: Props) {
  return (
    <section
      aria-label={m.outcomes(trigger)}
      className="absolute inset-x-0 bottom-0 z-10 flex max-h-[70%] animate-[appear_160ms_ease-out] flex-col border-t border-edge bg-pane"
    >
      <header className="flex items-center justify-between px-4 pt-2">
        <h3 className="mono text-wire font-[600] text-client" translate="no" data-wire="">
          {trigger}
        </h3>
        <button
          type="button"
          aria-label={m.close}
          onClick={close}
          className="grid size-7 place-items-center rounded-control text-soft hover:text-text"
        >
          <X className="size-4" aria-hidden="true" />
        </button>
      </header>
      {why !== '' && (
        <p className="px-4 text-small text-soft">
          {m.unlock} · {why}
        </p>
      )}
      <ul
        className="min-h-0 overflow-y-auto px-4 pb-3"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
        tabIndex={0}
      >
        {moves.map((move) => (
          <Outcome key={move.outcome} protocol={protocol} move={move} here={here} />
        ))}
      </ul>
    </section>
  );
}
