// C2 as it is played: by clicks on a laptop and a phone, with a mistake that is asked about.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { openLab } from './drive.ts';
import { goal, isMet } from './lesson-page.ts';

const device = (page: Page, host: string): Locator => page.locator(`[data-device="${host}.example.net"]`);
const put = (page: Page, step: string, question: number, item: string, bin: string): Promise<void> =>
  goal(page, step)
    .locator('[data-ask]')
    .nth(question)
    .getByRole('group', { name: item, exact: true })
    .getByText(bin, { exact: true })
    .click();

test('C2: two devices, two ways, clicked from beginning to end', async ({ page }) => {
  test.slow(); // a whole lesson
  await openLab(page, '/#/learn/c2');
  const laptop = device(page, 'bob-laptop');
  const phone = device(page, 'bob-phone');
  const open = (on: Locator, subject: RegExp): Promise<void> =>
    on.getByRole('button', { name: subject }).first().click();
  await laptop.getByRole('button', { name: 'Sync', exact: true }).click();
  await phone.getByRole('button', { name: 'Sync', exact: true }).click();
  await put(page, 'fetch', 0, 'the laptop, by POP3', 'whole letters');
  await put(page, 'fetch', 0, 'the phone, by IMAP', 'headers only');
  await isMet(page, 'fetch');

  // the wrong device: the phone tells the server
  await open(phone, /^Open “The lantern/);
  await expect(goal(page, 'read')).toContainText('On the phone a click tells the server.');
  await page.getByRole('button', { name: 'Go to the beginning of step 2' }).click();
  await open(laptop, /^Open “The lantern/);
  await expect(goal(page, 'read')).not.toContainText('On the phone a click tells the server.');
  await phone.getByRole('button', { name: 'Sync', exact: true }).click();
  await open(phone, /^Open “hi”/);
  await put(page, 'read', 0, 'the lantern, read on the laptop', 'the server does not know');
  await put(page, 'read', 0, 'hi, read on the phone', 'the server knows');
  await isMet(page, 'read');

  await laptop.getByText('Settings', { exact: true }).click();
  await laptop.getByLabel('On the server, once fetched').selectOption('mirror');
  await open(laptop, /^Open “The Riverside Reader/);
  await laptop.getByRole('button', { name: 'Delete', exact: true }).click();
  await laptop.getByRole('button', { name: 'Sync', exact: true }).click();
  await isMet(page, 'throw');

  await phone.getByText('Settings', { exact: true }).click();
  await phone.getByLabel('New folder').fill('Books');
  await phone.getByRole('button', { name: 'Make', exact: true }).click();
  await open(phone, /^Open “The catalogue, sealed/);
  await phone.getByLabel('Move to').selectOption('Books');
  await isMet(page, 'file');

  await laptop.getByRole('button', { name: 'IMAP', exact: true }).click();
  await laptop.getByRole('button', { name: 'Sync', exact: true }).click();
  await open(laptop, /^Open “Have you still got all the dots/);
  await laptop.getByRole('button', { name: 'Flag', exact: true }).click();
  await isMet(page, 'switch');

  await put(page, 'table', 0, 'new mail has come', 'the other one knows');
  for (const item of ['read', 'flagged', 'put into a folder', 'deleted here'])
    await put(page, 'table', 0, item, 'it does not');
  for (const item of ['new mail has come', 'read', 'flagged', 'put into a folder', 'deleted'])
    await put(page, 'table', 1, item, 'the other one knows');
  await isMet(page, 'table');
  await expect(page.getByText('You have met every goal.')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('C2 brings its devices to the front', async ({ page }) => {
    await openLab(page, '/#/learn/c2');
    await expect(page.locator('[data-step]').first()).toBeVisible();
    await page.getByRole('button', { name: 'Stage', exact: true }).tap();
    await expect(page.getByRole('tab', { name: 'Devices' })).toHaveAttribute('aria-selected', 'true');
    await expect(device(page, 'bob-phone')).toBeVisible();
  });
});
