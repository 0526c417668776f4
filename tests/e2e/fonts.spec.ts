// Our faces come when they come; nothing moves when they do.
import { expect, test } from '@playwright/test';
import { sayAll, TOUR } from './drive.ts';

test('when the faces arrive nothing moves: not the console’s cells, not the page around it', async ({
  page,
}) => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\.woff2$/, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto('./', { waitUntil: 'commit' }); // a page is not loaded before its faces are
  await page.locator('[data-ready]').waitFor();
  await sayAll(page, TOUR.slice(0, 2));
  await expect(page.locator('.xterm-rows')).toContainText('250-PIPELINING');
  await expect(page.locator('[data-panel="machine"]')).toBeVisible(); // what comes after the first reply is here
  const cells = page.locator('.xterm-rows > div').nth(4);
  const before = await cells.boundingBox();
  const columns = (): Promise<number> =>
    page.locator('.xterm-screen').evaluate((screen) => screen.clientWidth);
  const wide = await columns();
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as (PerformanceEntry & { readonly value: number })[])
        document.documentElement.dataset['moved'] = String(
          Number(document.documentElement.dataset['moved'] ?? 0) + shift.value,
        );
    }).observe({ type: 'layout-shift' });
  });
  arrive();
  await page.evaluate(() => document.fonts.ready);
  await expect
    .poll(() => page.evaluate(() => document.fonts.check("12px 'JetBrains Mono Variable'")))
    .toBe(true);
  await page.evaluate(
    () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
  );
  expect(await columns()).toBe(wide);
  expect(await cells.boundingBox()).toEqual(before);
  expect(Number((await page.locator('html').getAttribute('data-moved')) ?? 0)).toBeLessThan(0.001);

  // and a face with other widths makes other cells: the page's, whose file is the larger
  await page.evaluate(async () => {
    const files = (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.woff2'))
      .toSorted((a, b) => b.decodedBodySize - a.decodedBodySize);
    const face = new FontFace('JetBrains Mono Variable', `url(${files[0]?.name})`);
    document.fonts.add(face);
    await face.load();
  });
  await expect.poll(columns).not.toBe(wide);
});
