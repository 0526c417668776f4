import { expect, test, type Locator, type Page } from '@playwright/test';
import { sideways } from './boxes.ts';
import { consolePane, openLab, panel, say, sayAll } from './drive.ts';
import { THEMES } from './examine.ts';

const LOGIN = [
  'openssl s_client -quiet -crlf -connect imap.example.com:993',
  'a1 LOGIN bob correct-horse',
  'a2 SELECT INBOX',
] as const;
const { step } = test;
const messages = (page: Page): Locator => page.locator('[data-of="bob/INBOX"]');
const inbox = (page: Page): Locator => page.locator('[data-box="bob/INBOX"]');
const row = (page: Page, uid: number): Locator => messages(page).and(page.locator(`[data-uid="${uid}"]`));
/** Two people have bob's INBOX open: the one who sits at bob-laptop types. */
async function both(page: Page): Promise<void> {
  await sayAll(page, LOGIN);
  await page.getByRole('button', { name: 'Sit down at bob-laptop' }).click();
  await sayAll(page, LOGIN);
  await page.getByRole('tab', { name: 'Mailboxes' }).click();
}

test('two sessions in one mailbox, and folders', async ({ page }) => {
  await openLab(page);
  await step('two sessions number one mailbox: each as it was told', async () => {
    await both(page);
    await expect(row(page, 3)).toContainText('The Riverside Reader');
    await expect(row(page, 3).getByRole('gridcell')).toHaveText(['3', '3', '3']);
    await say(page, String.raw`b1 STORE 2 +FLAGS (\Deleted \Flagged)`);
    await expect(row(page, 2)).toContainText(String.raw`+\Deleted`);
    await say(page, 'b2 EXPUNGE');
    // who has expunged counts on at once; the other one is not told before it says something
    await expect(inbox(page)).toContainText('not told yet: 1 gone');
    await expect(row(page, 2).getByRole('gridcell')).toHaveText(['2untold', '–', '2']);
    await expect(row(page, 3).getByRole('gridcell')).toHaveText(['3', '2was 3', '3']);
  });
  await step('axe finds nothing', async () => {
    for (const [, button, look] of THEMES) {
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('tab', { name: 'Mailboxes' }).click();
      await expect(inbox(page)).toBeVisible();
      await look(page, 'two sessions', '[data-panel="mailboxes"]');
    }
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.getByRole('tab', { name: 'Mailboxes' }).click();
  });
  await step('each goes on as it is told', async () => {
    await expect(inbox(page)).toContainText('5 letters');
    await page.getByRole('button', { name: 'you@client', exact: true }).first().click();
    await say(page, 'a3 FETCH 1 (FLAGS)');
    await expect(row(page, 3).getByRole('gridcell')).toHaveText(['3', '2', '3']);
    await say(page, 'a4 NOOP');
    await expect(row(page, 2)).toHaveCount(0);
    await expect(row(page, 3).getByRole('gridcell')).toHaveText(['2was 3', '2', '3']);
    await expect(inbox(page)).not.toContainText('not told yet');
    // and back: a moment looked at again is what it was
    await page.getByRole('button', { name: 'Take back', exact: true }).first().click();
    await expect(row(page, 3).getByRole('gridcell')).toHaveText(['3', '2', '3']);
    await expect(inbox(page)).toContainText('not told yet: 1 gone');
  });
  await step('folders come, are called otherwise, and go', async () => {
    await page.getByRole('button', { name: 'you@client', exact: true }).first().click();
    await sayAll(page, ['a5 CREATE Plans/Autumn', 'a6 COPY 1 Plans/Autumn']);
    const autumn = page.locator('[data-box="bob/Plans/Autumn"]');
    await expect(autumn).toContainText('1 letter');
    await expect(autumn).toContainText('changed now');
    await expect(autumn).toHaveAttribute('aria-level', '3');
    await expect(page.locator('[data-of="bob/Plans/Autumn"]')).toContainText('new');
    await say(page, 'a7 RENAME Plans Trips');
    await expect(page.locator('[data-box="bob/Trips/Autumn"]')).toContainText('1 letter');
    await say(page, 'a8 DELETE Trips/Autumn');
    await expect(page.locator('[data-box="bob/Trips/Autumn"]')).toContainText('deleted');
    await say(page, 'a9 NOOP');
    await expect(page.locator('[data-box="bob/Trips/Autumn"]')).toHaveCount(0);
  });
});

test('the grid by keys, in any script, and of 100,000 messages', async ({ page }) => {
  await openLab(page);
  await page.getByRole('tab', { name: 'Mailboxes' }).click();
  await step('the grid is a tree for the keyboard', async () => {
    const grid = page.getByRole('treegrid', { name: 'Mailboxes and their messages' });
    await grid.focus();
    const active = page.locator('[role="row"][aria-selected="true"]');
    await expect(active).toHaveAttribute('data-user', /./);
    await page.keyboard.press('ArrowDown');
    await expect(active).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowLeft');
    await expect(active).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(active).toHaveAttribute('aria-level', '3');
    await page.keyboard.press('ArrowLeft');
    await expect(active).toHaveAttribute('data-box', /INBOX/);
    await page.keyboard.press('End');
    await expect(active).toBeInViewport();
    await page.keyboard.press('Home');
    await expect(active).toHaveAttribute('aria-rowindex', '1');
    await page.keyboard.type('the river');
    await expect(active).toContainText('The Riverside Reader');
    await expect(active).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(panel(page, 'message')).toContainText('UID');
    await expect(grid).toBeFocused();
  });
  await step('whom a letter is from and what about are read in any script', async () => {
    await page.getByRole('treegrid').focus();
    const active = page.locator('[role="row"][aria-selected="true"]');
    // on a slow machine there may be a pause between two keys that begins another name
    await expect(async () => {
      await page.keyboard.type('eine lesung');
      await expect(active).toContainText('Eine Lesung im März?', { timeout: 1000 });
    }).toPass();
    await expect(active).toContainText('José');
  });
  await step('a mailbox of 100,000 messages is looked at as one of three is', async () => {
    await page.getByRole('button', { name: /^World/ }).click();
    await page.getByRole('button', { name: /^A hundred thousand letters/ }).click();
    await page.getByRole('tab', { name: 'Mailboxes' }).click();
    const grid = page.getByRole('treegrid');
    // nobody types into a world that is not there yet
    await expect(panel(page, 'network')).toContainText('100,000 letters');
    await grid.focus();
    await page.keyboard.type('alice');
    await expect(page.locator('[data-box="alice/INBOX"]')).toContainText('100,000 letters');
    await page.keyboard.press('End');
    const active = page.locator('[role="row"][aria-selected="true"]');
    await expect(active).toBeInViewport();
    expect(Number(await active.getAttribute('aria-rowindex'))).toBeGreaterThan(100_000);
    expect(await page.getByRole('row').count()).toBeLessThan(60);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('numbers, flags and dates fit', async ({ page }) => {
    await openLab(page);
    const line = consolePane(page).locator('input').first();
    for (const words of [...LOGIN, String.raw`a3 STORE 1 +FLAGS (\Answered \Flagged $Forwarded)`]) {
      await line.fill(words);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('button', { name: 'Stage', exact: true }).click();
    await page.getByRole('tab', { name: 'Mailboxes' }).click();
    await expect(row(page, 1)).toContainText(String.raw`+\Answered`);
    await expect(row(page, 1)).toContainText('30-Oct-2026');
    await expect(row(page, 1)).toContainText('MODSEQ 8');
    expect(await page.evaluate(sideways)).toBe(0);
    await row(page, 1).click();
    await page.getByRole('tab', { name: 'Message' }).click();
    await expect(panel(page, 'message')).toContainText('bob, UID 1');
  });
});
