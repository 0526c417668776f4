// Two devices of one person: clicks, the commands they cause, and what each one knows.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { moment, openLab, panel, watch } from './drive.ts';

const device = (page: Page, name: string): Locator => page.locator(`[data-device="${name}.example.net"]`);
const cells = (page: Page, subject: string): Locator =>
  page.locator('[data-knows] tbody tr', { hasText: subject }).locator('td');
async function openDevices(page: Page): Promise<void> {
  await openLab(page);
  await page.getByRole('button', { name: 'World Standard' }).click();
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
    'INBOXread · flagged',
    'INBOXwhole',
    'INBOXwhole · read · flagged',
  ]);
  // the same on the console, to be read: the click, and what crossed the wire for it, the password not
  const log = page.getByRole('log', { name: 'What bob-phone says and hears' });
  await expect(log).toContainText('UID STORE 1 +FLAGS (\\Flagged)');
  await expect(log).toContainText('calls imap.example.com, port 993');
  await expect(log).toContainText('LOGIN bob ••••••');
  await expect(log.locator('p').filter({ hasText: /^Flag$/ })).toHaveCount(1);
  // and on the stage: the click has a rung of its own, before what it caused
  await page.getByRole('tab', { name: 'Sequence' }).click();
  const rungs = page.getByRole('listbox', { name: 'Sequence of everything sent, oldest first' });
  await expect(rungs.getByRole('option', { name: 'bob-phone, Flag', exact: true })).toBeVisible();
  await page.getByRole('tab', { name: 'Devices' }).click();
  // a line of it is a way to its moment
  await phone.locator('[data-caused]').getByRole('button', { name: 'device DONE', exact: true }).click();
  await expect(moment(page)).not.toHaveText(/^event (\d+) of \1$/);
  // there the server knows of no flag yet: the table is of the moment, like everything
  await expect(cells(page, 'The lantern').first()).toHaveText('INBOXread');
  await expect(log).not.toContainText('+FLAGS (\\Flagged)');
  // it can be put away, and brought back
  await page.getByRole('button', { name: 'What bob-phone says and hears' }).click();
  await expect(log).toBeHidden();
  await page.getByRole('button', { name: 'What bob-laptop says and hears' }).click();
  await expect(page.getByRole('log', { name: 'What bob-laptop says and hears' })).toContainText('RETR 6');
  expect(watched).toEqual({ errors: [], strangers: [] });
});
test('TLS may be asked for on the old port, or left out, and the wire shows it', async ({ page }) => {
  await openDevices(page);
  const laptop = device(page, 'bob-laptop');
  await laptop.getByText('Settings', { exact: true }).click();
  await laptop.getByLabel('TLS').selectOption('upgrade');
  await laptop.getByRole('button', { name: 'Sync' }).click();
  await expect(laptop.getByRole('button', { name: /^Open / })).toHaveCount(6);
  const log = page.getByRole('log', { name: 'What bob-laptop says and hears' });
  await expect(log).toContainText('calls pop.example.com, port 110');
  await expect(log).toContainText(/STLS.*TLS from here.*USER bob/s);
  await laptop.getByLabel('TLS').selectOption('none');
  await laptop.getByRole('button', { name: 'Sync' }).click();
  await expect(laptop.getByRole('status').filter({ hasText: 'does not take' })).toBeVisible();
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
