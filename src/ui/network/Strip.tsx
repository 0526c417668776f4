import { useRef } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { useFrame, useScene } from '../shell/scene.ts';
import { useSize } from '../shell/useSize.ts';
import { shortName } from '../shell/words.ts';
import { capsuleOf } from './capsule.ts';
import { CapsuleShape } from './CapsuleShape.tsx';
import { eased } from './layout.ts';

const Ends = ({ from, to }: { from: string; to: string }) => (
  <div className="flex h-full items-center justify-between px-3 text-tiny" translate="no" data-wire="">
    <span className="text-client">{shortName(from)}</span>
    <span className="mx-2 h-px flex-1 bg-linear-to-r from-client to-server" />
    <span className="text-server">{shortName(to)}</span>
  </div>
);

/** The network as one line above the keyboard of a phone: who speaks to whom, and the words between them. */
export function Strip() {
  const messages = useMessages();
  const scene = useScene();
  const { ref, size } = useSize<HTMLDivElement>();
  const capsule = useRef<SVGGElement>(null);
  const conn = scene.conns.at(-1);
  const flight = scene.flights.find((f) => f.conn === conn?.id);
  const place = (progress: number, dir: 'a>b' | 'b>a'): string => {
    const t = dir === 'a>b' ? eased(progress) : 1 - eased(progress);
    return `translate(${(64 + (size.width - 128) * t).toFixed(1)} 18)`;
  };
  useFrame(({ flights }) => {
    const now = flights.find((f) => f.event === flight?.event);
    if (now) capsule.current?.setAttribute('transform', place(now.progress, now.dir));
  });
  return (
    <div
      ref={ref}
      className={`relative shrink-0 short:hidden border-line bg-pane ${conn ? 'h-10 border-t' : 'h-0'}`}
      aria-hidden="true"
    >
      {conn && <Ends from={conn.from} to={conn.to} />}
      <svg className="absolute inset-0 size-full" viewBox={`0 0 ${size.width || 1} 40`}>
        {flight && size.width > 0 && (
          <g ref={capsule} transform={place(flight.progress, flight.dir)}>
            <CapsuleShape capsule={{ ...capsuleOf(flight, messages, ''), note: '' }} />
          </g>
        )}
      </svg>
    </div>
  );
}
