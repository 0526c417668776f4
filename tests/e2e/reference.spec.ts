// Why not, and the manual: both read the declarations the servers run on.
import { expect, test, type Page } from '@playwright/test';
import { clean } from './examine.ts';
import { log, openLab, panel, say, sayAll } from './drive.ts';

const card = (page: Page) => page.getByRole('region', { name: 'Why not' });

test('a refusal explains itself, offers what is legal, and is taken back', async ({ page }) => {
  await openLab(page);
  await sayAll(page, ['telnet mx1.example.com 25', 'EHLO client.example.net', 'RCPT TO:<bob@example.com>']);
  await expect(card(page)).toHaveAttribute('data-why', 'smtp/RCPT/badSequence');
  await expect(card(page)).toContainText('No envelope yet');
  await expect(card(page)).toContainText('you are client.example.net');
  await clean(page, 'why not', '[data-why]');
  await card(page).getByRole('button', { name: 'Take MAIL' }).click();
  await expect(card(page)).toBeHidden();
  await page.keyboard.type('FROM:<you@client.example.net>');
  await page.keyboard.press('Enter');
  await say(page, 'RCPT TO:<bobb@example.com>');
  await expect(card(page)).toContainText('from you@client.example.net');
  await card(page).getByRole('button', { name: 'Take it back' }).click();
  await expect(card(page)).toBeHidden();
  await say(page, 'RCPT TO:<bob@example.com>');
  await expect(log(page)).toContainText('250 2.1.5');

  // what shares a send with something else is refused all the same, and each refusal has its card
  await say(page, 'QUIT');
  await say(
    page,
    String.raw`printf "EHLO x\r\nRCPT TO:<bob@example.com>\r\nFOO\r\nQUIT\r\n" | nc mx1.example.com 25`,
  );
  await expect(card(page)).toHaveAttribute('data-why', 'smtp/FOO/unknown');
  await expect(card(page).getByRole('link')).toBeHidden();
  await expect(log(page).getByText('Server refuses:')).toHaveCount(3);
  // by keys: after a click one goes on typing
  await card(page).getByRole('button', { name: '2 of 2 refusals' }).press('Enter');
  await expect(card(page)).toHaveAttribute('data-why', 'smtp/RCPT/badSequence');
  await expect(card(page).getByRole('button', { name: '1 of 2 refusals' })).toBeFocused();
  await card(page).getByRole('link', { name: 'RFC 5321' }).click();
  await expect(panel(page, 'reference')).toContainText('RCPT TO:');
});

test('a command is looked up by its reply, read, and tried', async ({ page }) => {
  await openLab(page, '/#/reference');
  const manual = panel(page, 'reference');
  await manual.getByRole('searchbox').fill('IN-USE');
  await expect(manual.getByRole('status')).toHaveText(/^\d entr/);
  await manual.getByRole('link', { name: /^PASS/ }).click();
  await expect(manual).toContainText('RFC 1939 §7');
  await expect(manual).toContainText('-ERR [IN-USE]');
  await clean(page, 'an entry', '[data-panel="reference"]');
  await manual.getByRole('button', { name: 'Try it' }).click();
  await expect(log(page)).toContainText('USER bob');
  await expect(page).toHaveTitle('PASS · Reference · Mailwire');
  await page.keyboard.press('Enter');
  await expect(panel(page, 'network')).toContainText('Maildrop open');
  await manual.getByRole('link', { name: 'All entries' }).click();
  await expect(page).toHaveTitle('Reference · Mailwire');
  await expect(
    manual.getByRole('region', { name: 'IMAP' }).getByRole('link', { name: /^UID FETCH/ }),
  ).toBeAttached();
  await clean(page, 'all entries', '[data-panel="reference"]');
});
