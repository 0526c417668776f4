// `npm run screenshots [stills|rooms|film]`: the pictures in docs/screenshots/, taken of the built site.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { recorder } from './recorder.ts';
import { serve } from './serve-files.mjs';
import { root } from './setup.mjs';
import { TOUR } from '../src/ui/console/tour.ts';

const out = join(root, 'docs/screenshots');
/** Bob's post over TLS. */
const POP = [
  'openssl s_client -quiet -crlf -connect pop.example.com:995',
  'USER bob',
  'PASS correct-horse',
  'STAT',
  'RETR 1',
  'DELE 1',
] as const;
const desktop = { viewport: { width: 1440, height: 900 } };

/** A page whose clock stands still: time passes when a picture wants it to. */
async function lab(browser: Browser, address: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(address);
  await page.locator('[data-panel="network"], [data-pane="console"]').first().waitFor();
  await pass(page, 4000);
  // from here on: how fast this machine is makes no difference
  await page.clock.pauseAt((await page.evaluate<number>('Date.now()')) + 1000);
  return page;
}
const pass = (page: Page, ms: number): Promise<void> => page.clock.runFor(ms);
const enter = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};
async function say(page: Page, lines: readonly string[]): Promise<void> {
  await page.locator('[data-pane="console"] textarea').first().focus();
  for (const line of lines) {
    await enter(page, line);
    await pass(page, 6000);
  }
}
/** The page's clock goes on until this is to be seen. */
async function come(page: Page, what: Locator): Promise<void> {
  while (!(await what.isVisible())) await pass(page, 200);
}
/** Until the words are half-way. */
async function midFlight(page: Page, line: string, ms: number): Promise<void> {
  await enter(page, line);
  await pass(page, ms);
}
const shoot = async (page: Page, name: string): Promise<void> => {
  // what glows or folds does so by the browser's clock, not by the page's; what fades with scrolling stays as it is
  await page.evaluate(
    'document.getAnimations().filter((each) => each.timeline === document.timeline).forEach((each) => each.finish())',
  );
  await page.screenshot({ path: join(out, `${name}.png`) });
  console.log(`docs/screenshots/${name}.png`);
  await page.context().close();
};

async function stills(browser: Browser, address: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    const page = await lab(browser, address, { ...desktop, colorScheme: theme });
    await say(page, POP.slice(0, 4));
    await midFlight(page, 'RETR 1', 1080);
    await shoot(page, `lab-${theme}`);
  }
  const lesson = await lab(browser, `${address}#/learn/p1`, { ...desktop, colorScheme: 'dark' });
  await say(lesson, [POP[0], 'PASS correct-horse']);
  await lesson.evaluate("document.querySelector('[data-pane=guide] article')?.parentElement?.scrollTo(0, 0)");
  await shoot(lesson, 'lesson-dark');

  const wire = await lab(browser, address, { ...desktop, colorScheme: 'light' });
  await say(wire, TOUR);
  await wire.getByRole('button', { name: 'Eavesdropper’s glasses' }).click();
  await pass(wire, 3000);
  await wire.getByRole('tab', { name: 'Mailboxes' }).click();
  await shoot(wire, 'glasses-light');

  const projector = await lab(browser, address, { viewport: { width: 1920, height: 1080 } });
  await projector.getByRole('button', { name: 'Projector' }).click();
  await say(projector, POP.slice(0, 4));
  await midFlight(projector, 'RETR 1', 1080);
  await shoot(projector, 'lab-projector');

  const phone = await lab(browser, address, {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    colorScheme: 'dark',
  });
  for (const line of POP.slice(0, 5)) {
    await phone.locator('[data-console] input').first().fill(line);
    await phone.keyboard.press('Enter');
    if (line !== 'RETR 1') await pass(phone, 6000);
  }
  // the letter is on its way when the stage comes up
  await phone.getByRole('button', { name: 'Stage', exact: true }).tap();
  await pass(phone, 1080);
  await phone.locator('[data-flight]').first().waitFor({ state: 'attached' });
  await shoot(phone, 'lab-phone');
}

/** What opens beside the lab, and what a class gets of it. */
async function rooms(browser: Browser, address: string): Promise<void> {
  const compare = await lab(browser, `${address}#/compare`, { ...desktop, colorScheme: 'light' });
  await come(compare, compare.locator('[data-cell] [data-wire]', { hasText: '* 1 EXPUNGE' }));
  await shoot(compare, 'compare-light');

  const manual = await lab(browser, `${address}#/reference/smtp/MAIL`, { ...desktop, colorScheme: 'dark' });
  await come(manual, manual.locator('[data-panel="reference"] li').first());
  await say(manual, TOUR.slice(0, 2));
  await shoot(manual, 'reference-dark');

  const share = await lab(browser, address, { ...desktop, colorScheme: 'dark' });
  await say(share, TOUR);
  await share.getByRole('button', { name: 'Share', exact: true }).click();
  await come(share, share.getByRole('img', { name: 'QR code of the link' }));
  await shoot(share, 'share-dark');

  const chinese = await lab(browser, `${address}?lang=zh`, { ...desktop, colorScheme: 'light' });
  await say(chinese, [...TOUR.slice(0, 1), 'RCPT TO:<bob@example.com>']);
  await shoot(chinese, 'chinese-light');

  const desk = await lab(browser, address, { ...desktop, colorScheme: 'dark' });
  await say(desk, TOUR.slice(0, 3));
  await desk.getByRole('button', { name: 'Projecting' }).click();
  const opening = desk.waitForEvent('popup');
  await desk.getByRole('button', { name: 'Open the presenter’s window' }).click();
  const presenter = await opening;
  await presenter.setViewportSize(desktop.viewport);
  await come(presenter, presenter.locator('[data-presenter="together"]'));
  await shoot(presenter, 'presenter-dark');

  const paper = await lab(browser, address, { viewport: { width: 794, height: 1123 } });
  await say(paper, TOUR);
  await paper.emulateMedia({ media: 'print' });
  await come(paper, paper.locator('[data-printed]'));
  await shoot(paper, 'hand-out');
}

const SIZE = { width: 1180, height: 740 };
/** The first thirty seconds: a letter for bob by hand, rewind, put the glasses on. */
async function film(browser: Browser, address: string): Promise<void> {
  const page = await lab(browser, address, { viewport: SIZE, colorScheme: 'dark' });
  const { snap, bind } = await recorder(browser, SIZE, 0.66);
  const run = async (steps: number, ms: number, shown: number): Promise<void> => {
    for (let i = 0; i < steps; i++) {
      await pass(page, ms);
      await snap(page, shown);
    }
  };
  await page.locator('[data-pane="console"] textarea').first().focus();
  await snap(page, 1200);
  for (const line of TOUR) {
    const middle = Math.ceil(line.length / 2);
    const letter = line.includes('\n'); // it is offered whole
    if (!letter) await page.keyboard.type(line.slice(0, middle));
    await snap(page, 220);
    if (!letter) await page.keyboard.type(line.slice(middle));
    await snap(page, letter ? 1200 : 320);
    await page.keyboard.press('Enter');
    await run(line === TOUR[0] ? 12 : 7, line === TOUR[0] ? 400 : 260, 120);
    await pass(page, 3000);
    await snap(page, line.includes('\n') ? 1800 : 500);
  }
  await page.getByRole('button', { name: 'Rewind' }).click();
  await run(10, 270, 120);
  await pass(page, 1000);
  await snap(page, 900);
  await page.keyboard.press('Shift');
  await pass(page, 300);
  await page.getByRole('button', { name: 'Eavesdropper’s glasses' }).click();
  await pass(page, 300);
  await snap(page, 900);
  await run(10, 250, 140);
  await snap(page, 3000);
  const picture = bind();
  await writeFile(join(out, 'first-thirty-seconds.webp'), picture);
  console.log(`docs/screenshots/first-thirty-seconds.webp (${Math.round(picture.length / 1000)} kB)`);
}

const executablePath = await findChromium();
await mkdir(out, { recursive: true });
const site = await serve({ folder: join(root, 'dist'), port: 22_000, strict: false });
const browser = await chromium.launch({
  args: [...chromiumArgs],
  ...(executablePath === undefined ? {} : { executablePath }),
});
try {
  const part = process.argv[2];
  for (const [name, take] of Object.entries({ stills, rooms, film }))
    if (part === undefined || part === name) await take(browser, site.address);
} finally {
  await browser.close();
  site.close();
}
