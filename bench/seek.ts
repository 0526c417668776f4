// A seek in the page: what its main thread does from a click on the timeline until the moment is on the screen, and until nothing
// is left to do. All of it counts: what waits its turn is in the longest task, and in all that was done.
import type { Browser, Page } from '@playwright/test';
import { ENGINE } from '../src/app/save.ts';
import { journal } from './journal.ts';
import { quantile, type Figure } from './measure.ts';
import { begin, end, type Task, type Trace } from './trace.ts';

const INPUTS = 640;
const SEEKS = 200;
/** Milliseconds: longer than whatever waits for a moment of rest. */
const REST = 450;
/** More frames than a moment needs to appear. */
const FRAMES = 10;

// In the page's own words, since Node knows no DOM.
/** As the page itself keeps it; the next visit goes on there. */
export const keep = (page: Page, session: unknown): Promise<void> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('keyval-store');
    opening.onupgradeneeded = () => opening.result.createObjectStore('keyval');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const store = opening.result.transaction('keyval', 'readwrite').objectStore('keyval');
      store.put(${JSON.stringify(session)}, 'mailwire/session').onsuccess = () => {
        opening.result.close();
        resolve();
      };
    };
  })`);
const painted = (page: Page): Promise<void> =>
  page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))',
  );
/**
 * From each press on, for some frames, the page writes down what it shows: the timeline, the clock, the ladder's row, the console's
 * lines. A frame that shows what is shown at rest shows the moment.
 */
const watch = (page: Page): Promise<void> =>
  page.evaluate(`{
    const all = (what) => [...document.querySelectorAll(what)];
    const shown = () =>
      [
        all('[role=slider]').map((it) => it.ariaValueNow + it.ariaValueText),
        all('[data-clock]').map((it) => it.textContent),
        all('[data-panel=sequence] [aria-selected=true]').map((it) => it.dataset.event),
        all('.xterm-rows').map((it) => it.textContent),
      ].join('|');
    window.seeks = [];
    addEventListener('pointerdown', () => {
      const frames = [];
      const nth = window.seeks.push({ frames, shown }) - 1;
      performance.mark('seek ' + nth);
      // after what the page itself does in a frame, as far as it has asked for one by then
      const frame = () => {
        const mark = 'seek ' + nth + ' frame ' + frames.length;
        performance.mark(mark);
        frames.push(shown());
        performance.mark(mark + ' seen');
        if (frames.length < ${FRAMES}) requestAnimationFrame(frame);
      };
      addEventListener('pointerdown', () => requestAnimationFrame(frame), { once: true });
    }, { capture: true });
  }`);
/** What the page fetches when there is nothing else to do is no seek's work: it comes first, all of it. */
async function settled(page: Page): Promise<void> {
  let before = -1;
  for (;;) {
    await page.waitForTimeout(1500);
    const fetched: number = await page.evaluate("performance.getEntriesByType('resource').length");
    if (fetched === before) return;
    before = fetched;
  }
}
/** Which frame was the first to show what is shown now; where none was, the last. */
const firstShown = (page: Page): Promise<number> =>
  page.evaluate(`{
    const { frames, shown } = window.seeks.at(-1);
    const first = frames.indexOf(shown());
    first < 0 ? frames.length - 1 : first;
  }`);

async function opened(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(`${address}robots.txt`);
  const first = { id: 1, name: '', firstLine: '', parent: null, forkedAt: 0, inputs: journal(INPUTS) };
  await keep(page, { engine: ENGINE, world: 'standard', branch: 1, branches: [first] });
  await page.goto(address);
  await page.getByText(/^event \d{4,} of \d+/).waitFor();
  await settled(page);
  return page;
}
/** Milliseconds of a task that went into looking. */
const looking = ({ begins, ends }: Task, looks: readonly (readonly [number, number])[]): number =>
  looks.reduce((all, [from, to]) => (from >= begins && to <= ends ? all + (to - from) / 1000 : all), 0);
const sum = (tasks: readonly Task[]): number => tasks.reduce((all, { took }) => all + took, 0);
interface Seek {
  readonly shown: number;
  readonly longest: number;
  readonly all: number;
}
function seekOf({ tasks, marks }: Trace, nth: number, frame: number): Seek {
  const when = (mark: string): number => marks.get(`seek ${nth}${mark}`) ?? Number.NaN;
  const [from, painted] = [when(''), when(` frame ${frame}`)];
  // looking is the measure's own work
  const looks = Array.from(
    { length: FRAMES },
    (_, i) => [when(` frame ${i}`), when(` frame ${i} seen`)] as const,
  );
  const own = tasks
    .filter(({ begins, ends }) => ends > from && begins < from + REST * 1000)
    .map((task) => ({ ...task, took: task.took - looking(task, looks) }));
  return {
    shown: sum(own.filter(({ begins }) => begins <= painted)),
    longest: Math.max(...own.map(({ took }) => took)),
    all: sum(own),
  };
}
export async function seeking(browser: Browser, address: string): Promise<readonly Figure[]> {
  const page = await opened(browser, address);
  const box = await page.getByRole('slider').first().boundingBox();
  if (!box) throw new Error('no timeline');
  await watch(page);
  await begin(browser, page);
  const frames: number[] = [];
  for (let i = 0; i < SEEKS; i++) {
    const share = (i * 0.618_034) % 1; // everywhere, and each time somewhere else
    await page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
    await painted(page);
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForTimeout(REST);
    frames.push(await firstShown(page));
  }
  const trace = await end(browser, 'seek ');
  await page.close();
  const seeks = frames.map((frame, nth) => seekOf(trace, nth, frame));
  const figure = (what: keyof Seek, name: string, target?: Figure['target']): readonly Figure[] => [
    {
      name: `${name}, p99`,
      value: quantile(
        seeks.map((it) => it[what]),
        0.99,
      ),
      unit: 'ms',
      ...(target && { target }),
    },
    {
      name: `${name}, median`,
      value: quantile(
        seeks.map((it) => it[what]),
        0.5,
      ),
      unit: 'ms',
    },
  ];
  return [
    ...figure('shown', 'seek, until the moment is shown', ['<=', 16]),
    ...figure('longest', 'seek, longest task', ['<=', 16]),
    ...figure('all', 'seek, all work until rest'),
  ];
}
