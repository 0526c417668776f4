// Point at one thing, or reach it by keys: what is one thing with it is lit in every panel.
import { expect, test, type Page } from '@playwright/test';
import { LETTER, openLab, panel, sayAll, TOUR } from './drive.ts';

const looked = '[data-looked]';
const rung = (page: Page, name: string | RegExp) => page.getByRole('option', { name });
async function written(page: Page): Promise<void> {
  await openLab(page);
  await sayAll(page, [...TOUR, ...LETTER]);
  await expect(panel(page, 'network').getByText('7 letters')).toBeVisible();
}
const litLines = (page: Page): Promise<number> =>
  page.locator('.xterm-rows [style*="background-color"]').count();

test('what is pointed at is lit everywhere, and what is reached by keys', async ({ page }) => {
  await written(page);
  await test.step('line → arrow, by the keys of the transcript', () => lineByKeys(page));
  await page.getByRole('button', { name: 'Transcript' }).click();
  await test.step('edge → arrows, by focus', () => edgeByFocus(page));
  await test.step('arrow by keys → edge', () => arrowByKeys(page));
  await test.step('arrow → line, edge and octets', () => arrowByPointer(page));
});
async function arrowByPointer(page: Page): Promise<void> {
  // whoever looks for it scrolls back
  await panel(page, 'sequence').getByRole('listbox').hover();
  await page.mouse.wheel(0, -200);
  await rung(page, /RCPT TO/).hover();
  await expect(panel(page, 'machine').locator(looked)).toHaveText(/RCPT · the mailbox is here/);
  await expect.poll(() => litLines(page)).toBeGreaterThan(0);
  await page.getByRole('tab', { name: 'Bytes' }).click();
  await rung(page, /RCPT TO/).hover();
  await expect(panel(page, 'bytes')).toContainText('RCPT');
}
async function lineByKeys(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Transcript' }).click();
  await page.getByRole('log').first().focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowUp');
  await expect(rung(page, 'client to mx1: .')).toHaveAttribute('data-looked', '');
}
async function edgeByFocus(page: Page): Promise<void> {
  const done = panel(page, 'machine').locator('[aria-current="step"] button').first();
  await done.focus();
  await expect(done).toHaveAttribute('data-looked', '');
  await expect(rung(page, 'client to mx1: .')).toHaveAttribute('data-looked', '');
  // where one may go next is where one has been
  await panel(page, 'machine').locator('ol').getByRole('button', { name: 'MAIL' }).focus();
  await expect.poll(() => litLines(page)).toBeGreaterThan(0);
  await expect(panel(page, 'machine').locator(looked)).toHaveText('MAIL');
}
test('letter in a mailbox → arrow, by pointer and by focus; and back', async ({ page }) => {
  await written(page);
  await page.getByRole('tab', { name: 'Bytes' }).click();
  await page.getByRole('tab', { name: 'Mailboxes' }).click();
  const letter = panel(page, 'mailboxes').getByRole('row', { name: /Typed by hand/ });
  await letter.hover();
  await expect(panel(page, 'bytes')).toContainText('the lone dot');
  await page.mouse.move(0, 0);
  // on a slow machine there may be a pause between two keys that begins another name
  await expect(async () => {
    await panel(page, 'mailboxes').getByRole('treegrid').focus();
    await page.keyboard.type('Typed');
    await expect(panel(page, 'bytes')).toContainText('the lone dot', { timeout: 1000 });
  }).toPass();
  await panel(page, 'bytes').getByRole('listbox').hover();
  await expect(panel(page, 'mailboxes').locator(looked)).toHaveCount(1);
});
async function arrowByKeys(page: Page): Promise<void> {
  await page.getByRole('listbox').first().focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('[data-panel="sequence"] [data-looked]').first()).toBeVisible();
  await expect(panel(page, 'machine').locator(looked)).toHaveCount(1);
  const ladder = panel(page, 'sequence').getByRole('listbox');
  await ladder.press('Home');
  const now = ladder.getByRole('option', { selected: true });
  await expect(now).toHaveAttribute('aria-posinset', '1');
  await expect(ladder).toHaveAttribute('aria-activedescendant', (await now.getAttribute('id')) ?? '');
  await ladder.press('End');
}
