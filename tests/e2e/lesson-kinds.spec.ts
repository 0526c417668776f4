// Every kind of exercise, as it stands in a lesson, played in the page.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { consolePane, openLab, say, sayAll } from './drive.ts';

const goal = (page: Page, id: string): Locator => page.locator(`[data-step="${id}"]`);
const isMet = (page: Page, id: string): Promise<void> =>
  expect(goal(page, id)).toHaveAttribute('data-met', 'true');
const ask = (page: Page, step: string, id: string): Locator => goal(page, step).locator(`[data-ask="${id}"]`);
const isRight = (of: Locator): Promise<void> => expect(of).toHaveAttribute('data-right', 'true');
/** As the steps before leave it. */
const goTo = (page: Page, step: number): Promise<void> =>
  page.getByRole('button', { name: `Go to the beginning of step ${step}` }).click();

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
  const moment = ask(page, 'codes', 'moment');
  await moment.getByText('354', { exact: true }).click();
  await expect(moment).toContainText('Not so.');
  await moment.getByText('503', { exact: true }).click();
  await isRight(moment);
  const first = ask(page, 'codes', 'first');
  await first.getByRole('button', { name: 'DATA' }).click();
  await expect(first).toContainText('Not so.');
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
