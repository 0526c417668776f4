// The ladder, filtered as in an analyser; the timeline's marks with it.
import { expect, test } from '@playwright/test';
import { openLab, panel, POP, sayAll } from './drive.ts';
import { clean } from './examine.ts';

test('a filter by text, by code and by chip; what is wrong with one is said', async ({ page }) => {
  await openLab(page);
  await sayAll(page, ['telnet mx1.example.com 25', 'RCPT TO:<bob@example.com>', 'QUIT', ...POP.slice(0, 3)]);
  const ladder = panel(page, 'sequence');
  const field = ladder.getByRole('textbox', { name: 'Filter the sequence' });
  const rungs = ladder.getByRole('option');
  const marks = page.getByRole('slider').locator('path[stroke="var(--color-client)"]').first();
  const before = (await marks.getAttribute('d')) ?? '';
  await field.fill('5xx');
  await expect(rungs).toHaveCount(1);
  await expect(rungs).toHaveAccessibleName(/503/);
  await expect(marks).toHaveAttribute('d', '');
  await field.fill('pop3 is:command text:bob');
  await expect(rungs).toHaveCount(1);
  await field.fill('port:110');
  await expect(ladder.getByRole('status')).toContainText('port: is no key');
  await expect(rungs).toHaveCount(1);
  await clean(page, 'a fault', '[data-panel="sequence"]');
  await field.press('Escape');
  await expect(marks).toHaveAttribute('d', before);
  await ladder.getByRole('button', { name: 'smtp' }).click();
  await expect(field).toHaveValue('smtp');
  await expect(ladder.getByRole('button', { name: 'smtp' })).toHaveAttribute('aria-pressed', 'true');
  await expect(ladder).not.toContainText('USER bob');
  await clean(page, 'filtered', '[data-panel="sequence"]');
});
