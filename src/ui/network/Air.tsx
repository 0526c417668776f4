import { useEffect, useRef } from 'react';
import { engine, sceneNow } from '../../app/engine.ts';
import type { SceneFlight } from '../../core/trace/scene-types.ts';
import { isLatest, useFrame, useScene } from '../shell/scene.ts';
import type { Size } from '../shell/useSize.ts';
import { useSettings } from '../shell/useSettings.ts';
import type { Capsule } from './capsule.ts';
import type { Point } from './layout.ts';
import { spriteOf } from './sprite.ts';

export interface Flying {
  readonly capsule: Capsule;
  /** As it was when something last began or landed. */
  readonly flight: SceneFlight;
  readonly at: (progress: number) => Point & { readonly size: number };
}
/** `scale`: pixels of the screen to a unit. */
function paint(
  canvas: HTMLCanvasElement,
  flying: readonly Flying[],
  now: readonly SceneFlight[],
  scale: number,
  theme: string,
): void {
  const pen = canvas.getContext('2d');
  const style = getComputedStyle(canvas);
  const progress = new Map(now.map((flight) => [`${flight.event}.${flight.segment}`, flight.progress]));
  pen?.resetTransform();
  pen?.clearRect(0, 0, canvas.width, canvas.height);
  for (const { capsule, flight, at } of flying) {
    const { image, x, y } = spriteOf(capsule, scale, theme, style);
    const place = at(progress.get(capsule.key) ?? flight.progress);
    // on whole pixels: its words stay sharp
    pen?.setTransform(place.size, 0, 0, place.size, Math.round(place.x * scale), Math.round(place.y * scale));
    pen?.drawImage(image, -x, -y);
  }
}
interface Props {
  readonly flying: readonly Flying[];
  readonly size: Size;
  readonly unit: number;
}
/** All that is on its way, in one picture: however many move, one element is painted. What they say stands in it as words, too. */
export function Air({ flying, size, unit }: Props) {
  const scene = useScene();
  const theme = useSettings((s) => s.theme);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = Math.floor(size.width * unit);
  const height = Math.floor(size.height * unit);
  const show = (flights: readonly SceneFlight[]): void => {
    const on = canvas.current;
    if (!on) return;
    const [across, down] = [width, height].map((each) => Math.round(each * devicePixelRatio));
    if (on.width !== across) on.width = across ?? 0;
    if (on.height !== down) on.height = down ?? 0;
    paint(on, flying, flights, unit * devicePixelRatio, theme);
  };
  useEffect(() => show(sceneNow(engine.getState())?.flights ?? []));
  // when something begins or lands, it is rendered again anyway
  useFrame(({ flights }) => {
    if (flying.length > 0 && isLatest(scene)) show(flights);
  });
  return (
    <canvas
      ref={canvas}
      aria-hidden="true"
      className="pointer-events-none absolute top-0 left-0 will-change-transform"
      style={{ width, height }}
    >
      {flying.map(({ capsule, flight }) => (
        <span
          key={capsule.key}
          data-flight={flight.event}
          {...(capsule.shape === 'dot' ? {} : { translate: 'no', 'data-wire': '' })}
        >
          {capsule.text}
        </span>
      ))}
    </canvas>
  );
}
