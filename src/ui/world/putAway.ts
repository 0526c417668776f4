// How what was put away is told from others: its world, the first line somebody typed, and when it was left.
import * as v from 'valibot';
import { slotOf } from '../../app/save.ts';
import type { PutAway } from '../../app/state.ts';

/** As much as is told of it; whether it can be believed is seen when it is played. */
const told = v.fallback(
  v.object({
    world: v.fallback(v.string(), ''),
    at: v.fallback(v.optional(v.number()), undefined),
    branches: v.fallback(
      v.array(v.object({ inputs: v.array(v.object({ type: v.string(), octets: v.optional(v.string()) })) })),
      [],
    ),
  }),
  { world: '', at: undefined, branches: [] },
);
const MOST = 80;
export interface Label {
  readonly world: string;
  /** '' where nothing was typed: something was turned, or a mail client was at work. */
  readonly line: string;
  /** Virtual microseconds, as of the session's last moment. */
  readonly at: number | undefined;
}
export function labelOf(kept: PutAway): Label {
  const { world, at, branches } = v.parse(told, slotOf(kept));
  const typed = branches.flatMap(({ inputs }) => inputs).find(({ type }) => type === 'type')?.octets ?? '';
  return { world, at, line: typed.trim().slice(0, MOST) };
}
