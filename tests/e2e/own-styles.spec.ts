// What a reader's own style sheet asks for (WCAG 1.4.12), and what a system's forced colours leave.
import { expect, test, type Page } from '@playwright/test';
import { clipped, SPACING } from './clipped.ts';
import { consolePane, openLab, talk, TOUR } from './drive.ts';

const refused = async (page: Page): Promise<void> => {
  await openLab(page);
  await talk(
    page,
    [TOUR[0], '220 mx1.example.com'],
    [TOUR[1], '250 '],
    [TOUR[2], '250 2.1.0'],
    ['RCPT TO:<bobb@example.com>', '550 5.1.1'],
  );
  await expect(page.locator('[data-why]')).toBeVisible();
};

test('letters, words, lines and paragraphs are set apart, and nothing is cut off or out of reach', async ({
  page,
}) => {
  await refused(page);
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, SPACING);
  await expect(page.locator('html')).toHaveAttribute('data-spaced');
  await expect.poll(() => clipped(page), 'the lab').toEqual([]);
  await test.step('at twice the size too: the rule of a refusal is whole, and what is offered next wraps', async () => {
    const whole = page.viewportSize() ?? { width: 0, height: 0 };
    await page.setViewportSize({ width: 720, height: 450 });
    const card = page.locator('[data-why]');
    await expect(card.getByRole('link')).toBeInViewport({ ratio: 1 });
    await expect(card.getByRole('button', { name: 'All of it' })).toBeInViewport({ ratio: 1 });
    await consolePane(page).getByRole('textbox').first().focus();
    await page.keyboard.type('RCPT TO:<>');
    const usage = page.getByRole('note', { name: 'Usage' });
    await expect(usage).toContainText('there is nobody behind');
    expect(await usage.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
    await expect(usage.getByText('there is nobody behind')).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Control+U');
    await page.keyboard.type('R');
    await expect(usage.getByRole('button', { name: 'RSET' })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Control+U');
    await page.setViewportSize(whole);
  });
  // cells are as wide as their letters, so that rows end where the screen does
  const beyond = (): Promise<number> =>
    page.evaluate(() => {
      const screen = document.querySelector('.xterm-screen')?.getBoundingClientRect().right ?? 0;
      const ends = Array.from(document.querySelectorAll('.xterm-rows > div > span'), (it) =>
        /\S/.test(it.textContent ?? '') ? it.getBoundingClientRect().right : 0,
      );
      return Math.max(...ends) - screen;
    });
  await expect.poll(beyond).toBeLessThanOrEqual(1);
  // what is chosen from wraps: none of it is to be looked for beyond an edge
  await page.getByRole('tab', { name: 'Message' }).click();
  const views = page.getByRole('group', { name: 'How to look at it' }).getByRole('button');
  await expect(views).toHaveCount(4);
  for (const view of await views.all()) await expect(view).toBeInViewport({ ratio: 1 });
  for (const [address, there] of [
    ['/reference', '[data-panel="reference"] li a'],
    ['/compare', '[data-panel="compare"] button'],
    ['/learn', 'section[aria-labelledby^="track-"] li'],
  ] as const) {
    await page.evaluate((to) => {
      location.hash = `#${to}`;
    }, address);
    await expect(page.locator(there).first()).toBeVisible();
    await expect.poll(() => clipped(page), address).toEqual([]);
  }
});

test('forced colours: what is chosen, where one types, what is only offered, and the line of time are to be seen', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await refused(page);
  const ground = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((it) => getComputedStyle(it).backgroundColor);
  const chosen = await ground('[role="tab"][aria-selected="true"]');
  expect(chosen).not.toBe(await ground('[role="tab"][aria-selected="false"]'));
  for (const each of [
    'header a[aria-current]',
    'header button[aria-pressed="true"]',
    '[data-pane="console"] button[aria-pressed="true"]',
  ])
    expect(await ground(each), each).toBe(chosen);
  expect(await ground('[data-track]')).not.toBe(await ground('body'));
  // no ground under its words cuts through the edge of a state
  await expect(page.locator('[data-panel="machine"] [aria-current="step"] > span').first()).toHaveCSS(
    'forced-color-adjust',
    'none',
  );
  await consolePane(page).getByRole('textbox').first().focus();
  await page.keyboard.type('RC');
  const offered = page.locator('.mw-screen .xterm-cursor ~ .xterm-fg-8').first();
  await expect(offered).toHaveText(/^T/);
  await expect(offered).toHaveCSS('font-style', 'italic');
  expect(await ground('.mw-screen .xterm-cursor')).not.toBe(await ground('body'));
});
