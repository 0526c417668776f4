// A part of the page that does not arrive: it is said, nothing is lost, and it is asked for again.
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { overlap } from './boxes.ts';
import { chunkOf } from './chunks.ts';
import { consolePane, openLab, panel, POP, sayAll } from './drive.ts';

/** Whatever matches does not arrive until the returned function is called. */
async function withheld(page: Page, chunk: RegExp): Promise<() => Promise<void>> {
  await page.route(chunk, (route) => route.abort('connectionfailed'));
  return () => page.unroute(chunk);
}
const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'has not arrived' });

for (const [name, chunk] of [
  ['page', /\/page-[^/]*\.js/],
  ['simulation', /\/simulation-[^/]*\.js/],
] as const)
  test(`the ${name} does not arrive: one is told, types on, and is answered when it does`, async ({
    page,
  }) => {
    const allow = await withheld(page, chunk);
    await page.goto('./');
    await expect(notice(page)).toBeVisible();
    await page.locator('.xterm-helper-textarea').focus();
    await page.keyboard.insertText('whoami');
    await page.keyboard.press('Enter');
    await allow();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('log')).toContainText(/whoami.*you/s);
    await expect(notice(page)).toHaveCount(0);
  });

test('a panel does not arrive: it comes by itself with the network', async ({ page }) => {
  const allow = await withheld(page, chunkOf('stage'));
  await openLab(page);
  await sayAll(page, POP.slice(0, 1));
  // that it is on its way, not that there is nothing
  const loading = page.getByRole('tabpanel', { name: 'State machine' }).getByText('Loading', { exact: true });
  await expect(loading).toBeVisible();
  await page.getByRole('tab', { name: 'Mailboxes' }).click();
  await expect(notice(page)).toBeInViewport({ ratio: 1 });
  const [said, work] = [await notice(page).boundingBox(), await consolePane(page).boundingBox()];
  expect(said && work && overlap(said, work), 'what one types, or its help').toBe(false);
  await allow();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(panel(page, 'mailboxes')).toBeVisible();
  await expect(panel(page, 'machine')).toBeVisible();
  await expect(loading).toHaveCount(0);
  await expect(notice(page)).toHaveCount(0);
});

test('a page and a dialog say that they are on their way, and that they are lost; each comes', async ({
  page,
}) => {
  let lose = (): void => undefined;
  const held = new Promise<void>((resolve) => (lose = resolve));
  const chunks = ['share', 'pages'].map(chunkOf);
  for (const chunk of chunks)
    await page.route(chunk, async (route) => {
      await held;
      await route.abort('connectionfailed');
    });
  await openLab(page, '/#/compare');
  const guide = page.locator('[data-pane="guide"]');
  const arriving = guide.locator('[data-arriving]');
  await expect(arriving.getByRole('status')).toHaveText('Loading');
  await expect(arriving).toHaveAttribute('aria-busy', 'true');
  await expect(page).toHaveTitle('Compare · Mailwire');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.locator('#root > [role="status"]')).toHaveText('Loading');
  lose();
  await expect(arriving).toHaveAttribute('aria-busy', 'false');
  await expect(notice(page)).toBeVisible();

  for (const chunk of chunks) await page.unroute(chunk);
  await arriving.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
  await expect(guide.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(page.locator('[data-arriving]')).toHaveCount(0);
  await expect(notice(page)).toHaveCount(0);
});

test('the list of everything does not arrive: what is typed waits in its field', async ({ page }) => {
  let lose = (): void => undefined;
  const held = new Promise<void>((resolve) => (lose = resolve));
  const chunk = chunkOf('pages');
  await page.route(chunk, async (route) => {
    await held;
    await route.abort('connectionfailed');
  });
  await openLab(page);
  await consolePane(page).getByRole('textbox').first().focus();
  await page.keyboard.press('Control+k');
  const list = page.getByRole('dialog', { name: 'Everything one can do' });
  const field = list.getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.type('theme li');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('theme li');
  await expect(list.getByRole('status')).toHaveText('Loading');
  await expect(consolePane(page).locator('.xterm-rows')).not.toContainText('theme');
  lose();
  await expect(list.getByRole('status')).toContainText('has not arrived');
  await page.unroute(chunk);
  await list.getByRole('button', { name: 'Try again' }).click();
  await expect(list.getByRole('option').first()).toHaveAccessibleName(/^Theme: Light/);
  await field.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('what has come after all, because somebody came back to it, is not called missing any more', async ({
  page,
}) => {
  const allow = await withheld(page, chunkOf('devices'));
  await openLab(page);
  await page.getByRole('tab', { name: 'Devices' }).click();
  const devices = page.getByRole('tabpanel', { name: 'Devices' });
  await expect(devices).toContainText('has not arrived');
  await expect(notice(page)).toBeVisible();
  await allow();
  await page.getByRole('tab', { name: 'Queue' }).click();
  await page.getByRole('tab', { name: 'Devices' }).click();
  await expect(devices.getByRole('heading').first()).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});

test('a lesson does not arrive: it comes when somebody tries again', async ({ page }) => {
  const allow = await withheld(page, chunkOf('P1'));
  await page.goto('./#/learn/p1');
  await expect(notice(page)).toBeVisible();
  await expect(page.locator('[data-step]')).toHaveCount(0);
  await allow();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('[data-step]').first()).toBeVisible();
});

test('what was kept is not called broken because a script is late', async ({ page }) => {
  await openLab(page);
  await sayAll(page, POP.slice(0, 3));
  await expect(page.getByRole('log').first()).toContainText('6 messages');
  await page.waitForFunction(async () => {
    const databases = await indexedDB.databases();
    return databases.length > 0;
  });
  const allow = await withheld(page, chunkOf('kept'));
  await page.reload();
  await expect(notice(page)).toBeVisible();
  await expect(page.getByText('could not be read')).toHaveCount(0);
  await allow();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('log').first()).toContainText('6 messages');
});
