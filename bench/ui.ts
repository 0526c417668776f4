// The page while somebody works in it: frames in a long ladder and under many capsules, keys until they are painted, tasks while typing.
import type { Browser, Page } from '@playwright/test';
import { ENGINE } from '../src/app/save.ts';
import type { Input } from '../src/core/kernel/world.ts';
import { flock } from './flock.ts';
import { journal } from './journal.ts';
import { long } from './long.ts';
import { quantile, type Figure } from './measure.ts';
import { keep } from './seek.ts';
import { begin, end } from './trace.ts';

const DESK = { viewport: { width: 1440, height: 900 } };
const ROWS = 10_000;
const CAPSULES = 200;
/** Milliseconds: all of their sessions are over by then. */
const TOO_LONG = 60_000;
const KEYS = 'the quick brown fox jumps over the lazy dog '.repeat(4);

// In the page's own words, since Node knows no DOM.
/** How many frames a second, while `each` is done before every one of them for so long (ms). */
const framesPerSecond = (page: Page, each: string, ms: number): Promise<number> =>
  page.evaluate(`new Promise((done) => {
    let frames = 0;
    const begun = performance.now();
    const frame = (now) => {
      frames++;
      ${each};
      if (now - begun < ${ms}) requestAnimationFrame(frame);
      else done((frames * 1000) / (now - begun));
    };
    requestAnimationFrame(frame);
  })`);

/** A session, as the page itself keeps it. */
async function opened(browser: Browser, address: string, inputs: readonly Input[]): Promise<Page> {
  const page = await browser.newPage(DESK);
  await page.goto(`${address}robots.txt`);
  const first = { id: 1, name: '', firstLine: '', parent: null, forkedAt: 0, inputs };
  await keep(page, { engine: ENGINE, world: 'standard', branch: 1, branches: [first] });
  await page.goto(address);
  await page.getByText(/^event \d+ of \d+/).waitFor();
  return page;
}
async function ladder(browser: Browser, address: string): Promise<readonly Figure[]> {
  // as many inputs as give so many rungs
  const page = await opened(browser, address, journal(7000));
  const list = page.locator('[data-panel="sequence"] [role="listbox"]');
  await list.locator('[role="option"]').first().waitFor({ timeout: 120_000 });
  const rows = Number(await list.locator('[role="option"]').first().getAttribute('aria-setsize'));
  await page.waitForTimeout(1500);
  const fps = await framesPerSecond(
    page,
    `document.querySelector('[data-panel="sequence"] [role="listbox"]').scrollTop -= 120`,
    3000,
  );
  await page.close();
  return [
    { name: 'rows of the ladder that is scrolled', value: rows, unit: '', target: ['>=', ROWS] },
    { name: 'frames while it is scrolled', value: fps, unit: '/s', target: ['>=', 57] },
  ];
}
/** The last thing that was done is taken back and played again, slowly: all of its letters are on their way at the same time. */
async function capsules(browser: Browser, address: string): Promise<readonly Figure[]> {
  const page = await opened(browser, address, flock(CAPSULES));
  await page.waitForTimeout(3000);
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByLabel('Speed').selectOption('0.1');
  // it watches before anything moves, and counts the frames between which all of them are in the air
  await page.evaluate(`{ window.seen = new Promise((done) => {
    let frames = 0, lasted = 0, most = 0, last = 0;
    const begun = performance.now();
    const frame = (now) => {
      const flying = Number(document.querySelector('[data-flights]')?.dataset.flights ?? 0);
      most = Math.max(most, flying);
      if (last > 0) {
        frames++;
        lasted += now - last;
      }
      last = flying >= ${CAPSULES} ? now : 0;
      if ((lasted > 0 && flying === 0) || now - begun > ${TOO_LONG}) done({ fps: (frames * 1000) / lasted, most });
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }); undefined }`);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const seen: { readonly fps: number; readonly most: number } = await page.evaluate('window.seen');
  await page.close();
  return [
    { name: 'capsules in the air at once', value: seen.most, unit: '', target: ['>=', CAPSULES] },
    { name: 'frames while they fly', value: seen.fps, unit: '/s', target: ['>=', 57] },
  ];
}
interface Pressed {
  readonly frames: readonly number[];
  readonly tasks: readonly number[];
}
async function typing(browser: Browser, address: string): Promise<readonly Figure[]> {
  const page = await browser.newPage(DESK);
  await page.goto(address);
  await page.locator('[data-ready]').waitFor();
  await page.keyboard.type('telnet mx1.example.com 25\n');
  await page.getByRole('option', { name: /220/ }).waitFor();
  await page.waitForTimeout(5000);
  await page.evaluate(`(() => {
    const seen = (window.seen = { frames: [], tasks: [] });
    new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map((it) => it.duration))).observe({ type: 'longtask' });
    const rows = () => document.querySelector('.xterm-rows').textContent;
    addEventListener('keydown', () => {
      performance.mark('key');
      const before = rows();
      let frames = 0;
      const frame = () => {
        frames++;
        if (rows() !== before || frames > 20) seen.frames.push(frames);
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    }, { capture: true });
  })()`);
  await begin(browser, page, 'keys');
  for (const key of KEYS) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
  const { keys } = await end(browser, 'key');
  if (keys.length !== KEYS.length) throw new Error(`${keys.length} of ${KEYS.length} keys are in the trace`);
  const { frames, tasks }: Pressed = await page.evaluate('window.seen');
  await page.close();
  return [
    { name: 'key to paint, p95', value: quantile(frames, 0.95), unit: 'frames', target: ['<=', 2] },
    { name: 'handling a key, p99', value: quantile(keys, 0.99), unit: 'ms', target: ['<=', 4] },
    { name: 'longest task while typing', value: Math.max(0, ...tasks), unit: 'ms', target: ['<=', 50] },
  ];
}
export const working = async (browser: Browser, address: string): Promise<readonly Figure[]> => [
  ...(await ladder(browser, address)),
  ...(await capsules(browser, address)),
  ...(await typing(browser, address)),
  ...(await long(browser, address)),
];
