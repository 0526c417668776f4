// What a page's main thread has done, read from a trace of the browser: processor time, which other work on the machine does not lengthen.
import type { Browser, Page } from '@playwright/test';

interface Told {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}
export interface Task {
  /** Microseconds. */
  readonly begins: number;
  readonly ends: number;
  /** Milliseconds of processor time. */
  readonly took: number;
}
export interface Trace {
  /** One after the other; none lies within another. */
  readonly tasks: readonly Task[];
  /** When each mark of the page was set, by its name. */
  readonly marks: ReadonlyMap<string, number>;
  /** Milliseconds of processor time that each key took until all who listen had answered it. */
  readonly keys: readonly number[];
}
const TASK = 'ThreadControllerImpl::RunTask';
/** With `keys` each event is told of, which takes time of its own. */
export const begin = (browser: Browser, page: Page, what: 'tasks' | 'keys' = 'tasks'): Promise<void> =>
  browser.startTracing(page, {
    categories: ['toplevel', 'blink.user_timing', ...(what === 'keys' ? ['devtools.timeline'] : [])],
  });

/** `mark`: how the page's own marks begin. They say which thread is meant, too. */
export async function end(browser: Browser, mark: string): Promise<Trace> {
  const read: { readonly traceEvents: readonly Told[] } = JSON.parse(String(await browser.stopTracing()));
  const marked = read.traceEvents.filter(({ name }) => name.startsWith(mark));
  const [first] = marked;
  const own = read.traceEvents
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === first?.pid && tid === first.tid)
    .toSorted((a, b) => a.ts - b.ts);
  const runs = own.filter(({ name }) => name === TASK);
  const keys = own.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  const tasks: Task[] = [];
  for (const { ts, dur = 0, tdur = 0 } of runs)
    if (ts >= (tasks.at(-1)?.ends ?? 0)) tasks.push({ begins: ts, ends: ts + dur, took: tdur / 1000 });
  return {
    tasks,
    marks: new Map(marked.map(({ name, ts }) => [name, ts])),
    keys: keys.map(({ tdur = 0 }) => tdur / 1000),
  };
}
