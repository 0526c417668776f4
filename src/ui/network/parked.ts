// A still picture of something that flew: what is pointed at, or, where nothing may move, the latest thing said.
import { engine } from '../../app/engine.ts';
import { saysNo } from '../../core/trace/scene-flights.ts';
import type { ConnEvent, TlsRecord, TraceEvent, Wire } from '../../core/trace/event.ts';
import type { Scene, SceneFlight } from '../../core/trace/scene-types.ts';

const flew = (event: TraceEvent | undefined): event is Wire | TlsRecord =>
  event?.type === 'wire' || event?.type === 'record';
const conn = (trace: readonly TraceEvent[], before: number, id: number): ConnEvent | undefined => {
  for (let i = before; i >= 0; i--) {
    const event = trace[i];
    if (event?.type === 'conn' && event.conn === id) return event;
  }
  return undefined;
};
const READABLE = 240;
function still(trace: readonly TraceEvent[], index: number): SceneFlight | undefined {
  const event = trace[index];
  if (!flew(event)) return undefined;
  const ends = conn(trace, index, event.conn);
  const wire = event.type === 'wire';
  return {
    event: index,
    conn: event.conn,
    from: ends?.from ?? '',
    to: ends?.to ?? '',
    dir: event.dir,
    text: wire ? event.octets.slice(0, READABLE) : event.name,
    size: wire ? event.octets.length : event.size,
    secure: !wire || !event.visible,
    kind: wire ? 'text' : 'record',
    progress: 0.5,
    segment: 0,
    segments: 1,
    again: false,
    refusal: saysNo(event, trace),
  };
}
/** Half-way, where it can be read. */
export function parkedFlight(scene: Scene, looked: number, reduced: boolean): SceneFlight | undefined {
  const { trace } = engine.getState();
  if (looked >= 0 && looked <= scene.event) return still(trace, looked);
  if (!reduced || scene.flights.length > 0) return undefined;
  for (let i = scene.event; i >= 0; i--) if (flew(trace[i])) return still(trace, i);
  return undefined;
}
