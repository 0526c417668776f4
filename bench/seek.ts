// A seek in the page: all that its main thread does from a click on the timeline until the moment is painted.
import type { Browser, CDPSession, Page } from '@playwright/test';
import { ENGINE } from '../src/app/save.ts';
import { journal } from './journal.ts';
import { quantile, type Figure } from './measure.ts';

const INPUTS = 640;
const SEEKS = 200;

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
/** Milliseconds of processor time that the page's main thread has taken. */
async function busy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

export async function seeking(browser: Browser, address: string): Promise<readonly Figure[]> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(`${address}robots.txt`);
    const first = { id: 1, name: '', firstLine: '', parent: null, forkedAt: 0, inputs: journal(INPUTS) };
    await keep(page, { engine: ENGINE, world: 'standard', branch: 1, branches: [first] });
    await page.goto(address);
    const slider = page.getByRole('slider').first();
    await page.getByText(/^event \d{4,} of \d+/).waitFor();
    // what the page fetches when there is nothing else to do is no seek's work: it comes first
    await page.waitForLoadState('networkidle');
    const box = await slider.boundingBox();
    if (!box) throw new Error('no timeline');
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const times: number[] = [];
    for (let i = 0; i < SEEKS; i++) {
      await page.waitForTimeout(20);
      const share = (i * 0.618_034) % 1; // everywhere, and each time somewhere else
      await page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
      await painted(page);
      const before = await busy(session);
      await page.mouse.down();
      await page.mouse.up();
      await painted(page);
      times.push((await busy(session)) - before);
    }
    return [
      {
        name: 'seek, all work of the page, p99',
        value: quantile(times, 0.99),
        unit: 'ms',
        target: ['<=', 16],
      },
      { name: 'seek, all work of the page, median', value: quantile(times, 0.5), unit: 'ms' },
    ];
  } finally {
    await context.close();
  }
}
