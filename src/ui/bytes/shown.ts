// Which send is shown octet by octet: what is pointed at, else the latest of the moment on screen.
import { useMemo } from 'react';
import { engine } from '../../app/engine.ts';
import { orMeanwhile } from '../../app/parts.ts';
import { useEngine } from '../../app/useEngine.ts';
import { anatomyOf, type Anatomy } from '../../core/trace/anatomy.ts';
import { flightsOf, type TlsRecord, type TraceEvent, type Wire } from '../../core/trace/event.ts';
import { sendOf } from '../../core/trace/kin.ts';
import { wiretap, type Sighting } from '../../core/trace/wiretap.ts';
import { useScene } from '../shell/scene.ts';
import { useGaze } from '../shell/useGaze.ts';

export interface Shown {
  /** Index in the trace. */
  readonly index: number;
  readonly send: Wire | TlsRecord;
  readonly from: string;
  readonly to: string;
}
const isSend = (event: TraceEvent | undefined): event is Wire | TlsRecord =>
  event?.type === 'wire' || event?.type === 'record';

/** The send before this moment, or after it; -1: none. */
export function nextSend(from: number, by: 1 | -1): number {
  const { trace } = engine.getState();
  for (let i = from + by; i >= 0 && i < trace.length; i += by) if (isSend(trace[i])) return i;
  return -1;
}
export function useShown(): Shown | undefined {
  const looked = useGaze();
  const { event } = useScene();
  const trace = useEngine((s) => s.trace);
  const pointed = looked >= 0 && looked <= event ? sendOf(trace, looked) : -1;
  const index = pointed >= 0 ? pointed : nextSend(event + 1, -1);
  return useMemo(() => {
    const send = trace[index];
    if (!isSend(send)) return undefined;
    const ends = trace.find((it) => it.type === 'conn' && it.conn === send.conn);
    const [a, b] = ends?.type === 'conn' ? [ends.from, ends.to] : ['', ''];
    return { index, send, from: send.dir === 'a>b' ? a : b, to: send.dir === 'a>b' ? b : a };
  }, [trace, index]);
}
/** Undefined, too, while the protocol spoken there is on its way. */
export function useAnatomy({ index }: Pick<Shown, 'index'>): Anatomy | undefined {
  const { timeline, trace } = engine.getState();
  const version = useEngine((s) => s.version);
  const parts = useEngine((s) => s.parts);
  return useMemo(() => {
    const start = timeline.worlds[0];
    return start && orMeanwhile(() => anatomyOf(start, trace, index), undefined);
    // the trace grows in place, and another part may bring the protocol
    // oxlint-disable-next-line react/exhaustive-deps
  }, [timeline, trace, index, version, parts]);
}
/** Where the second and further segments of a send begin. */
export const bordersOf = (send: Wire): readonly number[] =>
  flightsOf(send)
    .slice(1)
    .map(({ from }) => from);

export interface Given {
  /** Of the send shown. */
  readonly records: readonly Sighting[];
  readonly lines: number;
  readonly clear: number;
  readonly sealed: number;
  readonly sealedSize: number;
}
/** What somebody on the way has seen of this connection, up to this send. */
export function givenAway(trace: readonly TraceEvent[], { index, send }: Shown): Given {
  const seen = wiretap(trace.slice(0, index + 1), send.conn);
  const text = seen.filter(({ kind }) => kind === 'text');
  const records = seen.filter(({ kind }) => kind === 'record');
  const sum = (all: readonly Sighting[]): number => all.reduce((total, { size }) => total + size, 0);
  return {
    records: records.filter(({ event }) => event === index),
    lines: text.length,
    clear: sum(text),
    sealed: records.length,
    sealedSize: sum(records),
  };
}
