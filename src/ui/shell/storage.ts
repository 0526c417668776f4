// A place to remember small things. A private window or a locked-down school may have none: then nothing is remembered.
const PREFIX = 'mailwire/';

export function recall(key: string): unknown {
  try {
    const kept = localStorage.getItem(PREFIX + key);
    return kept === null ? undefined : JSON.parse(kept);
  } catch {
    return undefined;
  }
}
export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // forgotten at the next visit
  }
}
