import { isRefusing } from './moves.ts';
import type { TakenEdge } from '../../core/trace/scene-types.ts';
import { headOf, type Arc, type Spine, type SpineState } from './spine.ts';

interface Props {
  readonly spine: Spine;
  readonly protocol: string;
  readonly here: string;
  readonly taken: TakenEdge | null;
  /** Changes with every move: the edge glows once for each. */
  readonly moment: string;
  /** A trigger somebody points at. */
  readonly pointed: string;
}
const draws = ({ arrow, quiet }: Arc, here: string, taken: TakenEdge | null): boolean =>
  !quiet || arrow.from === here || (taken?.from === arrow.from && taken.to === arrow.to);

function Taken({ arc, colour, moment }: { arc: Arc; colour: string; moment: string }) {
  return (
    <g key={moment} stroke={colour} fill="none" strokeLinecap="round" strokeLinejoin="round">
      <path d={arc.path} strokeWidth="2.2" className="motion-safe:animate-[glow-once_700ms_ease-out]" />
      <path d={headOf(arc.tip)} strokeWidth="2.2" />
    </g>
  );
}
/** A move that led back to where it began: a loop at the state's side. */
const loop = ({ x, y, h }: SpineState): Arc['path'] =>
  `M${x} ${y + h * 0.3}C${x - 18} ${y + 2} ${x - 18} ${y + h - 2} ${x} ${y + h * 0.7}`;

/** Arrows: the one just taken bright, those that may be taken next clear, the rest calm. */
export function Arcs({ spine, protocol, here, taken, moment, pointed }: Props) {
  const colour = taken && isRefusing(protocol, taken) ? 'var(--color-refusal)' : 'var(--color-client)';
  const isTaken = ({ arrow }: Arc): boolean => taken?.from === arrow.from && taken.to === arrow.to;
  const takenArc = spine.arcs.find(isTaken);
  const self = taken && taken.from === taken.to ? spine.states.find((s) => s.name === taken.to) : undefined;
  return (
    <>
      <g fill="none" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round">
        {spine.arcs
          .filter((arc) => draws(arc, here, taken) && arc !== takenArc)
          .map((arc) => {
            const { from, to, moves, secure } = arc.arrow;
            const next = from === here;
            const lit = next && pointed !== '' && moves.some((m) => m.trigger === pointed);
            const stroke = lit
              ? 'var(--color-text)'
              : next
                ? secure
                  ? 'var(--color-tls)'
                  : 'var(--color-edge)'
                : 'var(--color-line)';
            return (
              <g key={`${from} ${to}`} stroke={stroke} className="transition-[stroke] duration-[120ms]">
                <path d={arc.path} />
                <path d={headOf(arc.tip)} />
              </g>
            );
          })}
      </g>
      {takenArc && <Taken key={moment} arc={takenArc} colour={colour} moment={moment} />}
      {self && (
        <path
          key={moment}
          d={loop(self)}
          fill="none"
          stroke={colour}
          strokeWidth="2.2"
          strokeLinecap="round"
          className="motion-safe:animate-[glow-once_700ms_ease-out]"
        />
      )}
    </>
  );
}
