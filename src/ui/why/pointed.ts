// Which of the refusals that share a send somebody points at.
import { placeOf, type TraceEvent } from '../../core/trace/event.ts';
import { refusalsWith } from '../../core/trace/refusals.ts';
import { listen } from '../console/refusal.ts';
import type { LookedLine } from '../shell/gaze.ts';

/**
 * Of these refusals the one that is looked at itself, or whose words the looked at line of their send is. Undefined: it is about
 * none of them more than about the others.
 */
export function pointedAt(
  trace: readonly TraceEvent[],
  among: readonly number[],
  event: number,
  line: LookedLine | undefined,
): number | undefined {
  if (among.includes(event)) return event;
  const send = trace[event];
  const first = among[0];
  if (send?.type !== 'wire' || first === undefined || !line) return undefined;
  if (refusalsWith(trace, placeOf(trace, send.cause))[0] !== first) return undefined;
  const lines = send.octets.split('\r\n');
  const ear = listen();
  const noes = lines.filter((text, i) => ear.hear(text, text.length + 2, lines[i + 1] || undefined));
  return noes.length === among.length ? among[noes.indexOf(line.octets)] : undefined;
}
