// What a console knows of the world behind it: prompt, whose turn it is, and what the line being written would mean there.
import { modeOf, promptOf } from '../core/agents/console/state.ts';
import type { Mode } from '../core/agents/console/tool.ts';
import type { Timeline } from '../core/kernel/timeline.ts';
import { seek } from '../core/kernel/timeline.ts';
import type { Conn, Console, World } from '../core/kernel/world.ts';
import type { TraceEvent } from '../core/trace/event.ts';
import { NO_ADVICE, type Advice, type TypedNote } from './advice.ts';

export type { Mode };
/** Whose turn it is. */
export type Status =
  | {
      readonly kind:
        | 'shell'
        | 'you'
        | 'flying'
        | 'connecting'
        | 'handshake'
        | 'line-end'
        | 'deadlock'
        | 'closed';
    }
  /** Microseconds. */
  | { readonly kind: 'timer'; readonly left: number };

const consoleIn = (world: World, id: string): Console | undefined => world.consoles.find((c) => c.id === id);
const connOf = (world: World, id: string): Conn | undefined => {
  const conn = consoleIn(world, id)?.conn ?? 0;
  return conn === 0 ? undefined : world.conns.find((c) => c.id === conn);
};

export function promptAt(world: World, id: string): string {
  const console = consoleIn(world, id);
  return console ? promptOf(console.state, console.host) : '';
}
export const modeAt = (world: World, id: string): Mode => modeOf(consoleIn(world, id)?.state);

export function statusAt(world: World, id: string): Status {
  const mode = modeAt(world, id);
  if (mode.program === 'shell') return { kind: 'shell' };
  if (mode.phase === 'connecting') return { kind: 'connecting' };
  if (mode.phase === 'handshake') return { kind: 'handshake' };
  return connOf(world, id) ? { kind: 'you' } : { kind: 'closed' };
}
export const holdsSecret = (line: string): boolean => /^\s*pass /i.test(line);
export function adviceAt(_world: World, _id: string, _text: string, _caret: number): Advice {
  return NO_ADVICE;
}

/** By event; worked out once, as the timeline grows. */
const notes = new WeakMap<readonly TraceEvent[], Map<number, TypedNote>>();
export function noteOf(timeline: Timeline, event: number): TypedNote {
  const kept = notes.get(timeline.trace) ?? new Map<number, TypedNote>();
  notes.set(timeline.trace, kept);
  const known = kept.get(event);
  if (known) return known;
  const typed = timeline.trace[event];
  const input = timeline.ends.findIndex((end) => end > event) - 1;
  const world = seek(timeline, Math.max(0, input));
  const note =
    typed?.type === 'typed' ? noteAt(world, typed.console) : ({ prompt: '', eol: '', secrets: [] } as const);
  kept.set(event, note);
  return note;
}
function noteAt(world: World, id: string): TypedNote {
  const prompt = promptAt(world, id);
  return {
    prompt,
    eol: prompt === '' ? (modeAt(world, id).eol === 'crlf' ? '\r\n' : '\n') : '',
    secrets: [],
  };
}
