// Every octet with what it is; what somebody on the way sees of it; and one thing lit in all panels.
import { expect, test } from '@playwright/test';
import { openLab, panel, POP, say, sayAll, TOUR } from './drive.ts';
import { clean } from './examine.ts';

const CLEAR = ['telnet mx1.example.com 25', 'EHLO client.example.net'] as const;

test('a command octet by octet: roles, line end, arrows light what they stand on', async ({ page }) => {
  await openLab(page);
  await sayAll(page, TOUR.slice(0, 3));
  await page.getByRole('tab', { name: 'Bytes' }).click();
  const bytes = panel(page, 'bytes');
  await panel(page, 'sequence')
    .getByRole('option', { name: /MAIL FROM/ })
    .click();
  await page.mouse.move(0, 0); // what is pointed at comes before the moment, and the ladder may have moved under the pointer
  const pieces = bytes.getByRole('listbox', { name: 'What the octets are' });
  await expect(pieces.getByRole('option')).toHaveText([
    /MAIL.*verb/,
    /FROM:.*keyword/,
    /argument: reverse-path/,
    /CR LF/,
  ]);
  const dump = bytes.getByRole('region', { name: 'The octets' });
  await expect(dump).toContainText('4d 41 49 4c');
  await expect(dump).toContainText('0d 0a');
  await expect(dump).toContainText('←↓');
  await pieces.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(pieces.getByRole('option', { selected: true })).toContainText('FROM:');
  await clean(page, 'a command', '[data-panel="bytes"]');
});

test('what is counted and decoded: a literal, a login in base64', async ({ page }) => {
  await openLab(page);
  await test.step('literals are counted', async () => {
    await sayAll(page, [
      'openssl s_client -quiet -crlf -connect imap.example.com:993',
      'a1 LOGIN bob correct-horse',
      'a2 SELECT INBOX',
      'a3 FETCH 1 BODY[HEADER.FIELDS (SUBJECT)]',
    ]);
    await page.getByRole('tab', { name: 'Bytes' }).click();
    await expect(panel(page, 'bytes')).toContainText(/literal count · (\d+) announced, \1 came/);
  });
  await test.step('a login in base64 says what it says', async () => {
    await sayAll(page, ['a4 LOGOUT', POP[0], 'AUTH PLAIN AGJvYgBjb3JyZWN0LWhvcnNl']);
    await panel(page, 'sequence')
      .getByRole('option', { name: /AUTH PLAIN/ })
      .click();
    await expect(panel(page, 'bytes')).toContainText('base64, says ␀bob␀correct-horse');
  });
});

test('an eavesdropper reads what is in clear, and of TLS the header and the size', async ({ page }) => {
  await openLab(page);
  await sayAll(page, CLEAR);
  await page.getByRole('tab', { name: 'Bytes' }).click();
  const bytes = panel(page, 'bytes');
  await bytes.getByRole('button', { name: 'As an eavesdropper' }).click();
  await expect(bytes).toContainText('whoever is on the way reads all of it');
  await say(page, 'QUIT');
  await sayAll(page, POP.slice(0, 3));
  await page.getByRole('option', { name: /PASS correct-horse/ }).click();
  await expect(bytes).toContainText('TLS record, 42 octets'); // PASS correct-horse, CR LF, and 22 of TLS
  await expect(bytes).toContainText('17 03 03 00 25');
  const dom = await bytes.evaluate((element) => element.outerHTML);
  for (const secret of ['PASS', 'horse', '50 41 53 53']) expect(dom.includes(secret), secret).toBe(false);
  await expect(bytes).toContainText('TLS records');
  await clean(page, 'sealed', '[data-panel="bytes"]');
});
