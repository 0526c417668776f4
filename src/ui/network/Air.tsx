import { useEffect, useRef } from 'react';
import { engine, sceneNow } from '../../app/engine.ts';
import type { SceneFlight } from '../../core/trace/scene-types.ts';
import { isLatest, useFrame, useScene } from '../shell/scene.ts';
import type { Size } from '../shell/useSize.ts';
import { useSettings } from '../shell/useSettings.ts';
import type { Capsule } from './capsule.ts';
import type { Point } from './layout.ts';
import { spriteOf, type Look } from './sprite.ts';

export interface Flying {
  readonly capsule: Capsule;
  /** As it was when something last began or landed. */
  readonly flight: SceneFlight;
  readonly at: (progress: number) => Point & { readonly size: number };
}
/** A part of the picture, in pixels of the screen. */
interface Span {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
const NOWHERE: Span = { left: 0, top: 0, right: 1, bottom: 1 };
/** How far along its way each is looked for: no way bends more than these tell. */
const STEPS = [0, 0.25, 0.5, 0.75, 1];
const BULGE = 8;

/** Where they are from first to last, and where others were: each frame hands over as much as this, so it is no more than it must be. */
function spanOf(flying: readonly Flying[], look: Look, whole: Span, before: Span): Span {
  if (flying.length === 0) return NOWHERE;
  const { scale } = look;
  // the ones before have not all landed: what is under them stays
  let { left, top, right, bottom } =
    before === NOWHERE ? { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity } : before;
  for (const { capsule, at } of flying) {
    const { image, x, y } = spriteOf(capsule, look);
    for (const step of STEPS) {
      const { size, ...place } = at(step);
      const [from, upper] = [place.x * scale - x * size - BULGE, place.y * scale - y * size - BULGE];
      left = Math.min(left, from);
      top = Math.min(top, upper);
      right = Math.max(right, from + image.width * size + 2 * BULGE);
      bottom = Math.max(bottom, upper + image.height * size + 2 * BULGE);
    }
  }
  return {
    left: Math.max(whole.left, Math.floor(left)),
    top: Math.max(whole.top, Math.floor(top)),
    right: Math.min(whole.right, Math.ceil(right)),
    bottom: Math.min(whole.bottom, Math.ceil(bottom)),
  };
}
/** Nothing else of the picture is there: it stands where that part does. */
function lay(canvas: HTMLCanvasElement, { left, top, right, bottom }: Span): void {
  const [width, height] = [Math.max(1, right - left), Math.max(1, bottom - top)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const { style } = canvas;
  const length = (pixels: number): string => `${pixels / devicePixelRatio}px`;
  [style.left, style.top] = [length(left), length(top)];
  [style.width, style.height] = [length(width), length(height)];
}
function paint(
  canvas: HTMLCanvasElement,
  flying: readonly Flying[],
  now: readonly SceneFlight[],
  look: Look,
  { left, top }: Span,
): void {
  const { scale } = look;
  const pen = canvas.getContext('2d');
  const progress = new Map(now.map((flight) => [`${flight.event}.${flight.segment}`, flight.progress]));
  pen?.resetTransform();
  pen?.clearRect(0, 0, canvas.width, canvas.height);
  for (const { capsule, flight, at } of flying) {
    const { image, x, y } = spriteOf(capsule, look);
    const { size, ...place } = at(progress.get(capsule.key) ?? flight.progress);
    // on whole pixels: its words stay sharp
    pen?.setTransform(
      size,
      0,
      0,
      size,
      Math.round(place.x * scale) - left,
      Math.round(place.y * scale) - top,
    );
    pen?.drawImage(image, -x, -y);
  }
}
interface Props {
  readonly flying: readonly Flying[];
  readonly size: Size;
  readonly unit: number;
}
/** Of a crowd nobody reads each word. */
const MOST = 40;
/** All that is on its way, in one picture: however many move, one element is painted. What the first of them say stands in it as words, too. */
export function Air({ flying, size, unit }: Props) {
  const scene = useScene();
  const theme = useSettings((s) => s.theme);
  const canvas = useRef<HTMLCanvasElement>(null);
  const span = useRef(NOWHERE);
  const show = (flights: readonly SceneFlight[], begun: boolean): void => {
    const on = canvas.current;
    if (!on) return;
    const look = { scale: unit * devicePixelRatio, theme, on };
    if (begun) {
      const pixels = (units: number): number => Math.round(Math.floor(units * unit) * devicePixelRatio);
      const whole = { left: 0, top: 0, right: pixels(size.width), bottom: pixels(size.height) };
      span.current = spanOf(flying, look, whole, span.current);
      lay(on, span.current);
    }
    paint(on, flying, flights, look, span.current);
  };
  useEffect(() => show(sceneNow(engine.getState())?.flights ?? [], true));
  // when something begins or lands, it is rendered again anyway
  useFrame(({ flights }) => {
    if (flying.length > 0 && isLatest(scene)) show(flights, false);
  });
  return (
    <canvas
      ref={canvas}
      aria-hidden="true"
      data-flights={flying.length}
      className="pointer-events-none absolute top-0 left-0 size-px will-change-transform"
    >
      {flying.slice(0, MOST).map(({ capsule, flight }) => (
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
