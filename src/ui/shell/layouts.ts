// How wide the panes are, remembered from visit to visit.
import { recall, remember } from './storage.ts';

type Layout = Readonly<Record<string, number>>;

const isLayout = (value: unknown): value is Layout =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).length > 0 &&
  Object.values(value).every((n) => typeof n === 'number' && n >= 0 && n <= 100);

/** What a group of panes wants to start with and to tell; undefined: as the panes ask for themselves. */
export function layoutOf(group: string): {
  readonly defaultLayout?: Layout;
  readonly onLayoutChanged: (layout: Layout) => void;
} {
  const kept = recall(`panes/${group}`);
  return {
    ...(isLayout(kept) ? { defaultLayout: kept } : {}),
    onLayoutChanged: (layout) => remember(`panes/${group}`, layout),
  };
}
