// Where there is no lab to show: an address that is none, a link from another time, a browser that cannot.
import { resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve-files.mjs';
import { codeOf, sharedIn, type Shared } from '../../src/app/share/code.ts';
import { openLab, say, sayAll, TOUR } from './drive.ts';
import { clean } from './examine.ts';

const { step } = test;
const folder = resolve(import.meta.dirname, '../../dist');

test.describe('no such page', () => {
  test('a file that is not there: a page of its own that needs no other, and leads back', async ({
    page,
  }) => {
    const { address, close } = await serve({ folder, port: 23_000, strict: false, base: '/course/lab/' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const response = await page.goto(`${address}reference`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'No such page' })).toBeVisible();
    expect(asked.filter((url) => !url.endsWith('/favicon.ico'))).toHaveLength(1);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await clean(page, `404, ${colorScheme}`);
    }
    await page.getByRole('link', { name: 'the folder this address lies in' }).click();
    await expect(page.getByRole('slider').first()).toBeVisible();
    // what is no page is told in words
    const script = await page.request.get(`${address}assets/none.js`, { headers: { accept: '*/*' } });
    expect([script.status(), await script.text()]).toEqual([404, 'Not found\n']);
    close();
  });
});

async function linked(page: Page): Promise<Shared> {
  await say(page, TOUR[2]);
  await expect(page.getByRole('log').first()).toContainText('250 2.1.0');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.getByRole('textbox', { name: 'A link to this session' }).inputValue();
  return sharedIn(link.slice(link.indexOf('#/shared/') + '#/shared/'.length));
}
test('addresses that lead nowhere, and links from another time', async ({ page }) => {
  await openLab(page, '/#/nonsense/%00/<b>');
  await step('a browser that can sees nothing of what one is told that cannot', async () => {
    await expect(page.locator('#unsupported')).toBeHidden();
  });
  await step('an address within the page that leads nowhere says so, and works on', async () => {
    const nowhere = page.locator('[data-panel="nowhere"]');
    await expect(nowhere).toContainText('There is nothing at this address.');
    await expect(nowhere).toContainText('#/nonsense/');
    await clean(page, 'nowhere');
    await sayAll(page, TOUR.slice(0, 2));
    await expect(page.getByRole('log').first()).toContainText('250-PIPELINING');
    await nowhere.getByRole('link', { name: 'To the lab' }).click();
    await expect(page.getByRole('heading', { name: 'Send a letter by hand' })).toBeVisible();
  });
  await step('a page that there is, with a part that there is not, is no dead end', async () => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    for (const path of ['/learn/nonsense', '/reference/nonsense', '/compare/nonsense', '/world/nonsense']) {
      await page.goto(`/#${path}`);
      // in the guide alone: what stands beside it is there whatever the address
      const guide = page.locator('[data-pane="guide"]');
      await expect(page.getByRole('heading', { name: 'Send a letter by hand' }), path).toHaveCount(0);
      await expect(
        guide.getByRole('heading', { level: 2 }).or(guide.getByRole('link')).first(),
        path,
      ).toBeVisible();
      await page.getByRole('navigation').getByRole('link', { name: 'Lab' }).click();
      await expect(page.getByRole('heading', { name: 'Send a letter by hand' })).toBeVisible();
    }
    expect(errors).toEqual([]);
  });
  await step(
    'where nothing was shared one is led back to the lab; who has gone on by then is left there',
    async () => {
      await page.evaluate(() => {
        const watch = new MutationObserver(() => {
          if (!document.querySelector('[data-panel="shared"]')) return;
          watch.disconnect();
          location.hash = '#/learn';
        });
        watch.observe(document.body, { childList: true, subtree: true });
        location.hash = '#/shared';
      });
      await expect(page.getByRole('heading', { name: 'Lessons' }).first()).toBeVisible();
      await page.evaluate(() => indexedDB.databases()); // what is kept has been looked for
      await expect(page).toHaveURL(/#\/learn$/);
      await page.evaluate(() => (location.hash = '#/shared'));
      await expect(page).toHaveURL(/#\/$/);
    },
  );
  const shared = await linked(page);
  await page.keyboard.press('Escape');
  await step('a link of a world that is not here any more says so, and nothing is lost', async () => {
    await page.goto(`/#/shared/${codeOf({ ...shared, world: 'atlantis' })}`);
    await expect(page.getByRole('heading', { name: 'This was not opened' })).toBeVisible();
    await expect(page.locator('[data-panel="shared"]')).toContainText('a world that is not here');
    await page.getByRole('link', { name: 'To the lab' }).click();
    await expect(page.getByRole('log').first()).toContainText('250 2.1.0');
  });
  await step('a link of another engine is played again, and what comes out otherwise is shown', async () => {
    const seen = shared.seen.map((octet, i) => (i === 2 ? octet ^ 1 : octet));
    await page.goto(`/#/shared/${codeOf({ ...shared, engine: 0, seen })}`);
    const panel = page.locator('[data-panel="shared"]');
    await expect(panel).toContainText('It was made with engine 0; this is engine');
    await expect(panel).toContainText('in the world “Standard”.');
    await expect(panel).toContainText('One thing comes out otherwise than its sender saw it:');
    await expect(panel).toContainText('› MAIL FROM:<you@client.example.net>');
    await expect(panel).toContainText('‹ 250 2.1.0');
    await clean(page, 'a link from another time');
    await page.reload();
    await expect(panel).toContainText('› MAIL FROM:<you@client.example.net>');
    const word = 'x'.repeat(64);
    const journal = `${shared.journal}NOOP ${word}\n`;
    await page.goto(`/#/shared/${codeOf({ ...shared, engine: 0, seen: [...seen, 1], journal })}`);
    await expect(panel).toContainText(word);
    expect(await panel.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
  });
});

test.describe('a browser that cannot', () => {
  /** The page as a browser sees it that knows neither modules nor `@supports selector()`. */
  const asOld = async (page: Page): Promise<void> => {
    await page.route('**/', async (route) => {
      const response = await route.fetch();
      const old = (await response.text())
        .replaceAll('type="module"', 'type="text/unknown"')
        .replaceAll('selector(:popover-open)', 'selector(:unknown-here)');
      await route.fulfill({ response, body: old });
    });
  };
  test('is told what it needs, without a script, and may try', async ({ page }) => {
    await asOld(page);
    await page.goto('./');
    const told = page.getByRole('heading', { name: 'This browser is too old for Mailwire' });
    await expect(told).toBeVisible();
    await expect(page.getByText('Chrome or Edge 114')).toBeVisible();
    await expect(page.locator('#root')).toBeEmpty();
    await clean(page, 'unsupported', '#unsupported');
    await page.getByRole('link', { name: 'Try it all the same' }).click();
    await expect(told).toBeHidden();
  });
});
test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('one is told that the page needs them, and why', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { name: 'Mailwire needs JavaScript' })).toBeVisible();
    await expect(page.locator('noscript p').first()).toContainText('sends nothing anywhere');
  });
});
