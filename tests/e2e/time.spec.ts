// Time is a place: marks in it, a gate before each reply, what is due next, a cable that breaks, and two futures side by side.
import { expect, test, type Page } from '@playwright/test';
import { moment, openLab, panel, POP, say, sayAll, TOUR, tour } from './drive.ts';
import { clean } from './examine.ts';

const { step } = test;
const time = (page: Page) => page.getByRole('dialog', { name: 'Time' });
const openTime = (page: Page) => page.getByRole('button', { name: 'Time', exact: true }).click();
const leave = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.getByRole('slider').first().focus();
};

test('places in time: marked, due next, cut off, and parted', async ({ page }) => {
  await openLab(page);
  await step('bookmarks by button, by key and by word at the prompt', async () => {
    await sayAll(page, ['telnet pop.example.com 110', 'CAPA']);
    await openTime(page);
    await time(page).getByRole('button', { name: 'Mark this moment' }).click();
    await expect(time(page).getByRole('button', { name: /^Bookmark 1: ‹ \+OK/ })).toBeVisible();
    await clean(page, 'time', '[popover]:popover-open');
    await page.keyboard.press('Escape');
    const marked = /^event \d+ of/.exec((await moment(page).textContent()) ?? '')?.[0] ?? '';
    await sayAll(page, ['QUIT', 'bookmark 5', 'bookmark 0']);
    await expect(page.getByText('There is no bookmark 0.')).toBeVisible();
    const last = (await moment(page).textContent()) ?? '';
    expect(last.startsWith(marked)).toBe(false);
    await say(page, 'goto 1');
    await expect(moment(page)).toHaveText(new RegExp(marked));
    await leave(page);
    await page.keyboard.press('5');
    await expect(moment(page)).toHaveText(last);
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+Digit2');
    await page.keyboard.press('5');
    await page.keyboard.press('2');
    await expect(moment(page)).toHaveText(/^event 0 of/);
    await page
      .getByRole('button', { name: /^Bookmark 1:/ })
      .first()
      .click();
    await expect(moment(page)).toHaveText(new RegExp(marked));
    await clean(page, 'flags', 'footer');
    // they are of this session: gone and back with it
    const flags = page.locator('footer').getByRole('button', { name: /^Bookmark \d:/ });
    await page.reload();
    await expect(flags).toHaveCount(3);
    await page.getByRole('button', { name: 'Start over' }).click();
    await expect(flags).toHaveCount(0);
    await sayAll(page, POP.slice(0, 4));
    await leave(page);
    await page.keyboard.press('1');
    await expect(page.getByText('There is no bookmark 1.')).toBeVisible();
    await expect(flags).toHaveCount(0);
  });
  await page.getByRole('button', { name: 'Start over' }).click();
  await step(
    'what is due next is named, and skipped to; the cable breaks after so many octets, and the journal knows',
    async () => {
      await say(page, 'telnet pop.example.com 110');
      await openTime(page);
      await time(page)
        .getByRole('button', { name: /^Skip 10 min/ })
        .press('Enter');
      await expect(page.getByRole('log').first()).toContainText(/Connection closed|closed by/);
      // it may be pressed again, whatever it says now
      await expect(time(page).getByRole('button', { name: /^(Skip|Nothing is due)/ })).toBeFocused();

      await page.keyboard.press('Escape');
      await sayAll(page, ['telnet mx1.example.com 25', 'EHLO client.example.net']);
      await openTime(page);
      await time(page).getByRole('spinbutton', { name: 'Octets that still get through' }).fill('6');
      await time(page)
        .getByRole('button', { name: /Cut the cable after 6 octets more/ })
        .click();
      await page.keyboard.press('Escape');
      await say(page, 'MAIL FROM:<you@client.example.net>');
      await expect(page.getByRole('option', { name: /the line is gone/ })).toBeVisible();
      await expect(page.getByRole('log').first()).toContainText('Connection closed by foreign host.');
    },
  );
  await step('how far it reaches is set by a slider too', async () => {
    await say(page, 'telnet mx1.example.com 25');
    await openTime(page);
    const reach = time(page).getByRole('slider', { name: 'Octets that still get through' });
    const number = time(page).getByRole('spinbutton', { name: 'Octets that still get through' });
    await number.fill('1000');
    await expect(reach).toHaveAttribute('aria-valuetext', 'after 1,000 octets more');
    await reach.press('Home');
    await expect(number).toHaveValue('0');
    await expect(time(page).getByRole('button', { name: 'Cut the cable at once' })).toBeVisible();
    for (let i = 0; i < 5; i++) await reach.press('ArrowRight');
    await expect(reach).toHaveAttribute('aria-valuetext', 'after 6 octets more');
    await expect(number).toHaveValue('6');
    await time(page).getByRole('button', { name: 'Cut the cable after 6 octets more' }).click();
    await page.keyboard.press('Escape');
    await say(page, 'HELP me');
    // six octets, and not one more
    await expect(page.getByRole('option', { name: 'client to mx1: HELP m, 6 octets' })).toHaveCount(1);
    await expect(page.getByRole('option', { name: /the line is gone/ })).toHaveCount(2);
  });
  await step('two branches side by side, parted at the first difference', async () => {
    await sayAll(page, POP.slice(0, 4));
    await page.getByRole('option', { name: /6 messages/ }).click();
    await say(page, 'LIST');
    await page.getByRole('button', { name: 'Branches' }).click();
    await page.getByRole('button', { name: 'Compare with “first”' }).click();
    const both = page.getByRole('dialog', { name: 'Two branches side by side' });
    const parting = both.getByRole('status');
    await expect(parting).toHaveText('Here they part');
    // above it what is the same in both, to the last of it
    const alike = both.locator('ol:has(+ [role="status"])').getByRole('listitem');
    await expect(alike.filter({ hasText: '+OK 6 messages' })).toHaveCount(1);
    await expect(alike.filter({ hasText: /LIST|STAT/ })).toHaveCount(0);
    await expect(both.getByRole('region', { name: 'LIST' }).getByRole('listitem').first()).toContainText(
      'LIST',
    );
    await expect(both.getByRole('region', { name: 'first' }).getByRole('listitem').first()).toContainText(
      'STAT',
    );
    await clean(page, 'compare', 'dialog[open]');
  });
});

test('space held down is a tenth of the speed; played from the start at eight times it, it ends where it was', async ({
  page,
}) => {
  await openLab(page, '/', { still: false });
  await say(page, 'telnet mx1.example.com 25');
  await expect(page.getByRole('button', { name: 'Time', exact: true })).toBeVisible();
  await leave(page);
  const speed = page.getByRole('combobox', { name: 'Speed' });
  await page.keyboard.down('Space');
  await page.keyboard.down('Space');
  await expect(speed).toHaveValue('0.1');
  await page.keyboard.up('Space');
  await expect(speed).toHaveValue('1');

  await sayAll(page, TOUR.slice(1, 3));
  await expect(page.getByRole('log').first()).toContainText('250 2.1.0');
  await page.getByRole('button', { name: 'To the start' }).click();
  const slider = page.getByRole('slider', { name: /./ }).first();
  const all = await slider.getAttribute('aria-valuemax');
  await expect(moment(page)).toHaveText(`event 0 of ${all}`);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('8');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(moment(page)).toHaveText(`event ${all} of ${all}`);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('the gate, undo and redo, and scrubbing', async ({ page }) => {
  await openLab(page);
  await step('orders before any server has spoken', async () => {
    const log = page.getByRole('log').first();
    await sayAll(page, ['bookmark', 'whoami', 'goto 1']);
    await expect(log).not.toContainText('whoami');
    await sayAll(page, ['goto end', 'hint']);
    await expect(log).toContainText('whoami');
    await expect(page.getByText('Hints belong to lessons')).toBeVisible();
    await expect(log).not.toContainText(/bookmark|goto|hint/);
  });
  await step('the gate holds each reply; typing goes on', async () => {
    await say(page, 'telnet mx1.example.com 25');
    await openTime(page);
    await time(page)
      .getByRole('checkbox', { name: /Hold each reply/ })
      .check();
    await page.keyboard.press('Escape');
    await say(page, 'EHLO client.example.net');
    await expect(page.getByText('The server has its answer.')).toBeVisible();
    await expect(page.getByRole('log').first()).not.toContainText('PIPELINING');
    const rungs = panel(page, 'sequence').getByRole('option');
    await expect(rungs.last()).toHaveAccessibleName(/EHLO/);
    const marks = page.getByRole('slider').locator('path[stroke="var(--color-server)"]').first();
    await expect(marks).toHaveAttribute('d', /^M[^M]*$/); // the greeting's, and none of what is to come
    await clean(page, 'held', 'footer');
    await page.getByRole('button', { name: /Let it come/ }).click();
    await expect(page.getByRole('log').first()).toContainText('PIPELINING');
    await expect(rungs.last()).toHaveAccessibleName(/250/);
    await expect(marks).toHaveAttribute('d', /^M[^M]*M[^M]*$/);
    await say(page, 'NOOP');
    await expect(page.getByText('The server has its answer.')).toBeVisible();
    await leave(page);
    await page.keyboard.press('Space');
    await expect(page.getByText('The server has its answer.')).toHaveCount(0);
    const mark = page.getByRole('button', { name: 'Hold each reply', pressed: true });
    await mark.click();
    await expect(mark).toHaveCount(0);
    await say(page, 'NOOP');
    await expect(page.getByRole('log').first()).toContainText(/250 2\.0\.0[^]*250 2\.0\.0/);
  });
  await step('undo and redo by button, by key and by word at the prompt', async () => {
    await say(page, 'QUIT');
    await sayAll(page, TOUR.slice(0, 3));
    const log = page.getByRole('log').first();
    await expect(log).toContainText('250 2.1.0');
    await page.getByRole('button', { name: 'Take back', exact: true }).first().click();
    await expect(log).not.toContainText('MAIL FROM');
    await page.getByRole('button', { name: 'Do again', exact: true }).first().click();
    await expect(log).toContainText('250 2.1.0');
    await expect(panel(page, 'sequence')).toBeVisible();
    await leave(page);
    await page.keyboard.press('u');
    await expect(log).not.toContainText('MAIL FROM');
    await page.keyboard.press('r');
    await expect(log).toContainText('250 2.1.0');
    await sayAll(page, ['QUIT', 'date']);
    await expect(log).toContainText('Tue Nov  3 09:00:00 UTC 2026');
    await say(page, 'undo');
    await expect(log).not.toContainText(/date/);
    await say(page, 'redo');
    await expect(log).toContainText('date');
  });
  await step('scrubbed by pointer and by keys: every panel is at that moment', async () => {
    await page.getByRole('button', { name: 'Start over' }).click();
    await tour(page);
    const slider = page.getByRole('slider', { name: /./ }).first();
    const all = Number(await slider.getAttribute('aria-valuemax'));
    const box = await slider.boundingBox();
    if (!box) throw new Error('The slider has no place.');
    await page.mouse.move(box.x + box.width - 4, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 2, box.y + 20, { steps: 5 });
    await page.mouse.up();
    await expect(moment(page)).toHaveText(new RegExp(`^event [0-3] of ${all}$`));
    await expect(panel(page, 'network').getByText('6 letters').first()).toBeVisible();
    await slider.focus();
    await page.keyboard.press('End');
    await expect(moment(page)).toHaveText(`event ${all} of ${all}`);
    await expect(panel(page, 'network').getByText('7 letters')).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(moment(page)).not.toHaveText(`event ${all} of ${all}`);
    await page.keyboard.press('Home');
    await expect(moment(page)).toHaveText(`event 0 of ${all}`);
    await page.keyboard.press('ArrowRight');
    await expect(moment(page)).not.toHaveText(`event 0 of ${all}`);
    const first = (await moment(page).textContent()) ?? '';
    await step('by buttons an event at a time', async () => {
      await page.getByRole('button', { name: 'One event back' }).click();
      await expect(moment(page)).toHaveText(`event 0 of ${all}`);
      await page.getByRole('button', { name: 'One event forward' }).click();
      await expect(moment(page)).toHaveText(first);
      await page.getByRole('button', { name: 'One event forward' }).click();
      await expect(moment(page)).not.toHaveText(first);
      await page.getByRole('button', { name: 'One event back' }).click();
      await expect(moment(page)).toHaveText(first);
    });
  });
});
