// Everything one can do, by name: from the keyboard, from the header, on a phone; and the header leads everywhere.
import { expect, test, type Page } from '@playwright/test';
import { sideways } from './boxes.ts';
import { consolePane, moment, openLab, panel, POP, say, sayAll } from './drive.ts';
import { clean } from './examine.ts';

const { step } = test;
const palette = (page: Page) => page.getByRole('dialog', { name: 'Everything one can do' });
const field = (page: Page) => palette(page).getByRole('combobox');
async function perform(page: Page, query: string, act: RegExp | string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await field(page).fill(query);
  await expect(palette(page).getByRole('option', { selected: true })).toContainText(act);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
}

test('what is performed by its name, and where the keyboard is afterwards', async ({ page }) => {
  await step(
    'the keyboard goes along: into what was folded away, to a panel beside any page, to a page’s heading',
    async () => {
      await openLab(page, '/#/compare');
      await expect(page.getByRole('heading', { name: /side by side/ })).toBeVisible();
      await perform(page, 'mailb', 'Mailboxes');
      await expect(page.getByRole('tab', { name: 'Mailboxes' })).toBeFocused();
      await expect(panel(page, 'mailboxes')).toBeInViewport();
      await perform(page, 'go lab', 'Lab');
      const field = consolePane(page).getByRole('textbox').first();
      await expect(field).toBeFocused();
      await page.getByRole('separator', { name: 'Resize Console' }).press('Home');
      await perform(page, 'console you', 'you@client');
      await expect(field).toBeFocused();
      await page.getByRole('separator', { name: 'Resize Console' }).press('End');
      await perform(page, 'go reference', 'Reference');
      await expect(page.getByRole('heading', { name: 'Every command', exact: false }).first()).toBeFocused();
      await perform(page, 'state machine', 'State machine');
      await expect(page.getByRole('tab', { name: 'State machine' })).toBeFocused();
      const heading = page.locator('[data-panel="world"]').getByRole('heading', { level: 2 });
      await page.getByRole('separator', { name: 'Resize Guide' }).press('Enter');
      for (const query of ['go world', 'names', 'changes made']) {
        await field.focus();
        await perform(page, query, 'Go to');
        await expect(heading, query).toBeFocused();
      }
      // and when one is there already
      await field.focus();
      await perform(page, 'changes made', 'Go to');
      await expect(heading).toBeFocused();
      await perform(page, 'change mx1', 'mx1.example.com');
      await expect(page.getByRole('heading', { name: 'mx1.example.com' })).toBeFocused();
    },
  );
  await page.getByRole('separator', { name: 'Resize Guide' }).press('Enter');
  await page.goto('/#/');
  await step(
    'from the console, by keys alone: panels, themes, time, lessons, the manual, worlds',
    async () => {
      await sayAll(page, POP.slice(0, 3));
      await perform(page, 'mailb', 'Mailboxes');
      await expect(panel(page, 'mailboxes')).toBeVisible();
      await perform(page, 'theme light', 'Light');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
      await perform(page, 'start time', 'To the start');
      await expect(moment(page)).toContainText('event 0 of');
      await perform(page, 'present', 'To the present');
      await perform(page, 'manual retr', 'RETR');
      await expect(page).toHaveURL(/#\/reference\/pop3\/RETR$/);
      await perform(page, 'envelope, then', 'S2');
      await expect(page.getByRole('heading', { name: 'Envelope, then letter' })).toBeVisible();
      await perform(page, 'begin greylisting', 'Greylisting');
      await expect(page.getByRole('button', { name: 'World Greylisting' })).toBeVisible();
      await expect(panel(page, 'network')).toContainText('greylisting: 300 s');
      await perform(page, 'bring back', 'Bring back');
      await expect(panel(page, 'network')).toContainText('Maildrop open');
      await perform(page, 'sit bob-laptop', 'Sit down at bob-laptop');
      await expect(
        consolePane(page)
          .getByRole('button', { name: /^bob-laptop/ })
          .first(),
      ).toBeVisible();
    },
  );
});

/** The header on one screen. */
async function leadsEverywhere(page: Page, what: string, width: number): Promise<void> {
  const nav = page.getByRole('navigation', { name: 'Main' });
  for (const [name, to] of [
    ['Learn', /#\/learn$/],
    ['Reference', /#\/reference$/],
    ['Lab', /#\/$/],
  ] as const) {
    await expect(nav.getByRole('link', { name, exact: true })).toBeInViewport({ ratio: 1 });
    await nav.getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveURL(to);
  }
  const world =
    width < 1000 ? nav.getByRole('link', { name: 'World' }) : page.getByRole('button', { name: /^World/ });
  await expect(world).toBeInViewport({ ratio: 1 });
  for (const name of ['Everything one can do', 'Share'])
    await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Everything one can do' }).click();
  await expect(palette(page)).toBeInViewport({ ratio: 1 });
  await clean(page, `palette, ${what}`);
  expect(await page.evaluate(sideways)).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await clean(page, `share, ${what}`);
  await page.keyboard.press('Escape');
}

test('at a desk: the header, the list by its key and by its button, the help, and single keys put off', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openLab(page);
  await step(
    'Ctrl-K in a line cuts it off behind the caret, and opens the list where nothing is',
    async () => {
      await consolePane(page).getByRole('textbox').first().focus();
      await page.keyboard.type('hosts and more');
      for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Control+k');
      await expect(palette(page)).toBeHidden();
      await page.keyboard.press('Control+k');
      await expect(field(page)).toBeFocused();
      // closed, and opened again before the browser has told that it closed
      const told = page.evaluate(async () => {
        const dialog = document.querySelector('dialog[open]');
        const closed = new Promise((done) => dialog?.addEventListener('close', done, { once: true }));
        dialog?.querySelector('button')?.click();
        for (let i = 0; i < 20; i++) await Promise.resolve();
        const wasClosed = document.querySelector('dialog[open]') === null;
        dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, cancelable: true }));
        await closed;
        return wasClosed;
      });
      expect(await told).toBe(true);
      await expect(field(page)).toBeFocused();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      await expect(consolePane(page).getByRole('log')).toContainText('203.0.113.111');
    },
  );
  await step('the header leads everywhere, and nothing sticks out', async () => {
    await leadsEverywhere(page, 'a desk', 1440);
  });
  await step(
    'arrows go round, a name that fits nothing says so, axe finds nothing; the help lists every key there is',
    async () => {
      await page.getByRole('button', { name: 'Everything one can do' }).click();
      await expect(field(page)).toBeFocused();
      await page.keyboard.press('ArrowUp');
      await expect(palette(page).getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('ArrowDown');
      await expect(palette(page).getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
      await clean(page, 'palette');
      await field(page).fill('xyzzy');
      await expect(palette(page).getByRole('status')).toContainText('Nothing of that name');
      await clean(page, 'palette, nothing found');
      await page.keyboard.press('Escape');
      await expect(palette(page)).toBeHidden();

      await page.getByRole('button', { name: 'Keyboard help' }).click();
      const help = page.getByRole('dialog', { name: 'Keyboard' });
      for (const key of ['Ctrl K', 'S', '?', 'T', 'Space', 'Home'])
        await expect(help.getByText(key, { exact: true }).first()).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'Keyboard help' })).toBeFocused();
      // and to wherever it was asked for by its key
      await page.getByRole('tab', { name: 'Sequence' }).focus();
      await page.keyboard.press('?');
      await expect(help).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('tab', { name: 'Sequence' })).toBeFocused();
    },
  );
  await step(
    'single keys can be put off, which is remembered; names of keys and Ctrl go on (WCAG 2.1.4)',
    async () => {
      const theme = page.locator('html');
      await page.getByRole('button', { name: 'Keyboard help' }).click();
      const single = page.getByRole('switch', { name: /^Single keys/ });
      await expect(single).toBeChecked();
      await single.press('Space');
      await clean(page, 'single keys off', 'dialog[open]');
      await page.keyboard.press('Escape');
      await page.reload();
      await page.getByRole('slider').first().focus();
      // the later keys, and the first ones; the last of them is heard, and so were the others
      for (const key of [
        'p',
        'g',
        '1',
        'Shift+1',
        'o',
        'l',
        'z',
        'f',
        'u',
        't',
        's',
        '?',
        '/',
        'c',
        ',',
        '.',
        'k',
      ])
        await page.keyboard.press(key);
      await page.keyboard.press('Home');
      await expect(moment(page)).toContainText('event 0 of');
      await expect(page.getByRole('slider').first()).toBeFocused();
      await expect(theme).toHaveAttribute('data-theme', 'dark');
      await expect(page.locator('dialog[open], [data-spotlight], [data-laser]')).toHaveCount(0);
      await expect(
        page.getByRole('checkbox', { name: 'Hold each reply' }).and(page.locator(':checked')),
      ).toHaveCount(0);
      await page.keyboard.press('End');
      await perform(page, 'single keys', 'Put single keys on');
      await page.getByRole('slider').first().focus();
      await page.keyboard.press('t');
      await expect(theme).toHaveAttribute('data-theme', 'light');
    },
  );
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('a phone finds in the list what its header has no room for; a tablet too is led everywhere', async ({
    page,
  }) => {
    await openLab(page);
    for (const [what, width, height] of [
      ['a tablet', 820, 1180],
      ['a phone', 390, 844],
    ] as const)
      await step(`${what}: the header leads everywhere, and nothing sticks out`, async () => {
        await page.setViewportSize({ width, height });
        await leadsEverywhere(page, what, width);
      });
    await step(
      'a phone finds there what its header has no room for: themes, another beginning, help',
      async () => {
        await page.getByRole('button', { name: 'Console', exact: true }).click();
        await say(page, 'hosts');
        await expect(consolePane(page).getByRole('log')).toContainText('203.0.113.111');
        const list = page.getByRole('button', { name: 'Everything one can do' });
        await list.click();
        await palette(page).getByRole('button', { name: 'Light' }).click();
        await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
        await palette(page).getByRole('button', { name: 'Start over' }).click();
        await expect(palette(page)).toBeHidden();
        await expect(consolePane(page).getByRole('log')).not.toContainText('203.0.113.111');
        await list.click();
        await palette(page).getByRole('button', { name: 'Keyboard help' }).click();
        await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
        await expect(palette(page)).toBeHidden();
      },
    );
  });
});
