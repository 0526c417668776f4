import { engine, worldNow } from '../../app/engine.ts';
import type { Hop } from '../../core/trace/hops.ts';
import { hopsOf } from '../../core/trace/hops.ts';
import type { LetterField } from '../../core/trace/letter.ts';
import { words } from '../queue/words.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useMoment } from '../shell/scene.ts';
import { shortName, spanText, visible } from '../shell/words.ts';

const Machine = ({ name, known }: { name: string; known: boolean }) => (
  <span
    className={`mono rounded-control border px-1.5 text-tiny leading-5 ${known ? 'border-server text-server' : 'border-dashed border-edge text-soft'}`}
    title={name}
    translate="no"
    data-wire=""
  >
    {visible(shortName(name))}
  </span>
);
function Leg({ hop, known }: { hop: Hop; known: ReadonlySet<string> }) {
  const messages = useMessages();
  const late = hop.after !== undefined && hop.after >= 60;
  const details = [hop.with, hop.after === undefined ? '' : `+${spanText(hop.after * 1_000_000, messages)}`];
  return (
    <li className="flex items-center gap-1.5" aria-label={words.hop(visible(hop.from), visible(hop.by))}>
      <span className="flex flex-col items-center px-0.5">
        <span
          className={`mono text-tiny leading-3 whitespace-nowrap ${late ? 'text-time' : 'text-faint'}`}
          translate="no"
          data-wire=""
        >
          {details.filter((it) => it !== '').join(' ')}
        </span>
        <svg viewBox="0 0 44 8" className="h-2 w-11 text-edge" aria-hidden="true" fill="none">
          <path d="M1 4H42M38 1l4 3-4 3" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" />
        </svg>
      </span>
      <Machine name={hop.by} known={known.has(hop.by.toLowerCase())} />
    </li>
  );
}
const machinesNow = (): string => Object.keys(worldNow(engine.getState())?.hosts ?? {}).join('\n');
/** The Received lines as the way they tell of: oldest first, with how long each leg took. Dashed: no machine of this world. */
export function Hops({ fields }: { fields: readonly LetterField[] }) {
  const machines = useMoment(machinesNow);
  const hops = hopsOf(fields);
  const [first] = hops;
  if (!first) return null;
  const known = new Set(machines.split('\n'));
  const from = first.from === '' ? first.address : first.from;
  return (
    <section aria-label={words.hops} className="px-4 pt-3" data-hops={hops.length}>
      <h3 className="mb-1 text-small font-[600]">{words.hops}</h3>
      <ol className="flex flex-wrap items-end gap-x-1.5 gap-y-2">
        <li>
          <Machine name={from} known={known.has(from.toLowerCase())} />
        </li>
        {hops.map((hop, i) => (
          <Leg key={i} hop={hop} known={known} />
        ))}
      </ol>
    </section>
  );
}
