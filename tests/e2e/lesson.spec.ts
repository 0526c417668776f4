import { expect, test, type Locator } from '@playwright/test';
import { openLab, panel, POP, say, sayAll } from './drive.ts';
import { goal, isMet } from './lesson-page.ts';

test('lesson P1 from the list to the quiz: goals tick, say why not yet, and untick when time goes back', async ({
  page,
}) => {
  test.slow(); // a whole lesson
  await openLab(page, '/#/learn');
  await page.getByRole('link', { name: /Collect the post/ }).click();
  await expect(page).toHaveURL(/#\/learn\/p1$/);
  await expect(goal(page, 'knock')).toContainText('No connection to pop.example.com is secured by TLS yet');

  await goal(page, 'knock').getByText('the server', { exact: true }).click();
  await say(page, POP[0]);
  await isMet(page, 'knock');
  await goal(page, 'knock').getByRole('button').first().click();
  await expect(goal(page, 'knock')).toContainText('That is so.');

  await say(page, 'PASS correct-horse');
  await expect(goal(page, 'login')).toContainText('A password, but whose?');
  await sayAll(page, ['USER bob', 'PASS correct-horse']);
  await isMet(page, 'login');

  await sayAll(page, ['STAT', 'LIST']);
  await expect(goal(page, 'count')).toContainText('not answered yet');
  await goal(page, 'count').getByRole('textbox').fill('12');
  await page.keyboard.press('Enter');
  await expect(goal(page, 'count')).toContainText('Not so.');
  await goal(page, 'count').getByRole('textbox').fill('3,163,120');
  await page.keyboard.press('Enter');
  await isMet(page, 'count');

  await say(page, 'RETR 2');
  await goal(page, 'read').getByRole('textbox').fill('.');
  await page.keyboard.press('Enter');
  await isMet(page, 'read');
  await say(page, 'QUIT');
  await isMet(page, 'leave');
  await expect(page.getByText('You have met every goal.')).toBeVisible();

  await page.getByText('6 new messages, 3163120 in all').click();
  const quiz = page.getByRole('region', { name: 'Quiz' });
  await expect(quiz).toContainText('POP3 has no idea which ones are new');
  // which was right is said by more than a colour; which was taken too, where the system allows no colours
  const mine = quiz.getByRole('radio', { name: '6 new messages, 3163120 in all Not so.' });
  const right = quiz.getByRole('radio', { name: '6 messages, 3163120 octets in all That is so.' });
  await expect(mine).toBeChecked();
  await expect(right).not.toBeChecked();
  await page.emulateMedia({ forcedColors: 'active' });
  const ground = (radio: Locator): Promise<string> =>
    radio.locator('..').evaluate((label) => getComputedStyle(label).backgroundColor);
  expect(await ground(mine)).not.toBe(await ground(right));
  await page.emulateMedia({ forcedColors: null });

  await page.getByRole('button', { name: 'To the start' }).click();
  await expect(goal(page, 'knock')).toHaveAttribute('data-met', 'false');
  await page.getByRole('button', { name: 'To the present' }).click();
  await isMet(page, 'leave');
});

test('hints come one by one, and what a goal lacks is said', async ({ page }) => {
  await openLab(page, '/#/learn/p1');
  await test.step('with nobody connected, the states are those of what is learned', async () => {
    await expect(panel(page, 'machine')).toContainText('Maildrop open');
  });
  await test.step('hints come one by one, then the solution is typed for you', async () => {
    await goal(page, 'knock').getByRole('button', { name: 'Hint 1 of 3' }).click();
    await expect(goal(page, 'knock')).toContainText('Which port has TLS from the start?');
    await say(page, 'hint');
    await expect(goal(page, 'knock')).toContainText('is telnet with TLS');
    await expect(page.getByText('Hint 2 of 3 is in the guide.')).toBeVisible();
    await expect(page.getByRole('log').first()).not.toContainText('hint');
    await goal(page, 'knock').getByRole('button', { name: 'Hint 3 of 3' }).click();
    await expect(goal(page, 'knock')).toContainText('The next line begins with openssl');
    await goal(page, 'knock').getByRole('button', { name: 'Show me' }).click();
    await isMet(page, 'knock');
    await expect(page.getByRole('log').first()).toContainText('POP3 server ready');
  });
  await test.step('a goal that is not the current one says what it lacks first', async () => {
    await expect(goal(page, 'read')).toContainText('Not yet. There was no RETR yet');
  });
  await test.step('a correction goes when the mistake is mended', async () => {
    await say(page, 'PASS correct-horse');
    await expect(goal(page, 'login')).toContainText('A password, but whose?');
    await say(page, 'USER bob');
    await expect(goal(page, 'login')).not.toContainText('A password, but whose?');
  });
  await test.step('what is done in another window, in another lesson, stays as well', async () => {
    const other = await page.context().newPage();
    await openLab(other, '/#/learn/s1');
    await other.getByRole('button', { name: 'Hint 1 of 3' }).first().click();
    await goal(page, 'login').getByRole('button', { name: 'Hint 1 of 3' }).click();
    const kept = page.evaluate(() => Object.keys(JSON.parse(localStorage['mailwire/lessons'])));
    expect((await kept).toSorted()).toEqual(['P1', 'S1']);
    await other.close();
  });
});

test('a lesson is started over, world and answers, and that is taken back', async ({ page }) => {
  await openLab(page, '/#/learn/p1');
  await goal(page, 'knock').getByText('the server', { exact: true }).click();
  await say(page, POP[0]);
  await isMet(page, 'knock');
  await page.getByRole('button', { name: 'Start this lesson over' }).click();
  await expect(goal(page, 'knock')).toHaveAttribute('data-met', 'false');
  await expect(goal(page, 'knock')).not.toContainText('That is so.');
  await page.locator('output').getByRole('button', { name: 'Undo', exact: true }).click();
  await isMet(page, 'knock');
  await goal(page, 'knock').getByRole('button').first().click();
  await expect(goal(page, 'knock')).toContainText('That is so.');
});

test('another correct route is accepted, and what was answered stays after a reload', async ({ page }) => {
  await openLab(page, '/#/learn/p1');
  await sayAll(page, [POP[0], 'CAPA', 'USER bob', 'PASS correct-horse', 'LIST', 'STAT']);
  await goal(page, 'count').getByRole('textbox').fill('3163120');
  await page.keyboard.press('Enter');
  await isMet(page, 'count');
  await page.getByRole('link', { name: 'Learn', exact: true }).click();
  await expect(page.getByRole('link', { name: /Collect the post/ })).toContainText('3 of 5');
  await page.reload();
  await expect(page.getByRole('link', { name: /Collect the post/ })).toContainText('3 of 5');
});
