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

/** Beside the capsule; and where it sets out, beyond the names. */
const EDGE = 4;
const NAMES = 64;

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
  const capsule = flight && { ...capsuleOf(flight, messages, '', size.width - 2 * EDGE), note: '' };
  const at: Flying['at'] = (progress) => {
    const t = flight?.dir === 'a>b' ? eased(progress) : 1 - eased(progress);
    // all of it is on the screen from the first moment to the last
    const inset = Math.max(NAMES, (capsule?.width ?? 0) / 2 + EDGE);
    return { x: inset + (size.width - 2 * inset) * t, y: 18, size: 1 };
  };
  const flying = flight && capsule ? [{ flight, at, capsule }] : [];
  return (
    <div
      ref={ref}
      className={`relative shrink-0 short:hidden border-line bg-pane ${conn ? 'h-10 border-t' : 'h-0'}`}
      aria-hidden="true"
    >
      {conn && <Ends from={conn.from} to={conn.to} />}
      {conn && <Air flying={flying} size={{ width: size.width, height: 40 }} unit={unit} />}
    </div>
  );
}
