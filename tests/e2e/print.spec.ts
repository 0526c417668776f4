// What comes out of a printer: all of what is read, dark on white, whatever the screen looked like.
import { expect, test } from '@playwright/test';
import { consolePane, onPaper, openLab, talk, TOUR } from './drive.ts';

test('a page of the manual is printed whole, and nothing of the lab around it', async ({ page }) => {
  await openLab(page, '/#/reference');
  const entries = page.locator('[data-panel="reference"] li a');
  await expect(entries.first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('slider').first()).toBeHidden();
  await expect(page.locator('[data-pane="console"]')).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  const { inside, outside } = await page.locator('[data-pane="guide"]').evaluate((pane) => ({
    inside: pane.scrollHeight,
    outside: document.documentElement.scrollHeight,
  }));
  // nothing is left to scroll to within: it all flows on to the next sheet
  expect(inside).toBeGreaterThan(1500);
  expect(outside).toBeGreaterThanOrEqual(inside);
  const colours = await entries.first().evaluate((entry) => getComputedStyle(entry).color);
  expect(colours).toBe('rgb(0, 0, 0)');
});

test('a lesson is printed with all its steps, and nothing to press', async ({ page }) => {
  await openLab(page, '/#/learn/p1');
  const steps = page.locator('[data-step]');
  await expect(steps.first().getByRole('button', { name: /^Hint 1/ })).toBeVisible();
  const closed = steps.last().locator('[hidden]');
  await expect(closed).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(closed).toHaveCount(0);
  // a sheet is narrower than the screen, where the page may be put together otherwise
  await page.setViewportSize({ width: 718, height: 1047 });
  await expect(page.locator('main [role="group"] > button[aria-pressed]').first()).toBeAttached();
  await expect(closed).toHaveCount(0);
  const step = steps.first().getByRole('button', { name: /^Go to the beginning of step 1/ });
  for (const button of [/^Hint 1/, 'Start this lesson over'])
    await expect(page.getByRole('button', { name: button })).toHaveCount(0);
  await expect(step).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await expect(closed).toHaveCount(1);
  await expect(step).toBeVisible();
  await test.step('and the comparison without the words about its buttons, no row or claim torn', async () => {
    await page.evaluate(() => {
      location.hash = '#/compare';
    });
    const press = page.getByText('Press “show me” to ask it yourself.');
    await expect(press).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(press).toBeHidden();
    await expect(page.getByText('Under each answer stands')).toBeVisible();
    const compare = page.locator('[data-panel="compare"]');
    await expect(compare.locator('thead')).toHaveCSS('display', 'table-header-group');
    for (const whole of ['tbody tr', 'section', 'section li'])
      await expect(compare.locator(whole).first()).toHaveCSS('break-inside', 'avoid');
    await page.emulateMedia({ media: 'screen' });
  });
});

test('whoever prints goes on typing where they did, before any server has spoken too', async ({ page }) => {
  await openLab(page);
  const field = page.locator('.xterm-helper-textarea');
  await expect(field).toBeFocused();
  await page.emulateMedia({ media: 'print' });
  // what is not on paper has no keyboard
  await expect(field).not.toBeFocused();
  await page.emulateMedia({ media: 'screen' });
  await expect(field).toBeFocused();
  await page.keyboard.type('hosts');
  await expect(consolePane(page).locator('.xterm-rows')).toContainText('hosts');
});

test('a session is printed in full, black on white, and nothing of the lab around it', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openLab(page);
  await talk(page, [TOUR[0], '220 mx1.example.com'], [TOUR[1], '250 '], [TOUR[2], '250 2.1.0']);
  const sheets = await onPaper(page);
  await expect(sheets).toContainText(
    /engine \d+.*port 25.*S: 220 mx1.*C: MAIL FROM.*S: 250 2\.1\.0.*Sequence/s,
  );
  await expect(sheets).toHaveCSS('color', 'rgb(0, 0, 0)');
  // two columns: what the client says begins left of what the server says; arrows: each way, from one lane to another
  const lefts = await sheets
    .locator('tr')
    .filter({ hasText: /C: |S: / })
    .evaluateAll((rows) =>
      rows.map(({ children }) =>
        Array.from(children).findIndex(({ textContent }) => /^[CS]: /.test(textContent ?? '')),
      ),
    );
  expect(lefts).toEqual([2, 1, ...Array.from({ length: lefts.length - 4 }, () => 2), 1, 2]);
  const arrow = sheets.locator('tr', { hasText: 'EHLO client.example.net' }).locator('[data-arrow="right"]');
  expect((await arrow.boundingBox())?.width).toBeGreaterThan(200);
  await expect(sheets.locator('tr', { hasText: '250 2.1.0' }).locator('[data-arrow="left"]')).toHaveCount(1);
  // each sheet names the lanes again, and no row is torn
  await expect(sheets.locator('[data-ladder] thead')).toHaveCSS('display', 'table-header-group');
  await expect(sheets.locator('[data-ladder] tbody tr').first()).toHaveCSS('break-inside', 'avoid');
  await expect(page.locator('#root')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(sheets).toHaveCount(0);
  // and so it is where nobody waits: the browser asks, and lays the sheets out at once
  const atOnce = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const said = document.querySelector('[data-printed]')?.textContent;
    dispatchEvent(new Event('afterprint'));
    return said;
  });
  expect(atOnce).toContain('C: MAIL FROM');
  await page.emulateMedia({ media: null });
  const pages = String(await page.pdf({ format: 'A4' })).match(/\/Type \/Page\b/g);
  expect(pages).toHaveLength(1);
});
