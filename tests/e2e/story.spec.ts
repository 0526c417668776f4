import { expect, test } from '@playwright/test';
import { consolePane, LETTER, moment, openLab, panel, say, sayAll, TOUR, watch } from './drive.ts';

const { step } = test;

test('the story from its first line to its last, and once more in one’s own words', async ({
  page,
  baseURL,
}) => {
  const watched = watch(page, new URL(baseURL ?? '').origin);
  await openLab(page);
  await step(
    'the first thirty seconds, by keyboard: a letter lies in bob’s mailbox within eight keys',
    async () => {
      await consolePane(page).getByRole('textbox').first().focus();
      await expect(page.getByText('Enter sends the line that is offered')).toBeVisible();
      const log = page.getByRole('log').first();
      for (const line of TOUR) {
        await page.keyboard.press('Enter');
        await expect(log).toContainText(line);
      }
      await expect(page.getByText('Enter sends the whole letter')).toBeVisible();
      await page.keyboard.press('Enter');
      for (const line of LETTER) await expect(log).toContainText(line);
      await expect(log).toContainText('250 2.0.0');
      await expect(panel(page, 'network').getByText('7 letters')).toBeVisible();
      for (const name of ['Rewind', 'Cut the cable at the dot', 'Eavesdropper’s glasses'])
        await expect(page.getByRole('button', { name })).toBeVisible();
      await page.getByRole('tab', { name: 'Mailboxes' }).click();
      await expect(page.locator('[data-of="bob/INBOX"]').getByText('Typed by hand')).toBeVisible();
    },
  );
  await step('Rewind goes to the very start, and any key is in the present again', async () => {
    const end = await moment(page).textContent();
    await page.getByRole('button', { name: 'Rewind' }).click();
    await expect(moment(page)).toHaveText(/^event 0 of/);
    await expect(panel(page, 'network').getByText('7 letters')).toHaveCount(0);
    await page.keyboard.press('Shift');
    await expect(moment(page)).toHaveText(end ?? '');
  });
  await step('the story’s glasses: what the café reads, then the same over TLS, and back', async () => {
    await page.getByRole('button', { name: 'Eavesdropper’s glasses' }).click();
    const wire = panel(page, 'glasses');
    await expect(wire).toHaveAttribute('data-glasses', 'on');
    await expect(wire).toContainText('no program wrote this letter');
    await expect(wire.getByRole('button', { name: 'Over TLS', pressed: true })).toBeVisible();
    await expect(wire).not.toContainText('no program wrote this letter');
    await expect(wire).toContainText('TLS record');
    await wire.getByRole('button', { name: 'In clear' }).click();
    await expect(wire).toContainText('no program wrote this letter');
  });
  await step(
    'the cable is cut at the dot: both have the letter, and the server never heard to say so',
    async () => {
      await page.getByRole('button', { name: 'Cut the cable at the dot' }).click();
      const question = page.getByRole('group', { name: /Who has the letter now/ });
      await expect(question).toBeVisible();
      await expect(page.locator('[data-of="bob/INBOX"]').getByText('Typed by hand')).toBeVisible();
      await expect(page.getByRole('log').first()).not.toContainText('250 2.0.0 Taken');
      await expect(page.getByRole('log').first()).toContainText('Connection closed by foreign host.');
      await expect(page.getByText('branch “Cut at the dot”')).toBeVisible();
      await question.getByRole('button', { name: 'Only the server' }).click();
      await expect(question.getByRole('status')).toContainText('Bob may get it twice');
      await question.getByRole('button', { name: 'Go on' }).click();
      await expect(page.getByRole('button', { name: 'Cut the cable at the dot' })).toBeDisabled();
    },
  );
  await step('the letter of the tour may be one’s own: what is left of it is offered on', async () => {
    await page.getByRole('button', { name: 'Start over' }).click();
    await sayAll(page, TOUR);
    await say(page, 'From: Me <you@client.example.net>');
    const rows = consolePane(page).locator('.xterm-rows');
    await expect(rows).toContainText('Subject: Typed by hand');
    await expect(page.getByRole('note', { name: 'Usage' })).toContainText('a lone dot ends the letter');
    // Enter alone is an empty line now, as in any letter
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(rows).toContainText('Subject: Typed by hand');
    await page.keyboard.press('Enter');
    await say(page, '.');
    await expect(page.getByRole('log').first()).toContainText('250 2.0.0');
    await expect(page.getByRole('button', { name: 'Rewind' })).toBeVisible();
  });
  expect(watched).toEqual({ errors: [], strangers: [] });
});
