// Every kind of exercise, as it stands in a lesson, played in the page.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { consolePane, openLab, say, sayAll } from './drive.ts';
import { goal, isMet } from './lesson-page.ts';

const ask = (page: Page, step: string, id: string): Locator => goal(page, step).locator(`[data-ask="${id}"]`);
const isRight = (of: Locator): Promise<void> => expect(of).toHaveAttribute('data-right', 'true');
/** As the steps before leave it. */
const goTo = (page: Page, step: number): Promise<void> =>
  page.getByRole('button', { name: `Go to the beginning of step ${step}` }).click();

/** One that is not its turn yet. */
const unfold = (page: Page, step: string): Promise<void> =>
  goal(page, step).locator('h3 [aria-expanded="false"]').click();

test('S3: codes are sorted, the first wrong line is found, a reply is foretold; then one is the server', async ({
  page,
}) => {
  test.slow();
  await openLab(page, '/#/learn/s3');
  await expect(goal(page, 'codes')).toBeVisible();
  await goTo(page, 4);
  await isMet(page, 'badly');
  for (const [code, bin] of [
    ['500', 'unknown word'],
    ['501', 'badly written'],
    ['502', 'not done here'],
    ['503', 'wrong moment'],
  ] as const)
    await goal(page, 'codes').getByRole('group', { name: code, exact: true }).getByText(bin).click();
  await isRight(ask(page, 'codes', 'kinds'));
  // what is right or wrong of several is said by a sign with a name, not by a colour alone
  await expect(
    ask(page, 'codes', 'kinds').getByRole('radio', { name: 'That is so.', checked: true }),
  ).toHaveCount(4);
  const moment = ask(page, 'codes', 'moment');
  await moment.getByText('354', { exact: true }).click();
  await expect(moment).toContainText('Not so.');
  await expect(moment.getByRole('radio', { name: '354 Not so.' })).toBeChecked();
  await moment.getByText('503', { exact: true }).click();
  await isRight(moment);
  await expect(moment.getByRole('radio', { name: '503 That is so.' })).toBeChecked();
  const first = ask(page, 'codes', 'first');
  await first.getByRole('button', { name: 'DATA' }).click();
  await expect(first).toContainText('Not so.');
  await expect(first.getByRole('button', { name: 'DATA Not so.' })).toBeVisible();
  await first.getByRole('button', { name: 'RCPT TO:<bob@example.com>' }).click();
  await isMet(page, 'codes');

  await goTo(page, 6);
  await isMet(page, 'clean');
  await goal(page, 'chair').getByText('DATA all the same', { exact: true }).click();
  await expect(goal(page, 'chair')).toContainText('keeps the letter in its queue');
  await sayAll(page, ['QUIT', 'nc -C -l 25']);
  const log = consolePane(page).getByRole('log').first();
  await goal(page, 'chair').getByRole('button', { name: 'Let bob write to you' }).click();
  await say(page, '220 client.example.net');
  await expect(log).toContainText('EHLO submit.example.com');
  await sayAll(page, ['250 hello', '550 nobody']);
  // a mistake, and what it was taken for
  await expect(goal(page, 'chair')).toContainText('to a client that is a refusal');
  await expect(goal(page, 'chair')).toHaveAttribute('data-met', 'false');
  await expect(log).toContainText('QUIT');
  await say(page, '221 bye');
  await sayAll(page, ['nc -C -l 25']);
  await goal(page, 'chair').getByRole('button', { name: 'Let bob write to you' }).click();
  await sayAll(page, ['220 me', '250 hello', '250 yes', '250 yes', '354 go on', '250 mine']);
  await expect(log).toContainText('Subject: Are you there?');
  await ask(page, 'chair', 'go').getByRole('textbox').fill('354');
  await page.keyboard.press('Enter');
  await isMet(page, 'chair');
});

test('I1: marks are put back where they are missing', async ({ page }) => {
  await openLab(page, '/#/learn/i1');
  await expect(goal(page, 'two')).toBeVisible();
  await unfold(page, 'two');
  const marks = ask(page, 'two', 'marks');
  for (const [at, mark] of ['z1', 'z2', 'z2'].entries()) await marks.getByRole('textbox').nth(at).fill(mark);
  await page.keyboard.press('Enter');
  await expect(marks).toContainText('Not so.');
  await marks.getByRole('textbox').nth(1).fill('*');
  await page.keyboard.press('Enter');
  await isRight(marks);
});

test('F3: octets are read and counted; J2: records are written and judged', async ({ page }) => {
  test.slow();
  await openLab(page, '/#/learn/f3');
  const word = ask(page, 'octets', 'word');
  await expect(word).toContainText('4E 4F 4F 50 0D 0A');
  await word.getByRole('textbox').fill('NOPE');
  await page.keyboard.press('Enter');
  await expect(word).toContainText('Not so.');
  await word.getByRole('textbox').fill('NOOP');
  await page.keyboard.press('Enter');
  await isRight(word);

  await page.goto('/#/learn/j2');
  await expect(goal(page, 'zone')).toBeVisible();
  await unfold(page, 'zone');
  const records = ask(page, 'zone', 'records');
  await records
    .getByRole('textbox')
    .fill('@ MX 20 mx1\n@ MX 10 mx2\nnewsletter A 192.0.2.80\nnewsletter MX 0 .');
  await records.getByRole('button').click();
  await expect(records).toContainText('Not so.');
  await records
    .getByRole('textbox')
    .fill('@ MX 10 mx1\n@ MX 20 mx2\nnewsletter A 192.0.2.80\nnewsletter MX 0 .');
  await records.getByRole('button').click();
  await isMet(page, 'zone');
});

test('P2: who foretells what many believe is shown what happens, and asked about it', async ({ page }) => {
  await openLab(page, '/#/learn/p2');
  await expect(goal(page, 'cable')).toBeVisible();
  await unfold(page, 'cable');
  await goal(page, 'cable').getByText('five', { exact: true }).click();
  await expect(goal(page, 'cable')).toContainText('Nobody has said goodbye');
  await expect(goal(page, 'cable')).toContainText('Has the session reached UPDATE?');
  await expect(goal(page, 'cable')).toContainText('DELE marks; QUIT deletes.');
});
