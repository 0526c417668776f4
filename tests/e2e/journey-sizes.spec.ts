// One whole journey on every screen, in the dark and in the light: a letter is sent, fetched, read, and the world turned back.
import { expect, test, type Page } from '@playwright/test';
import { overlap, sideways } from './boxes.ts';
import { consolePane, LETTER, log, moment, openLab, talk, TOUR, type Turn } from './drive.ts';

const { step } = test;
const POP = 'openssl s_client -quiet -crlf -connect pop.example.com:995';
const IMAP = 'openssl s_client -quiet -crlf -connect imap.example.com:993';
const ANSWERS = ['220 mx1', '250 DSN', '250 2.1.0', '250 2.1.5', '354 '] as const;
const SENT: readonly Turn[] = [
  ...TOUR.map((line, i): Turn => [line, ANSWERS[i] ?? '']),
  ...LETTER.map((line): Turn => [line, line === '.' ? '250 2.0.0 Taken' : '']),
  ['QUIT', 'Connection closed'],
];
const OURS = 'no program wrote this letter. I typed it.';
/** On a phone one sheet is seen at a time. */
const sheets = (page: Page, phone: boolean) => async (name: 'Console' | 'Stage') => {
  if (phone) await page.getByRole('button', { name, exact: true }).tap();
};
async function wear(page: Page, theme: 'Dark' | 'Light', phone: boolean): Promise<void> {
  const button = page.getByRole('button', { name: theme, exact: true });
  if (phone) await page.getByRole('button', { name: 'Everything one can do' }).tap();
  await (phone ? page.getByRole('dialog').getByRole('button', { name: theme }).tap() : button.click());
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
  if (phone) await page.keyboard.press('Escape');
}
async function journey(page: Page, phone: boolean): Promise<void> {
  const toSheet = sheets(page, phone);
  const letters = async (count: number) => {
    await page.getByRole('tab', { name: 'Mailboxes' }).click();
    await expect(page.locator('[data-box="bob/INBOX"]')).toContainText(`${count} letters`);
  };
  await step('a letter by SMTP lies in bob’s mailbox', async () => {
    await talk(page, ...SENT);
    await toSheet('Stage');
    await letters(7);
    await toSheet('Console');
  });
  await step('too early a command is refused, its card says what is legal, and that is taken', async () => {
    await talk(page, [POP, '+OK pop'], ['RETR 7', '-ERR RETR']);
    const card = page.getByRole('region', { name: 'Why not' });
    await expect(card).toContainText('RFC 1939');
    await expect(card).toBeInViewport();
    if (phone) await card.getByRole('button', { name: 'All of it' }).tap();
    await card.getByRole('button', { name: 'Take USER' }).click();
    await page.keyboard.insertText('bob');
    await page.keyboard.press('Enter');
    await expect(log(page)).toContainText('+OK Now the password');
    await expect(card).toBeHidden();
  });
  await step('it is read by POP3, and by IMAP', async () => {
    await talk(page, ['PASS correct-horse', '+OK 7 messages'], ['RETR 7', OURS], ['QUIT', '+OK Bye']);
    await talk(
      page,
      [IMAP, '* OK'],
      ['a1 LOGIN bob correct-horse', 'a1 OK'],
      ['a2 SELECT INBOX', '* 7 EXISTS'],
      ['a3 FETCH 7 BODY[TEXT]', OURS],
      ['a4 LOGOUT', 'a4 OK'],
    );
  });
  await step('and all of it is turned back', async () => {
    await toSheet('Stage');
    await page.getByRole('button', { name: 'To the start' }).click();
    await expect(moment(page)).toHaveText(/^event 0 of/);
    await page.getByRole('tab', { name: 'Mailboxes' }).click();
    await expect(page.getByRole('treegrid')).toBeVisible();
    await expect(page.locator('[data-box="bob/INBOX"]', { hasText: '7 letters' })).toHaveCount(0);
    await toSheet('Console');
    await expect(log(page)).not.toContainText(OURS);
    await page.getByRole('button', { name: 'To the present' }).click();
    await expect(log(page)).toContainText(OURS);
    await toSheet('Stage');
    await letters(7);
    await toSheet('Console');
    expect(await page.evaluate(sideways)).toBe(0);
  });
}
for (const [what, width, height] of [
  ['a desk', 1440, 900],
  ['a large desk', 1920, 1080],
  ['a phone', 390, 844],
] as const)
  test.describe(what, () => {
    const phone = width < 1000;
    test.use({ viewport: { width, height }, hasTouch: phone, isMobile: phone, colorScheme: 'dark' });
    test('the whole journey, in the dark and in the light', async ({ page }) => {
      await openLab(page);
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await step('dark', () => journey(page, phone));
      await wear(page, 'Light', phone);
      await beginAnew(page, phone);
      await step('light', () => journey(page, phone));
    });
  });
async function beginAnew(page: Page, phone: boolean): Promise<void> {
  if (phone) {
    await page.getByRole('button', { name: 'Everything one can do' }).tap();
    await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).tap();
  } else await page.getByRole('button', { name: 'Start over' }).click();
  // what is offered then hides nothing of where one types, nor of its help
  const offer = page.getByText('You begin afresh.').locator('..');
  await expect(offer).toBeInViewport({ ratio: 1 });
  const [there, work] = [await offer.boundingBox(), await consolePane(page).boundingBox()];
  expect(there && work && overlap(there, work)).toBe(false);
  await expect(log(page)).not.toContainText(OURS);
}
