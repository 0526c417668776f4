// Lessons in the hand: read in one sheet, typed and tapped in the others, and nothing wider than the screen.
import { expect, test, type Page } from '@playwright/test';
import { consolePane } from './drive.ts';
import { answer, goal, isMet } from './lesson-page.ts';

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const sheet = (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).tap();
  test('P2 is read in one sheet and typed in the other; nothing is wider than the screen', async ({
    page,
  }) => {
    test.slow();
    await page.goto('/#/learn/p2');
    await expect(goal(page, 'mark')).toContainText('Log in as bob');
    const wide = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await wide()).toBe(0);
    await sheet(page, 'Console');
    const field = consolePane(page).getByRole('textbox').last();
    for (const line of [
      'openssl s_client -quiet -crlf -connect pop.example.com:995',
      'USER bob',
      'PASS correct-horse',
      'DELE',
    ]) {
      await field.fill(line);
      await field.press('Enter');
    }
    await sheet(page, 'Guide');
    await expect(goal(page, 'mark')).toContainText('DELE wants the number of one letter');
    await sheet(page, 'Console');
    for (const line of ['DELE 1', 'STAT']) {
      await field.fill(line);
      await field.press('Enter');
    }
    await sheet(page, 'Guide');
    await goal(page, 'mark').getByRole('textbox').fill('5');
    await page.keyboard.press('Enter');
    await isMet(page, 'mark');
    expect(await wide()).toBe(0);
  });
  /** A lesson in the hand: what is typed is typed in its sheet; nothing is wider than the screen. */
  const begin = async (page: Page, id: string, step: string): Promise<void> => {
    await page.goto(`/#/learn/${id}`);
    await expect(goal(page, step)).toHaveAttribute('data-met', 'false');
    await fits(page);
  };
  const fits = async (page: Page): Promise<void> =>
    expect
      .poll(() =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      )
      .toBe(0);
  const type = async (page: Page, lines: readonly string[], last: string): Promise<void> => {
    await sheet(page, 'Console');
    const field = consolePane(page).getByRole('textbox').last();
    for (const line of lines) {
      await field.fill(line);
      await field.press('Enter');
    }
    await expect(consolePane(page).getByRole('log').first()).toContainText(last);
    await fits(page);
    await sheet(page, 'Guide');
  };
  test('I4: a mailbox is opened too late, and then its UIDs are noted', async ({ page }) => {
    test.slow();
    await begin(page, 'i4', 'note');
    const connect = 'openssl s_client -quiet -crlf -connect imap.example.com:993';
    await type(page, [connect, 'a1 LOGIN alice "paper lantern"', 'a2 FETCH 1:* (UID)'], 'a2 BAD');
    await expect(goal(page, 'note')).toContainText('Which mailbox is open?');
    await type(page, ['a3 SELECT INBOX', 'a4 FETCH 1:* (UID BODY.PEEK[HEADER.FIELDS (SUBJECT)])'], 'a4 OK');
    await answer(page, 'note', 0, '5');
    await answer(page, 'note', 1, '108');
    await isMet(page, 'note');
    await fits(page);
  });
  test('T1: the password crosses the café in the clear', async ({ page }) => {
    test.slow();
    await begin(page, 't1', 'open');
    const login = ['USER bob', 'PASS correct-horse'];
    await type(
      page,
      ['openssl s_client -quiet -crlf -connect pop.example.com:995', ...login],
      '+OK 6 messages',
    );
    await expect(goal(page, 'open')).toContainText('Very careful of you');
    await type(page, ['QUIT', 'telnet pop.example.com 110', ...login, 'QUIT'], 'telnet pop.example.com 110');
    await answer(page, 'open', 0, 'PASS');
    await isMet(page, 'open');
    await fits(page);
  });
  test('C2: both devices are synced by tapping, and what they said is beside the console', async ({
    page,
  }) => {
    test.slow();
    await begin(page, 'c2', 'fetch');
    await sheet(page, 'Stage');
    await page.getByRole('tab', { name: 'Devices' }).tap();
    for (const name of ['bob-laptop', 'bob-phone']) {
      const device = page.locator(`[data-device="${name}.example.net"]`);
      await device.getByRole('button', { name: 'Sync', exact: true }).tap();
      await expect(device.getByRole('button', { name: /^Open / })).toHaveCount(6);
    }
    await fits(page);
    await sheet(page, 'Console');
    await expect(page.getByRole('log', { name: 'What bob-phone says and hears' })).toContainText('IDLE');
    await fits(page);
    await sheet(page, 'Guide');
    const put = (item: string, bin: string): Promise<void> =>
      goal(page, 'fetch')
        .getByRole('group', { name: item, exact: true })
        .getByText(bin, { exact: true })
        .tap();
    await put('the laptop, by POP3', 'headers only');
    await put('the phone, by IMAP', 'headers only');
    await expect(goal(page, 'fetch')).toContainText('Not so.');
    await put('the laptop, by POP3', 'whole letters');
    await isMet(page, 'fetch');
    await fits(page);
  });
});
