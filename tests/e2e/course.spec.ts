// Around the lessons: the list, progress that is carried away and brought back, files that are dropped in.
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { dropFile, openLab, POP, say } from './drive.ts';
import { clean } from './examine.ts';

const lessonFile = new URL('../unit/course/exercises.md', import.meta.url);
const bring = (page: Page, label: string, name: string, text: string): Promise<void> =>
  page
    .getByLabel(label)
    .last()
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const station = (page: Page, title: string) => page.getByRole('link', { name: new RegExp(title) }).last();

test('progress is saved as a file, forgotten, and brought back', async ({ page }) => {
  await openLab(page, '/#/learn/p1');
  await say(page, POP[0]);
  await expect(page.locator('[data-step="knock"]')).toHaveAttribute('data-met', 'true');
  await page.getByRole('link', { name: 'All lessons' }).click();
  await expect(station(page, 'Collect the post')).toContainText('1 of 5');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  const saved = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(saved)).toMatchObject({ kind: 'mailwire progress', lessons: { P1: { met: 1 } } });

  await page.getByRole('button', { name: 'Forget' }).click();
  await page.getByRole('button', { name: 'Forget them' }).click();
  await expect(page.getByText('It is forgotten.')).toBeVisible();
  await expect(station(page, 'Collect the post')).not.toContainText('1 of 5');

  await bring(page, 'Bring from a file', 'notes.txt', 'hello');
  await expect(page.getByText('notes.txt is no file of progress.')).toBeVisible();
  await bring(page, 'Bring from a file', 'progress.json', saved);
  await expect(station(page, 'Collect the post')).toContainText('1 of 5');
  await page.reload();
  await expect(station(page, 'Collect the post')).toContainText('1 of 5');
});

test('a lesson of one’s own is dropped in and played; a broken one is refused with its line', async ({
  page,
}) => {
  const source = await readFile(lessonFile, 'utf8');
  await openLab(page);
  // wherever one is, however fast
  await dropFile(page, 'broken.md', source.replace('outcome: smtp/MAIL/ok', 'outcome: smtp/MAIL/fine'), true);
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('broken.md was not taken');
  await expect(refusal).toBeInViewport();
  await expect(refusal).toContainText('MAIL has no outcome fine');
  const line = source.split('\n').findIndex((text) => text.includes('outcome: smtp/MAIL/ok')) + 1;
  await expect(refusal).toContainText(`${line}:`);
  await expect(page.locator('[data-landing]')).toHaveCount(0);

  await bring(
    page,
    'Drop a lesson file here',
    'mine.md',
    source.replace('An exercise.', 'Mine. <script>alert(1)</script>'),
  );
  await expect(page.getByText('“Every kind of question” is here.')).toBeVisible();
  await expect(refusal).toHaveCount(0);
  await page.reload();
  await page.getByRole('link', { name: /Every kind of question/ }).click();
  await expect(page).toHaveURL(/#\/learn\/~x1$/);
  await expect(page.getByText('Mine.')).toBeVisible();
  await say(page, 'telnet mx1.example.com 25');
  await page.getByRole('button', { name: 'RCPT TO:<bob@example.com>' }).click();
  await page.getByText('250', { exact: true }).click();
  await expect(page.locator('[data-step="knock"]')).toHaveAttribute('data-met', 'true');
  await page.getByRole('link', { name: 'All lessons' }).click();
  await page.getByRole('button', { name: 'Remove “Every kind of question”' }).click();
  await expect(page.getByRole('link', { name: /Every kind of question/ })).toHaveCount(0);
});

test('whoever guesses first is asked before anything is explained', async ({ page }) => {
  await openLab(page, '/#/learn');
  await page.getByText('Guess first').click();
  await page.getByRole('link', { name: /Collect the post/ }).click();
  const knock = page.locator('[data-step="knock"]');
  await expect(knock).toContainText('Who says the first line?');
  await expect(knock).not.toContainText('Open a connection');
  await knock.getByText('the client', { exact: true }).click();
  await expect(knock).toContainText('Open a connection');
});

test('the list and a lesson have no axe findings', async ({ page }) => {
  await openLab(page, '/#/learn');
  await clean(page, 'the list');
  await page.getByText('Show notes for teachers').click();
  await page.getByRole('link', { name: /Envelope, then letter/ }).click();
  await expect(page.getByText('For teachers')).toBeVisible();
  await clean(page, 'a lesson, with notes');
});

test('in free play a slip brings up a question, and the fact for whoever wants it', async ({ page }) => {
  await openLab(page);
  await say(page, 'telnet mx1.example.com 25');
  await say(page, 'EHLO you@example.net');
  const nudge = page.getByRole('region', { name: 'A thought' });
  await expect(nudge).toContainText('You sent EHLO you@example.net. Is that the name of a machine?');
  await nudge.getByRole('button', { name: 'Tell me more' }).click();
  await expect(nudge).toContainText('Give your host: EHLO client.example.net');
  await say(page, 'EHLO client.example.net');
  await expect(nudge).toHaveCount(0);
});
