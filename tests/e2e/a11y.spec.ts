import { expect, test } from '@playwright/test';
import { openLab, panel, POP, say, sayAll, tour } from './drive.ts';
import { ask, clean, THEMES } from './examine.ts';

for (const [themes, button, look] of THEMES)
  test(`axe finds nothing, ${themes}`, async ({ page }) => {
    test.setTimeout(240_000);
    await openLab(page);
    await page.getByRole('button', { name: button }).click();
    await look(page, 'first visit');
    await sayAll(page, POP.slice(0, 3));
    await say(page, 'RETR 99');
    await expect(panel(page, 'network')).toContainText('Maildrop open');
    await look(page, 'mid-session, refused');
    for (const tab of ['Mailboxes', 'State machine', 'Message', 'On the wire', 'Sequence']) {
      await page.getByRole('tab', { name: tab }).click();
      await look(page, tab, '[data-pane="stage"]');
    }
    await page.getByRole('tab', { name: 'State machine' }).click();
    await panel(page, 'machine').getByRole('button', { name: 'STAT' }).click();
    await look(page, 'what a command may lead to');
    await page.getByRole('button', { name: 'To the start' }).click();
    await look(page, 'rewound');
  });

test('axe finds nothing in the story, the branches, the help and the lessons', async ({ page }) => {
  await openLab(page);
  await tour(page);
  await clean(page, 'the three buttons');
  await page.getByRole('tab', { name: 'On the wire' }).click();
  await panel(page, 'glasses').getByRole('button', { name: 'Eavesdropper’s glasses' }).click();
  await clean(page, 'glasses on');
  await page.getByRole('button', { name: 'Cut the cable at the dot' }).click();
  await clean(page, 'who has the letter');
  await page.getByRole('button', { name: 'Both of us' }).click();
  await clean(page, 'who has it, answered');
  await page.getByRole('button', { name: 'Branches' }).click();
  await clean(page, 'branches');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keyboard help' }).click();
  await clean(page, 'help');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Learn' }).click();
  await clean(page, 'lessons');
  await page.goto('/#/learn/p1');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await clean(page, 'a lesson');
  await page.goto('/#/nowhere');
  await clean(page, 'nowhere');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('axe finds nothing', async ({ page }) => {
    await openLab(page);
    await clean(page, 'console');
    for (const sheet of ['Stage', 'Guide']) {
      await page.getByRole('button', { name: sheet, exact: true }).click();
      await clean(page, sheet);
    }
  });
});

test('there is a way through the page: one main, one banner, headings in order; focus is always to be seen', async ({
  page,
}) => {
  await openLab(page);
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('banner')).toHaveCount(1);
  await expect(page.getByRole('contentinfo')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const levels = await page
    .getByRole('heading')
    .evaluateAll((all) => all.map((h) => Number(h.tagName.slice(1))));
  expect(levels.every((level, i) => i === 0 || level - (levels[i - 1] ?? 0) <= 1)).toBe(true);

  await page.locator('body').focus();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element.closest('.xterm')) return true;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    });
    expect(seen, `stop ${i}`).toBe(true);
  }
});

test('a contrast that was enough is asked about again where anything has changed that it rests on', async ({
  page,
}) => {
  const show = (style: string, under: string): Promise<void> =>
    page.setContent(`<!doctype html><html lang="en"><title>Words</title>
      <main style="position: relative; background: white; color: #666">${under}
      <h1 style="position: relative; width: 100px; font: 16px sans-serif; ${style}">words</h1></main>`);
  const below = (style: string): string =>
    `<div style="position: absolute; inset: 0; background: #999; ${style}"></div>`;
  await show('', '');
  for (const [style, under] of [
    ['color: #aaa', ''],
    ['opacity: 0.5', ''],
    ['background: #777', ''],
    ['', below('')],
    ['', below('pointer-events: none')],
  ] as const) {
    await show('', '');
    expect((await ask(page)).found).toEqual([]);
    await show(style, under);
    expect((await ask(page)).found, `${style} ${under}`).toEqual(['color-contrast: h1']);
  }
  // of what looks alike the first is enough, unless axe cannot tell from it: of a single character it never says no
  for (const first of ['word', 'w', ''])
    for (const part of ['', 'main']) {
      await page.setContent(`<!doctype html><html lang="en"><title>Words</title>
        <main style="background: white; color: #aaa; font: 16px sans-serif"><h1 hidden>Words</h1>
        <p>${first}</p><p>words</p><p style="color: #666">words</p></main>`);
      const bad = first === 'word' ? 'p:nth-child(2)' : 'p:nth-child(3)';
      expect((await ask(page, part)).found.join(), `“${first}” ${part}`).toContain(`color-contrast: ${bad}`);
    }
  // and so is a pane in which nothing was found, when it is another one or looks otherwise
  for (const [change, found] of [
    [(pane: HTMLElement) => pane.querySelector('button')?.replaceChildren(), 'button-name: button'],
    [() => document.documentElement.setAttribute('data-theme', 'faint'), 'color-contrast: button'],
  ] as const) {
    await page.setContent(`<!doctype html><html lang="en"><title>Panes</title>
      <style>[data-theme='faint'] button { background: white; color: #aaa }</style>
      <main data-pane><h1>Panes</h1><button>Go</button></main>`);
    for (const time of ['first', 'second']) expect((await ask(page)).found, time).toEqual([]);
    await page.locator('main').evaluate(change);
    expect((await ask(page)).found).toEqual([found]);
  }
});
