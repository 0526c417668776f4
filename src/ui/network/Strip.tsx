import type { SceneFlight } from '../../core/trace/scene-types.ts';
import { useMessages } from '../messages/useMessages.ts';
import { InTurn, useScene } from '../shell/scene.ts';
import { useSize } from '../shell/useSize.ts';
import { shortName } from '../shell/words.ts';
import { Air, type Flying } from './Air.tsx';
import { capsuleOf } from './capsule.ts';
import { eased } from './line.ts';

const Ends = ({ from, to }: { from: string; to: string }) => (
  <div className="flex h-full items-center justify-between px-3 text-tiny" translate="no" data-wire="">
    <span className="text-client">{shortName(from)}</span>
    <span className="mx-2 h-px flex-1 bg-linear-to-r from-client to-server" />
    <span className="text-server">{shortName(to)}</span>
  </div>
);

/** The network as one line above the keyboard of a phone: who speaks to whom, and the words between them. */
export const Strip = () => (
  <InTurn>
    <Talk />
  </InTurn>
);
function Talk() {
  const messages = useMessages();
  const scene = useScene();
  const { ref, size, unit } = useSize<HTMLDivElement>();
  const conn = scene.conns.at(-1);
  const flight = scene.flights.find((f) => f.conn === conn?.id);
  const fly = (flight: SceneFlight): Flying => {
    const capsule = { ...capsuleOf(flight, messages, ''), note: '' };
    const at: Flying['at'] = (progress) => {
      const t = flight.dir === 'a>b' ? eased(progress) : 1 - eased(progress);
      // all of it is on the screen from the first moment to the last
      return { x: capsule.width * 0.5 + 4 + (size.width - capsule.width - 8) * t, y: 18, size: 1 };
    };
    return { flight, at, capsule };
  };
  return (
    <div
      ref={ref}
      className={`relative shrink-0 short:hidden border-line bg-pane ${conn ? 'h-10 border-t' : 'h-0'}`}
      aria-hidden="true"
    >
      {conn && <Ends from={conn.from} to={conn.to} />}
      {conn && (
        <Air flying={flight ? [fly(flight)] : []} size={{ width: size.width, height: 40 }} unit={unit} />
      )}
    </div>
  );
}
