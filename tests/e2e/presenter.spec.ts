// Two windows: the class's, and the one of whoever teaches. What is done in one is done in the other; each works it out itself.
import { expect, test, type Page } from '@playwright/test';
import * as v from 'valibot';
import { messageSchema } from '../../src/app/tidings.ts';
import { consolePane, log, moment, openLab, panel, say, sayAll, TOUR } from './drive.ts';
import { clean } from './examine.ts';

const CHANNEL = 'mailwire/presenting';
const notes = (page: Page) => page.locator('[data-presenter]');
const flag = (page: Page, n: number) => page.getByRole('button', { name: new RegExp(`^Bookmark ${n}:`) });
/** Whatever the windows tell each other, as somebody at the same origin hears it. */
async function overhear(page: Page): Promise<() => Promise<readonly { readonly kind: string }[]>> {
  const beside = await page.context().newPage();
  await beside.goto('/nothing-here');
  await beside.evaluate((name) => {
    const heard: unknown[] = [];
    new BroadcastChannel(name).addEventListener('message', ({ data }) => heard.push(data));
    Reflect.set(window, 'heard', heard);
  }, CHANNEL);
  return () => beside.evaluate(() => Reflect.get(window, 'heard') as { readonly kind: string }[]);
}
async function both(page: Page): Promise<Page> {
  await openLab(page);
  await sayAll(page, TOUR.slice(0, 2));
  await page.getByRole('button', { name: 'Projecting' }).click();
  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open the presenter’s window' }).click();
  const presenter = await opening;
  await expect(log(presenter)).toContainText('250-PIPELINING');
  return presenter;
}

test('journal, moment and gaze are the same in both, whoever acts; a reload brings it all back', async ({
  page,
}) => {
  const told = await overhear(page);
  const presenter = await both(page);
  await expect(notes(presenter)).toHaveAttribute('data-presenter', 'together');
  await say(page, 'MAIL FROM:<you@client.example.net>');
  await expect(log(presenter)).toContainText('250 2.1.0');
  await say(presenter, 'RCPT TO:<bob@example.com>');
  await expect(log(page)).toContainText('250 2.1.5');
  await presenter.getByRole('button', { name: 'To the start' }).click();
  await expect(moment(page)).toHaveText(/^event 0 of/);
  // two steps, as near to each other as events are
  await page.getByRole('slider', { name: 'Moment' }).press('ArrowRight');
  await page.getByRole('slider', { name: 'Moment' }).press('ArrowRight');
  await expect(moment(page)).toHaveText(/^event [1-9]\d* of/);
  const apart = async () => (await moment(page).textContent()) !== (await moment(presenter).textContent());
  await expect.poll(apart).toBe(false);
  await presenter.getByRole('button', { name: 'To the present' }).click();
  await expect(moment(page)).not.toHaveText(/^event 0 of/);
  // marked and named by one hand, found by the other
  await page.getByRole('slider', { name: 'Moment' }).press('Shift+Digit1');
  await expect(flag(presenter, 1)).toBeVisible();
  await presenter.getByRole('slider', { name: 'Moment' }).press('Home');
  await presenter.keyboard.press('b');
  await expect(flag(page, 2)).toBeVisible();
  await page.getByRole('slider', { name: 'Moment' }).press('1');
  await expect(moment(presenter)).not.toHaveText(/^event 0 of/);
  await page.keyboard.press('2');
  await say(presenter, 'hosts');
  await presenter.getByRole('button', { name: 'Branches' }).click();
  await presenter.getByRole('button', { name: 'Rename “first”' }).click();
  await presenter.getByRole('textbox', { name: 'Name of this branch' }).fill('The letter');
  await presenter.keyboard.press('Enter');
  await page.getByTitle('The letter').click();
  await expect(log(presenter)).toContainText('250 2.1.5');
  await page.getByRole('option', { name: /RCPT TO/ }).hover();
  await expect(presenter.locator('[data-panel="sequence"] [data-looked]')).not.toHaveCount(0);
  await page.mouse.move(0, 0);
  await presenter.reload();
  await expect(log(presenter)).toContainText('250 2.1.5');
  await page.reload();
  await expect(log(page)).toContainText('250 2.1.5');
  for (const n of [1, 2]) await expect(flag(page, n)).toBeVisible();
  await say(presenter, 'DATA');
  await expect(log(page)).toContainText('354');
  expect(await moment(page).textContent()).toBe(await moment(presenter).textContent());
  // two people, one moment: neither line is lost, and both windows have them in the same order
  const written = async (window: Page, line: string): Promise<void> => {
    await consolePane(window).getByRole('textbox').first().focus();
    await window.keyboard.insertText(line);
  };
  await written(page, 'Subject: From the class');
  await written(presenter, 'X-Other: From the desk');
  await Promise.all([page.keyboard.press('Enter'), presenter.keyboard.press('Enter')]);
  for (const window of [page, presenter])
    await expect(log(window)).toContainText(/From the class.*From the desk|From the desk.*From the class/s);
  expect(await log(page).textContent()).toBe(await log(presenter).textContent());
  await test.step('what passes between them is journal and gaze, never state', async () => {
    const messages = await told();
    for (const message of messages) expect(v.safeParse(messageSchema, message).issues).toBeUndefined();
    const kinds = new Set(messages.map(({ kind }) => kind));
    expect(Array.from(kinds).toSorted()).toEqual(['cursor', 'deed', 'gaze', 'hello', 'journal']);
    const all = JSON.stringify(messages);
    // what was typed, and nothing of what came of it
    for (const typed of ['EHLO client.example.net', 'RCPT TO:<bob@example.com>', 'From the class'])
      expect(all).toContain(typed);
    for (const answered of ['PIPELINING', '250 ', '354 ', '"trace"', '"timeline"'])
      expect(all).not.toContain(answered);
  });
});

test('the answer that is held, the clock, and a window that stands still', async ({ page }) => {
  const presenter = await both(page);
  await notes(presenter).getByRole('button', { name: 'Hold each reply' }).click();
  await say(page, 'NOOP');
  await expect(page.getByText('The server has its answer.')).toBeVisible();
  const says = presenter.getByRole('region', { name: 'Next the server says' });
  await expect(says).toContainText('250 2.0.0');
  // hands are raised in either window, and counted in both; no answer stands among them before it has come
  const ask = says.getByRole('button', { name: 'Ask the class' });
  await ask.click();
  const option = (window: Page, code: string) =>
    window.getByRole('region', { name: 'A show of hands' }).getByRole('listitem').filter({ hasText: code });
  await option(presenter, '501').getByRole('button', { name: 'One more' }).click();
  await option(page, '250').getByRole('button', { name: 'One more' }).click();
  await option(page, '250').getByRole('button', { name: 'One more' }).click();
  await option(presenter, '250').getByRole('button', { name: 'One hand fewer for A' }).click();
  await option(presenter, '250').getByRole('button', { name: 'One more' }).click();
  for (const window of [page, presenter]) {
    await expect(option(window, '250')).toContainText('2 hands');
    await expect(option(window, '501')).toContainText('1 hand');
  }
  await expect(page.getByText('This is what it says')).toHaveCount(0);
  // neither has the other to ask
  await Promise.all([page.reload(), presenter.reload()]);
  for (const window of [page, presenter]) await expect(option(window, '250')).toContainText('2 hands');
  // held before a reload, held after it
  await page.reload();
  await expect(page.getByText('The server has its answer.')).toBeVisible();
  await presenter.reload();
  await expect(says).toContainText('250 2.0.0');
  await expect(notes(presenter)).toHaveAttribute('data-presenter', 'together');
  await expect(says.getByRole('button', { name: 'Hold each reply' })).toHaveAttribute('aria-pressed', 'true');
  await expect(log(page)).not.toContainText('250 2.0.0');
  await says.getByRole('button', { name: 'Let it come' }).click();
  await expect(page.getByText('The server has its answer.')).toHaveCount(0);
  // asked before both were reloaded, and told after
  for (const window of [page, presenter]) {
    await expect(window.getByText('It says 250: 2 of 3 hands were right.')).toBeVisible();
    await expect(option(window, '250')).toContainText('This is what it says');
  }
  await clean(page, 'after a show of hands');
  await presenter
    .getByRole('region', { name: 'A show of hands' })
    .getByRole('button', { name: 'Close' })
    .click();
  await expect(page.getByRole('region', { name: 'A show of hands' })).toHaveCount(0);
  await expect(presenter.getByRole('timer')).toHaveText(/^\d+:\d\d$/);
  await says.getByRole('button', { name: 'Hold each reply' }).click();
  await says.getByRole('button', { name: 'Freeze the class’s window' }).click();
  await expect(page.getByText('Frozen')).toBeVisible();
  await say(presenter, 'MAIL FROM:<you@client.example.net>');
  await expect(log(presenter)).toContainText('250 2.1.0');
  const stood = (await moment(page).textContent()) ?? '';
  // the journal that is kept is longer by now: it is the moment that comes back. And when nobody is left to tell, nothing is lost
  await Promise.all([page.reload(), presenter.reload()]);
  await expect(log(presenter)).toContainText('250 2.1.0');
  await expect(page.getByText('Frozen')).toBeVisible();
  await expect(log(page)).toContainText('250-PIPELINING');
  await expect(moment(page)).toHaveText(stood);
  await expect(log(page)).not.toContainText('250 2.1.0');
  await says.getByRole('button', { name: 'Let the class’s window go on' }).click();
  await expect(log(page)).toContainText('250 2.1.0');
  await clean(presenter, 'presenter');
  // as large as it opens: of the states below the edge there is a sign
  await presenter.setViewportSize({ width: 1200, height: 820 });
  const drawing = panel(presenter, 'machine').getByRole('list').first().locator('xpath=../..');
  await expect.poll(() => drawing.evaluate((it) => it.scrollHeight > it.clientHeight)).toBe(true);
  await expect(drawing).toHaveCSS('mask-image', /gradient/);
  const below = () => drawing.evaluate((it) => getComputedStyle(it).getPropertyValue('--after'));
  expect(await below()).not.toBe('0px');
  await drawing.evaluate((it) => it.scrollTo(0, it.scrollHeight));
  await expect.poll(below).toBe('0px');
});

test('a lesson’s notes and steps stand in the presenter’s window', async ({ page }) => {
  await openLab(page, '/#/learn/p1');
  await say(page, 'telnet pop.example.com 110');
  await expect(log(page)).toContainText('+OK');
  await page.getByRole('button', { name: 'Projecting' }).click();
  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open the presenter’s window' }).click();
  const presenter = await opening;
  await expect(notes(presenter).getByText(/^Step \d of \d/)).toBeVisible();
  // what comes next is told, and then it has come
  const then = notes(presenter).getByRole('region', { name: 'Then' }).getByRole('heading', { level: 4 });
  const next = (await then.textContent()) ?? '';
  const step = notes(presenter).getByRole('region', { name: /^Step/ }).getByRole('heading', { level: 4 });
  await expect(step).not.toHaveText(next);
  await expect(notes(presenter).locator('details')).toBeVisible();
});

test('where no window may be opened, a tab does', async ({ page, context }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await openLab(page);
  await sayAll(page, TOUR.slice(0, 2));
  await page.getByRole('button', { name: 'Projecting' }).click();
  await page.getByRole('button', { name: 'Open the presenter’s window' }).click();
  const opening = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Open the presenter’s window' }).click();
  const tab = await opening;
  await expect(log(tab)).toContainText('250-PIPELINING');
  // the first tab is out of sight now
  await say(tab, 'NOOP');
  await page.bringToFront();
  await expect(log(page)).toContainText('NOOP');
  await expect(panel(page, 'sequence')).toContainText('NOOP');
});

test('in a hidden tab, where nothing is painted, it is exact all the same', async ({ page }) => {
  await page.addInitScript(() => {
    const paint = requestAnimationFrame.bind(window);
    let waiting: FrameRequestCallback[] = [];
    let hidden = false;
    window.requestAnimationFrame = (frame) => (hidden ? waiting.push(frame) : paint(frame));
    Reflect.set(window, 'hide', (hide: boolean) => {
      hidden = hide;
      if (hide) return;
      for (const frame of waiting) paint(frame);
      waiting = [];
    });
  });
  const hide = (hidden: boolean) =>
    page.evaluate((it) => (Reflect.get(window, 'hide') as (hide: boolean) => void)(it), hidden);
  const presenter = await both(page);
  await hide(true);
  await sayAll(presenter, TOUR.slice(2, 4));
  await expect(log(presenter)).toContainText('250 2.1.5');
  await expect(log(page)).toContainText('250 2.1.5');
  await hide(false);
  await expect(moment(page)).toHaveText((await moment(presenter).textContent()) ?? '');
  await say(page, 'DATA');
  await expect(log(presenter)).toContainText('354');
  await expect(panel(presenter, 'sequence')).toContainText('DATA');
});
