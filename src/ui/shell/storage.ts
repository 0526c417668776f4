// A place to remember small things. A private window or a locked-down school may have none: then nothing is remembered.
const PREFIX = 'mailwire/';
/** Keys under which something was found that is no JSON. */
const unreadable = new Set<string>();

export function recall(key: string): unknown {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(PREFIX + key);
    return kept === null ? undefined : JSON.parse(kept);
  } catch {
    if (kept !== null) putAside(key, kept);
    return undefined;
  }
}
/** Something was there, and could not be read. It lies beside, under `KEY-damaged`. */
export const isUnreadable = (key: string): boolean => unreadable.has(key);
function putAside(key: string, kept: string): void {
  unreadable.add(key);
  try {
    localStorage.setItem(`${PREFIX}${key}-damaged`, kept);
  } catch {
    // there is no room for it
  }
}
export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // forgotten at the next visit
  }
}
