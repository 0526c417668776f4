// Two devices of one person: clicks, the commands they cause, and what each one knows.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { moment, openLab, panel, watch } from './drive.ts';

const device = (page: Page, name: string): Locator => page.locator(`[data-device="${name}.example.net"]`);
const cells = (page: Page, subject: string): Locator =>
  page.locator('[data-knows] tbody tr', { hasText: subject }).locator('td');
async function openDevices(page: Page): Promise<void> {
  await openLab(page);
  await page.getByRole('button', { name: 'World standard' }).click();
  await page.getByRole('button', { name: /^Two devices/ }).click();
  await page.getByRole('tab', { name: 'Devices' }).click();
  await expect(device(page, 'bob-phone')).toBeVisible();
}

test('what is flagged on the phone is known to the server and not to the laptop', async ({
  page,
  baseURL,
}) => {
  const watched = watch(page, new URL(baseURL ?? '').origin);
  await openDevices(page);
  const [laptop, phone] = [device(page, 'bob-laptop'), device(page, 'bob-phone')];
  await laptop.getByRole('button', { name: 'Sync' }).click();
  await expect(laptop.getByRole('button', { name: /^Open / })).toHaveCount(6);
  await phone.getByRole('button', { name: 'Sync' }).click();
  await expect(phone.getByRole('button', { name: /^Open / })).toHaveCount(6);
  await phone.getByRole('button', { name: /^Open “The lantern/ }).click();
  await phone.getByRole('button', { name: 'Flag', exact: true }).click();
  await expect(phone.locator('[data-caused]')).toContainText('UID STORE 1 +FLAGS (\\Flagged)');
  await expect(cells(page, 'The lantern')).toHaveText([
    'INBOXread, flagged',
    'INBOXwhole',
    'INBOXwhole, read, flagged',
  ]);
  // a line of it is a way to its moment
  await phone.locator('[data-caused]').getByRole('button', { name: 'device DONE', exact: true }).click();
  await expect(moment(page)).not.toHaveText(/^event (\d+) of \1$/);
  expect(watched).toEqual({ errors: [], strangers: [] });
});
test('a letter is written with keys alone, and comes to the other device by itself', async ({ page }) => {
  await openDevices(page);
  const [laptop, phone] = [device(page, 'bob-laptop'), device(page, 'bob-phone')];
  await phone.getByRole('button', { name: 'Sync' }).click();
  await expect(phone.getByRole('button', { name: /^Open / })).toHaveCount(6);
  await laptop.getByRole('button', { name: 'Write' }).focus();
  await page.keyboard.press('Enter');
  await laptop.getByLabel('To').focus();
  await page.keyboard.type('bob@example.com');
  await page.keyboard.press('Tab');
  await page.keyboard.type('To myself');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Remember the lantern.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(phone.getByRole('button', { name: /^Open “To myself/ })).toBeVisible();
  await expect(panel(page, 'devices')).toContainText('What came by itself');
});
