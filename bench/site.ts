// The built site: what must arrive before a keystroke echoes, and how long that takes in a real browser.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumArgs, findChromium } from '../scripts/chromium.mjs';
import { serve } from '../scripts/serve-files.mjs';
import { sizes } from '../scripts/size.mjs';
import { paceOf, quantile, type Figure } from './measure.ts';
import { seeking } from './seek.ts';
import { working } from './ui.ts';

const folder = join(import.meta.dirname, '../dist');
const MARK = 'mailwire:typable';
/** A slow processor on a slow network: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back, a quarter of the processor. */
const SLOW = { downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150, offline: false };

const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
interface Visit {
  readonly screen: typeof DESK | typeof PHONE;
  readonly slow: boolean;
}

/** Milliseconds from the navigation to a console that takes keys, on a first visit. */
async function typable(browser: Browser, address: string, { screen, slow }: Visit): Promise<number> {
  const context = await browser.newContext(screen);
  try {
    const page = await context.newPage();
    if (slow) {
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', SLOW);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    }
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, MARK);
    if (screen === DESK) await echoes(page);
    return await page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? NaN, MARK);
  } finally {
    await context.close();
  }
}
/** What the page calls typable is believed only if the next key shows. */
async function echoes(page: Page): Promise<void> {
  await page.keyboard.press('#');
  await page.locator('.xterm-rows', { hasText: '#' }).waitFor({ state: 'attached' });
}
async function several(browser: Browser, address: string, visit: Visit): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) times.push(await typable(browser, address, visit));
  return quantile(times, 0.5);
}
async function browsing(ui: boolean): Promise<readonly Figure[]> {
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new Error('No Chromium: set CHROMIUM_PATH.');
  const site = await serve({ folder, port: 4900, strict: false });
  const browser = await chromium.launch({ executablePath, args: [...chromiumArgs] });
  try {
    const quick = await several(browser, site.address, { screen: DESK, slow: false });
    const slow = await several(browser, site.address, { screen: DESK, slow: true });
    const seeks = await seeking(browser, site.address);
    const phone = await several(browser, site.address, { screen: PHONE, slow: true });
    return [
      { name: 'typable console', value: quick / 1000, unit: 's', target: ['<=', 0.5] },
      { name: 'typable console, slow', value: slow / 1000, unit: 's', target: ['<=', 2] },
      { name: 'typable line, slow telephone', value: phone / 1000, unit: 's', target: ['<=', 2] },
      ...seeks,
      ...(ui ? await working(browser, site.address) : []),
    ];
  } finally {
    await browser.close();
    site.close();
  }
}
/** `ui`: the page while somebody works in it, too. */
export async function site(ui: boolean): Promise<readonly Figure[]> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error('There is no build: run npm run build first.');
  const weights = sizes(folder).map(({ what, limit, kilobytes }): Figure => ({
    name: what,
    value: kilobytes,
    unit: 'kB gz',
    target: ['<=', limit],
  }));
  const pace: Figure = { name: 'the machine: a fixed piece of work', value: paceOf(), unit: 'ms' };
  return [pace, ...weights, ...(await browsing(ui))];
}
