// T1 by typing and clicking, from the password in the clear to the quiz, with two mistakes that are met; S2 in the hand.
import { expect, test, type Page } from '@playwright/test';
import { consolePane, openLab, panel, say, sayAll } from './drive.ts';
import { goal, isMet } from './lesson-page.ts';
import { clean, cleanDarkAndLight } from './examine.ts';

const GUIDE = '[data-pane="guide"]';
const put = (page: Page, step: string, item: string, bin: string): Promise<void> =>
  goal(page, step).getByRole('group', { name: item, exact: true }).getByText(bin, { exact: true }).click();
const LOGIN = ['USER bob', 'PASS correct-horse'] as const;
const UPGRADE = 'openssl s_client -quiet -crlf -starttls pop3 -connect pop.example.com:110';

test('T1: mallory reads the password twice, then commands, then only the outside; the quiz follows', async ({
  page,
}) => {
  test.slow(); // a whole lesson
  await openLab(page, '/#/learn/t1');
  await goal(page, 'open').getByText('No, it is unreadable', { exact: true }).click();
  await sayAll(page, ['telnet pop.example.com 110', ...LOGIN]);
  await expect(panel(page, 'glasses')).toContainText('PASS correct-horse');
  await say(page, 'QUIT');
  await goal(page, 'open').getByRole('textbox').fill('PASS');
  await page.keyboard.press('Enter');
  await isMet(page, 'open');

  // the mistake: the same door, and the upgrade forgotten
  await sayAll(page, ['telnet pop.example.com 110', ...LOGIN]);
  await expect(goal(page, 'upgrade')).toContainText('mallory has your password twice now');
  await sayAll(page, ['QUIT', UPGRADE, ...LOGIN, 'QUIT']);
  await goal(page, 'upgrade').getByText('a few lines', { exact: true }).click();
  await put(page, 'upgrade', 'the greeting', 'she could read it');
  await put(page, 'upgrade', 'STLS', 'she could read it');
  await put(page, 'upgrade', 'USER bob', 'it was sealed');
  await put(page, 'upgrade', 'PASS correct-horse', 'it was sealed');
  await isMet(page, 'upgrade');

  await expect(goal(page, 'sealed')).toHaveAttribute('data-met', 'false');
  await say(page, 'openssl s_client -quiet -crlf -connect pop.example.com:995');
  await isMet(page, 'sealed');

  for (const item of ['your name', 'your password', 'the subjects of your letters'])
    await put(page, 'left', item, 'it is hidden');
  await put(page, 'left', 'the addresses of the two machines', 'she still sees it');
  await put(page, 'left', 'how much was sent, and when', 'she still sees it');
  await put(page, 'left', 'the name of the server', 'it is hidden');
  await expect(goal(page, 'left')).toContainText('Not so.');
  await expect(goal(page, 'left')).toHaveAttribute('data-met', 'false');
  await put(page, 'left', 'the name of the server', 'she still sees it');
  await isMet(page, 'left');
  await expect(page.getByText('You have met every goal.')).toBeVisible();
  const quiz = page.getByRole('region', { name: 'Quiz' });
  await quiz.getByText('TLS from the first octet (995)', { exact: true }).click();
  await expect(quiz).toContainText('Nobody can talk a client out of it.');
  await clean(page, 'T1, done', GUIDE);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('S2 is read, typed and answered in the hand; nothing is wider than the screen', async ({ page }) => {
    test.slow(); // a whole lesson
    await page.goto('/#/learn/s2');
    /** The page, and whatever the lesson lies in: the guide cuts off what is too wide, and the page does not show it. */
    const fits = async (): Promise<void> => {
      const tooWide = await page.evaluate(() => {
        const found: string[] = [];
        let each = document.querySelector('[data-step]') ?? document.documentElement;
        for (; ; each = each.parentElement ?? each) {
          const { right } = each.getBoundingClientRect();
          if (each.scrollWidth > each.clientWidth || right > innerWidth) found.push(each.tagName);
          if (each === document.documentElement) return found;
        }
      });
      expect(tooWide).toEqual([]);
    };
    const sheet = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).tap();
    /** Types in the one sheet, and comes back to read the other. */
    const type = async (lines: readonly string[]): Promise<void> => {
      await sheet('Console');
      const field = consolePane(page).getByRole('textbox').last();
      for (const line of lines) {
        await field.fill(line);
        await field.press('Enter');
      }
      await fits();
      await sheet('Guide');
      await expect(goal(page, 'hello')).toBeVisible();
      await fits();
    };
    await expect(goal(page, 'hello')).toHaveAttribute('data-met', 'false');
    await fits();
    await type(['telnet mx1.example.com 25', 'EHLO client.example.net']);
    await isMet(page, 'hello');
    await type(['RCPT TO:<bob@example.com>']);
    await expect(goal(page, 'envelope')).toContainText('Which command opens the envelope');
    await goal(page, 'envelope').getByText('No', { exact: true }).tap();
    await expect(goal(page, 'envelope')).toContainText('That is so.');
    await type(['MAIL FROM:<you@client.example.net>', 'RCPT TO:<bob@example.com>']);
    await isMet(page, 'envelope');
    await type(['DATA', 'To: carol@example.com', 'Subject: Whose?', '', 'Who got this?', '.']);
    await isMet(page, 'letter');
    for (const [nth, text] of ['<you@client.example.net>', 'MAIL FROM'].entries()) {
      await goal(page, 'kept').getByRole('textbox').nth(nth).fill(text);
      await page.keyboard.press('Enter');
    }
    await isMet(page, 'kept');
    await page.getByText('to the address in From:', { exact: true }).tap();
    await expect(page.getByRole('region', { name: 'Quiz' })).toContainText('A bounce follows the envelope.');
    await fits();
    await clean(page, 'S2 on a phone, done', GUIDE);
  });
});

test('axe finds nothing in J1, J2, T1 and C2 with every step open, in two themes', async ({ page }) => {
  await openLab(page);
  for (const [id, title] of [
    ['j1', 'One mail, end to end'],
    ['j2', 'Where to?'],
    ['t1', 'What the café sees'],
    ['c2', 'Two devices, two ways'],
  ] as const) {
    await page.goto(`/#/learn/${id}`);
    const guide = page.locator(GUIDE);
    await expect(guide.getByRole('heading', { level: 2, name: title })).toBeVisible();
    await expect(guide.locator('[data-step]').first()).toBeVisible();
    const closed = guide.locator('[data-step] h3 [aria-expanded="false"]');
    for (let left = await closed.count(); left > 0; left--) await closed.first().click();
    await expect(closed).toHaveCount(0);
    await cleanDarkAndLight(page, id, GUIDE);
    if (id !== 'c2') continue;
    await expect(page.locator('[data-device]').first()).toBeVisible();
    await cleanDarkAndLight(page, 'the devices', '[data-pane="stage"]');
  }
});
