import { memo, useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { back, engine, epochOf, forward, seek } from '../../app/engine.ts';
import type { EngineState } from '../../app/state.ts';
import { useEngine } from '../../app/useEngine.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useFits, type Fits } from '../sequence/filter.ts';
import { rowsOf } from '../sequence/rows.ts';
import { useGaze } from '../shell/useGaze.ts';
import { useFrame, useScene } from '../shell/scene.ts';
import { clockText } from '../shell/words.ts';
import { ticksOf, type Ticks } from './ticks.ts';

const WIDE = 1000;
const lines = (shares: readonly number[], from: number): string =>
  shares.map((at) => `M${(at * WIDE).toFixed(1)} ${from}V22`).join('');
const VOICES = ['client', 'server', 'tls', 'refusal'] as const;

const Marks = memo(function Marks({ ticks }: { ticks: Ticks }) {
  return (
    <svg
      viewBox={`0 0 ${WIDE} 44`}
      preserveAspectRatio="none"
      className="absolute inset-x-0 top-0 h-11 w-full opacity-90"
      aria-hidden="true"
    >
      {VOICES.map((voice) => (
        <path
          key={voice}
          d={lines(ticks[voice], voice === 'refusal' ? 7 : voice === 'tls' ? 16 : 13)}
          stroke={`var(--color-${voice})`}
          strokeWidth={voice === 'tls' ? 1 : 2}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
});
const shareOf = ({ time, schedule }: EngineState): number =>
  schedule.total > 0 ? Math.min(1, time / schedule.total) : 0;
const MOVES: Readonly<Record<string, () => void>> = {
  ArrowLeft: back,
  ArrowDown: back,
  ArrowRight: forward,
  ArrowUp: forward,
  Home: () => seek(0),
  End: () => seek(engine.getState().schedule.total),
  PageUp: () => seek(engine.getState().time + engine.getState().schedule.total / 10),
  PageDown: () => seek(engine.getState().time - engine.getState().schedule.total / 10),
};

/** Time as a place: drag, click, or step through it. */
export function Scrubber() {
  const { timeline } = useMessages();
  const version = useEngine((s) => s.version);
  const schedule = useEngine((s) => s.schedule);
  const trace = useEngine((s) => s.trace);
  const scene = useScene();
  const gated = useEngine((s) => s.gated);
  const looked = useGaze();
  const fits = useFits();
  const track = useRef<HTMLDivElement>(null);
  const ahead = useRef<HTMLDivElement>(null);
  const knob = useRef<HTMLDivElement>(null);
  // `version` says that the trace, which grows in place, has grown
  // oxlint-disable-next-line react/exhaustive-deps
  const shownOnly = useMemo(() => fitting(trace, fits), [trace, version, fits]);
  // what will it say? a mark in the colour of a refusal would tell, and its edge would stand out of the sheet over what is to come
  const last = gated ? scene.event : Infinity;
  const ticks = useMemo(
    () => ticksOf(trace, schedule, shownOnly, last),
    // oxlint-disable-next-line react/exhaustive-deps
    [trace, schedule, version, shownOnly, last],
  );
  useFrame((_, state) => {
    const at = shareOf(state);
    // scaled on a layer of its own: nothing is laid out or painted anew, not even what is under it
    if (ahead.current) ahead.current.style.scale = `${(1 - at).toFixed(5)} 1`;
    if (knob.current) knob.current.style.left = `${(at * 100).toFixed(3)}%`;
  });
  const onPointer = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (!box || event.buttons !== 1) return;
    const to = ((event.clientX - box.left) / box.width) * schedule.total;
    if (event.type === 'pointerdown') track.current?.setPointerCapture(event.pointerId);
    seek(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  const pointed = schedule.shown[looked];
  const epoch = epochOf(engine.getState());
  const voice = latestVoice(trace, scene.event);
  return (
    <div
      ref={track}
      role="slider"
      tabIndex={0}
      aria-label={timeline.scrubber}
      aria-valuemin={0}
      aria-valuemax={trace.length}
      aria-valuenow={scene.event + 1}
      aria-valuetext={timeline.value(clockText(epoch, scene.now), scene.event + 1, trace.length)}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onKeyDown={onKeyDown}
      // a press here selects no text, nor is one worked out for it
      className="relative h-11 cursor-pointer touch-none rounded-control outline-offset-0 select-none"
    >
      <Marks ticks={ticks} />
      <div data-track="" className="absolute inset-x-0 top-[1.3125rem] h-0.5 bg-soft" />
      <div
        ref={ahead}
        className={`absolute inset-0 origin-right will-change-transform ${gated ? 'bg-pane' : 'bg-pane/65'}`}
      />
      {pointed && schedule.total > 0 && (
        <div
          data-pointed=""
          className="absolute top-1.5 h-4.5 w-0.5 bg-text"
          style={{ left: `${(pointed.start / schedule.total) * 100}%` }}
        />
      )}
      <div
        ref={knob}
        data-knob=""
        className="absolute top-[1.375rem] size-3.5 -translate-1/2 rounded-full border-[3px] border-pane transition-[background-color]"
        style={{ background: `var(--color-${voice})` }}
      />
    </div>
  );
}
/** What the ladder's filter leaves out has no mark either. */
function fitting(
  trace: EngineState['trace'],
  fits: Fits | undefined,
): ((event: number) => boolean) | undefined {
  if (!fits) return undefined;
  const shown = new Set(rowsOf(trace).flatMap((row) => (fits(row, trace) ? [row.event] : [])));
  return (event) => shown.has(event);
}
/** Whose word was the latest: the knob wears it. */
function latestVoice(trace: EngineState['trace'], event: number): 'client' | 'server' | 'soft' {
  for (let i = event; i >= 0; i--) {
    const it = trace[i];
    if (it?.type === 'wire') return it.dir === 'a>b' ? 'client' : 'server';
  }
  return 'soft';
}
