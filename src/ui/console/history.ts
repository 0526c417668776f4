// Lines to come back to, one list for the shell and one for what was said to servers. Secrets never enter.

export type Mode = 'shell' | 'wire';
/** Oldest first. */
export type History = Readonly<Record<Mode, readonly string[]>>;

const KEPT = 500;
export const NO_HISTORY: History = { shell: [], wire: [] };

/** As bash's `ignoredups`: the same line twice in a row is kept once; an empty one not at all. */
export function remember(history: History, mode: Mode, line: string): History {
  const lines = history[mode];
  if (line.trim() === '' || lines.at(-1) === line) return history;
  return { ...history, [mode]: [...lines.slice(1 - KEPT), line] };
}

/** Itself when it has none of these. */
export function withoutAny(history: History, isUnfit: (line: string) => boolean): History {
  if (!history.shell.some(isUnfit) && !history.wire.some(isUnfit)) return history;
  const fit = (line: string): boolean => !isUnfit(line);
  return { shell: history.shell.filter(fit), wire: history.wire.filter(fit) };
}
/** The latest line before `from` that contains `query`; undefined: none. An empty query finds nothing. */
export function findBack(lines: readonly string[], query: string, from: number): number | undefined {
  if (query === '') return undefined;
  for (let i = Math.min(from, lines.length) - 1; i >= 0; i--) if (lines[i]?.includes(query)) return i;
  return undefined;
}
