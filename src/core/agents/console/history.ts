// What a shell was told, oldest first, in pages: a line more copies a page, and not all that was ever typed.
import type { Octets } from '../../base/octets.ts';

export interface History {
  /** How many lines there have been. */
  readonly told: number;
  readonly pages: readonly (readonly Octets[])[];
}
export const NO_HISTORY: History = { told: 0, pages: [] };
const PAGE = 64;
/** Pages: the oldest lines are forgotten, as by any shell. */
const KEPT = 16;

export function withLine({ told, pages }: History, line: Octets): History {
  const last = pages.at(-1);
  if (last && last.length < PAGE)
    return { told: told + 1, pages: pages.slice(0, -1).concat([last.concat(line)]) };
  return { told: told + 1, pages: pages.slice(-KEPT + 1).concat([[line]]) };
}
/** Those that are remembered, each with its number. */
export function rememberedIn({ told, pages }: History): readonly (readonly [number, Octets])[] {
  const lines = pages.flat();
  return lines.map((line, i) => [told - lines.length + i + 1, line]);
}
