// A lesson is played in a world of its own: the free one waits, and both are there again after a reload.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { consolePane, keptSession, openLab, panel, POP, say, sayAll } from './drive.ts';
import { goal, isMet } from './lesson-page.ts';

const log = (page: Page): Locator => consolePane(page).getByRole('log');

test('what is typed in a lesson stays in the lesson; leaving it brings the free world back; a reload restores both', async ({
  page,
}) => {
  test.slow(); // three visits
  await openLab(page);
  await say(page, 'hosts');
  await expect(log(page)).toContainText('203.0.113.111');

  await page.goto('/#/learn/p1');
  await expect(goal(page, 'knock')).toBeVisible();
  await expect(log(page)).not.toContainText('203.0.113.111');
  await expect(page.getByRole('link', { name: 'Lesson P1' })).toBeVisible();
  await expect(consolePane(page)).not.toContainText('telnet mx1.example.com 25'); // no tour in here
  await sayAll(page, [POP[0], 'USER bob', 'PASS correct-horse']);
  await isMet(page, 'login');

  // what is looked up meanwhile does not leave the lesson
  await page.goto('/#/reference');
  await expect(log(page)).toContainText('POP3 server ready');
  await expect.poll(() => keptSession(page)).toContain('PASS');
  await page.reload();
  await expect(log(page)).toContainText('POP3 server ready');
  await page.getByRole('link', { name: 'Lesson P1' }).click();
  await isMet(page, 'login');

  await page.getByRole('link', { name: 'Lab', exact: true }).click();
  await expect(log(page)).toContainText('203.0.113.111');
  await expect(log(page)).not.toContainText('POP3 server ready');
  await say(page, 'date');

  await page.goto('/#/learn/p1');
  await isMet(page, 'login');
  await say(page, 'STAT');
  await expect(log(page)).toContainText('+OK 6 3163120');
  await page.reload();
  await isMet(page, 'login');
  await expect(log(page)).toContainText('+OK 6 3163120');
  await say(page, 'QUIT');
  await expect(log(page)).toContainText('+OK');

  await page.getByRole('link', { name: 'Lab', exact: true }).click();
  await expect(log(page)).toContainText('203.0.113.111');
  await page.reload();
  await expect(log(page)).toContainText('203.0.113.111');
});

test('nothing has been done in a lesson, something is looked up, and the page is reloaded: one can type', async ({
  page,
}) => {
  await openLab(page, '/#/learn/p1');
  await expect(goal(page, 'knock')).toBeVisible();
  await page.getByRole('link', { name: 'Compare' }).click();
  await page.reload();
  await say(page, 'hosts');
  await expect(log(page)).toContainText('203.0.113.111');
});

test('a lesson is left by nobody who turns the screen and looks something up', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLab(page, '/#/learn/i1');
  await page.getByRole('button', { name: 'Guide', exact: true }).click();
  await expect(goal(page, 'tag')).toBeVisible();
  await page.evaluate(() => {
    location.hash = '#/world';
  });
  await expect(panel(page, 'world')).toBeVisible();
  await page.goBack();
  await expect(goal(page, 'tag')).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(goal(page, 'tag')).toBeVisible();
  await page.getByRole('link', { name: 'Compare' }).click();
  await expect(panel(page, 'compare')).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Lesson I1' })).toBeVisible();
});

test('a lesson is left for a demonstration: a reload stays out of it', async ({ page }) => {
  await openLab(page, '/#/learn/p1');
  await expect(goal(page, 'knock')).toBeVisible();
  await say(page, POP[0]);
  await page.getByRole('link', { name: 'Compare' }).click();
  await expect(log(page)).toContainText('POP3 server ready');
  await page.getByRole('button', { name: 'Show me: What it is for, SMTP' }).click();
  await expect(log(page)).toContainText('250 2.0.0');
  await expect(page.getByRole('link', { name: 'Lesson P1' })).toHaveCount(0);
  await expect.poll(() => keptSession(page)).toContain('One letter.');
  await page.reload();
  await expect(log(page)).toContainText('250 2.0.0');
  await expect(page.getByRole('link', { name: 'Lesson P1' })).toHaveCount(0);
});

test('an address opens its lesson in the lesson’s world: everybody it speaks of is seated', async ({
  page,
}) => {
  await openLab(page, '/#/learn/i4');
  await expect(page.getByRole('button', { name: 'alice-phone', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'All lessons' }).click();
  await expect(page.getByRole('button', { name: 'alice-phone', exact: true })).toHaveCount(0);
});

test('an address of no lesson says so, and leads to the free world', async ({ page }) => {
  await openLab(page, '/#/learn/zz');
  await expect(page.getByText('There is no such lesson.')).toBeVisible();
  await say(page, 'hosts');
  await expect(log(page)).toContainText('203.0.113.111');
});
