// The console comes first: nothing else asks for the network or the processor until a keystroke echoes.
const MARK = 'mailwire:typable';
const PATIENCE_MS = 3000;

/** Resolves when the console takes keys, or when it takes too long. */
export const typable: Promise<void> = new Promise((resolve) => {
  setTimeout(resolve, PATIENCE_MS);
  new PerformanceObserver((list) => {
    if (list.getEntriesByName(MARK).length > 0) resolve();
  }).observe({ type: 'mark', buffered: true });
});
