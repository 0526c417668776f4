import { expect, test, type Page } from '@playwright/test';
import { drawnIn } from './air.ts';
import { overlap, sideways } from './boxes.ts';
import { disguise } from '../../src/ui/messages/pseudo.ts';
import { consolePane, LETTER, openLab, panel, POP, say, sayAll, TOUR } from './drive.ts';

const { step } = test;

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('a lesson by its address, then a session: nothing is cut off, upright, on its side and with its keyboard up', async ({
    page,
  }) => {
    await step('a lesson opened by its address is what one sees', async () => {
      await page.goto('./#/learn/s2');
      await expect(page.getByRole('heading', { name: 'Envelope, then letter' })).toBeInViewport();
      await expect(page.getByRole('button', { name: 'Guide', exact: true })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      expect(await page.evaluate(sideways)).toBe(0);
    });
    await page.getByRole('navigation').getByRole('link', { name: 'Lab' }).click();
    await page.getByRole('button', { name: 'Console', exact: true }).click();
    await expect(page.getByRole('slider', { name: /./ }).first()).toBeVisible();
    await step('nothing of the timeline is cut off', async () => {
      for (const button of ['To the start', 'Play', 'To the present']) {
        const box = await page.getByRole('button', { name: button }).boundingBox();
        expect((box?.x ?? 999) + (box?.width ?? 0), button).toBeLessThanOrEqual(390);
      }
      const clock = await page.locator('[data-clock]').boundingBox();
      expect((clock?.x ?? 999) + (clock?.width ?? 0)).toBeLessThanOrEqual(390);

      const line = consolePane(page).locator('input').first();
      for (const words of [...TOUR, ...LETTER]) {
        await line.fill(words);
        await page.keyboard.press('Enter');
      }
      await expect(page.getByRole('button', { name: 'Rewind' })).toBeVisible();
    });
    for (const [what, width, height] of [
      ['a phone with its keyboard up', 390, 470],
      ['a phone on its side', 844, 390],
    ] as const)
      await step(`${what} leaves five rows to the console, and a line to type in`, async () => {
        await page.setViewportSize({ width, height });
        await leavesFiveRows(page, true);
        await page.keyboard.insertText('MAIL FROM:you@client.example.net');
        const usage = page.getByRole('note', { name: 'Usage' });
        await expect(usage).toContainText('Expected');
        expect(await usage.evaluate(hidden)).toEqual([0, 0]);
        await page.keyboard.press('Control+U');
      });
    await page.setViewportSize({ width: 390, height: 844 });
    await step('every sheet fits', async () => {
      expect(await page.evaluate(sideways)).toBe(0);
      for (const sheet of ['Stage', 'Guide', 'Console']) {
        await page.getByRole('button', { name: sheet, exact: true }).click();
        expect(await page.evaluate(sideways), sheet).toBe(0);
      }
      // a chip without words: one thing, one picture
      const time = page.getByRole('button', { name: 'Time', exact: true });
      await time.click();
      await page.getByRole('checkbox', { name: /Hold each reply/ }).check();
      await page.keyboard.press('Escape');
      const picture = await page.getByRole('button', { name: 'Hold each reply' }).locator('svg').innerHTML();
      expect(picture).not.toBe(await time.locator('svg').innerHTML());
      await page.getByRole('button', { name: 'Hold each reply' }).click();
      await page.getByRole('button', { name: 'Stage', exact: true }).click();
      for (const tab of ['Sequence', 'Mailboxes', 'State machine', 'Message', 'On the wire']) {
        await page.getByRole('tab', { name: tab }).click();
        expect(await page.evaluate(sideways), tab).toBe(0);
      }
    });
  });
});

/** After the tour: what the story offers takes its room too. */
/** Pixels of it that are to be scrolled to: across, and down. */
const hidden = (it: HTMLElement): readonly number[] => [
  it.scrollWidth - it.clientWidth,
  it.scrollHeight - it.clientHeight,
];
async function leavesFiveRows(page: Page, hasTouch: boolean): Promise<void> {
  const field = consolePane(page).getByRole('textbox').first();
  await expect(page.getByRole('button', { name: 'Rewind' })).toBeVisible();
  await expect(consolePane(page).getByRole('log')).toContainText('250 2.0.0');
  const screen = consolePane(page).locator('.mw-screen');
  const rows = screen.locator('.xterm-rows > div');
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(5);
  await expect(screen).toBeInViewport({ ratio: 1 });
  if (hasTouch) {
    await expect(field).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('group', { name: 'Keys' })).toBeInViewport({ ratio: 1 });
  }
  await expect(page.getByRole('button', { name: 'Play' })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(sideways)).toBe(0);
}

test('a screen for a class and for one: what is shown large, what there is to choose, and what a low window leaves', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await step('what stands half-way hides no machine, and who was asked for the name is there', async () => {
    await openLab(page);
    await page.getByRole('button', { name: 'Projector' }).click();
    const network = panel(page, 'network');
    for (const line of TOUR) {
      await say(page, line);
      const capsule = await drawnIn(network);
      for (const machine of ['client', 'mx1', 'pop', 'bob-laptop']) {
        const card = await network.getByRole('listitem').filter({ hasText: machine }).first().boundingBox();
        expect(capsule && card && overlap(capsule, card), `${line} over ${machine}`).toBe(false);
      }
    }
    await expect(network.getByRole('heading', { name: 'resolver' })).toBeVisible();
  });
  await page.getByRole('button', { name: 'Dark' }).click();
  await sayAll(page, LETTER);
  for (const [what, width, height] of [
    ['a page at twice its size', 720, 450],
    ['a low window', 1024, 480],
  ] as const)
    await step(`${what} leaves five rows to the console, and a line to type in`, async () => {
      await page.setViewportSize({ width, height });
      await leavesFiveRows(page, false);
    });
  await page.setViewportSize({ width: 1440, height: 900 });
  await say(page, 'QUIT');
  await step(
    'every panel of the stage is there to choose, and one that is brought to the front comes into view',
    async () => {
      for (const name of ['Devices', 'Bytes'])
        await expect(page.getByRole('tab', { name })).toBeInViewport({ ratio: 1 });
      await page.getByRole('button', { name: 'Projector' }).click();
      const last = page.getByRole('tab', { name: 'Bytes' });
      await expect(last).not.toBeInViewport({ ratio: 1 });
      for (const name of ['Learn', 'Reference'])
        await expect(page.getByRole('link', { name, exact: true })).toBeInViewport({ ratio: 1 });
      await page.getByRole('tab', { name: 'Sequence' }).focus();
      await page.keyboard.press('ArrowLeft');
      await expect(last).toBeInViewport({ ratio: 1 });
      await say(page, 'nc -C pop.example.com 110');
      await panel(page, 'network').getByRole('button', { name: 'Who are you?' }).click();
      await expect(page.getByRole('tab', { name: 'State machine' })).toBeInViewport({ ratio: 1 });
    },
  );
  await consolePane(page).getByRole('textbox').first().focus();
  await page.keyboard.press('Control+c');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await step('a projector reads from the last row', async () => {
    await page.getByRole('tab', { name: 'Sequence' }).click();
    await sayAll(page, POP.slice(0, 2));
    await expect(panel(page, 'sequence')).toContainText('USER bob');
    const size = await consolePane(page)
      .locator('.xterm-rows')
      .evaluate((rows) => Number.parseFloat(getComputedStyle(rows).fontSize));
    expect(size).toBeGreaterThanOrEqual(28);
    expect(await page.evaluate(sideways)).toBe(0);
  });
});

test('after a click one types on in the console, or where it leads; by keys one stays where one is', async ({
  page,
}) => {
  await openLab(page);
  await sayAll(page, POP.slice(0, 3));
  const field = consolePane(page).getByRole('textbox').first();
  for (const name of ['Start over', 'Undo', 'Light', 'To the start', 'To the present', 'you@client']) {
    await page
      .getByRole('button', { name, exact: true })
      .or(page.getByTitle(name, { exact: true }))
      .first()
      .click();
    await expect(field, name).toBeFocused();
  }
  await page.getByRole('tab', { name: 'Mailboxes' }).click();
  await expect(field).toBeFocused();
  await page.keyboard.type('tu');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(consolePane(page).locator('.xterm-rows')).toContainText('tu');

  const dark = page.getByRole('button', { name: 'Dark' });
  await dark.focus();
  await page.keyboard.press('Enter');
  await expect(dark).toBeFocused();

  // a click that begins something of its own keeps the keyboard
  await page.getByRole('slider').click();
  await expect(page.getByRole('slider')).toBeFocused();
  await page.getByRole('button', { name: /^Help|^Keyboard/ }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard' }).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open a console' }).click();
  await expect(page.getByRole('group', { name: 'Open a console' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Open a console' })).toBeHidden();

  // to sit down at a machine is to type there
  await page
    .getByRole('button', { name: /bob-laptop/ })
    .first()
    .click();
  await expect(page.locator('[data-console*="bob-laptop"]').getByRole('textbox').first()).toBeFocused();
});

test('under another language no English is left on the page, nor in a lesson, but for what the lesson says itself', async ({
  page,
}) => {
  await openLab(page, '/?lang=pseudo');
  await sayAll(page, POP);
  await say(page, 'NONSENSE');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
  for (const name of await page.getByRole('tab').allInnerTexts()) {
    await page.getByRole('tab').first().click(); // some take the room of the others
    await page.getByRole('tab', { name, exact: true }).click();
    await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
    expect(await page.evaluate(english), name).toEqual([]);
  }
  await page.getByRole('tab').first().click();
  await page
    .getByRole('tab')
    .filter({ hasText: disguise('State machine') })
    .click();
  await panel(page, 'machine').getByRole('button', { name: 'RETR', exact: true }).click();
  await expect(panel(page, 'machine')).toContainText(disguise('there is such a message'));
  expect(await page.evaluate(english), 'outcomes').toEqual([]);

  const line = consolePane(page).getByRole('textbox').first();
  await line.focus();
  const usage = page.getByRole('note').first();
  for (const [words, about] of [
    ['LIST 1', 'meaning'],
    ['PASS x', 'not now'],
    ['TOP x', 'expected'],
  ] as const) {
    await page.keyboard.type(words);
    await expect(usage).toContainText('⟦');
    expect(await page.evaluate(english), about).toEqual([]);
    await page.keyboard.press('Control+U');
  }
  await page.getByRole('separator').first().press('Enter');
  await expect(page.locator('[data-rail]')).toContainText(disguise('Guide'));
  expect(await page.evaluate(english), 'a rail').toEqual([]);
  await page.getByRole('slider').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').first()).toBeVisible();
  expect(await page.evaluate(english), 'help').toEqual([]);
  await step('in a lesson', async () => {
    await page.keyboard.press('Escape');
    await page.goto('/?lang=pseudo#/learn/p1');
    // it has its own session; until then one types in the lab's
    await expect(consolePane(page).getByRole('log').first()).not.toContainText('NONSENSE');
    await sayAll(page, [POP[0], 'USER bob']);
    await expect(page.locator('[data-step="login"]')).toContainText(disguise('And the password?'));
    expect(await page.evaluate(english)).toEqual([]);
  });
});

/** Words in plain English, in the page. Only what is marked as wire text or a name, or as a lesson's English, may hold some. */
function english(): readonly string[] {
  const found: string[] = [];
  const isPlain = (text: string): boolean => /[a-z]{2}/i.test(text) && !/[⟦⟧]/.test(text);
  const data = '[data-wire], [lang="en"], kbd, .xterm, style, script, noscript, #unsupported';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    if (!node.parentElement?.closest(data) && isPlain(text)) found.push(text);
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const text = element.getAttribute(name) ?? '';
      if (!element.closest('[data-wire], .xterm, [data-names]') && isPlain(text))
        found.push(`${name}: ${text}`);
    }
  return found;
}
