// What a browser really fetches: until the first reply just what the budget counts, and the rest when there is nothing else to do.
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { filesUntil } from '../../scripts/size.mjs';
import { chunkOf } from './chunks.ts';
import { openLab, TOUR, write } from './drive.ts';

const scriptsOf = (page: Page): ReadonlySet<string> => {
  const files = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) files.add(pathname.slice(1));
  });
  return files;
};
const greeted = async (page: Page): Promise<void> => {
  await write(page, TOUR[0]);
  await expect(
    page
      .getByRole('log')
      .getByText(/220 mx1\.example\.com/)
      .first(),
  ).toBeAttached();
};

test('until the first reply the scripts that the budget counts are fetched, and no others', async ({
  page,
}) => {
  // so that nothing that waits for an idle moment can come in between
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const fetched = scriptsOf(page);
  await openLab(page);
  await greeted(page);
  await expect(page.getByRole('option', { name: /220 mx1/ })).toBeAttached();
  expect([...fetched].toSorted()).toEqual(filesUntil('the first reply').toSorted());
});

test('the other parts of the simulation come after it, before anybody asks for them', async ({ page }) => {
  const fetched = scriptsOf(page);
  await openLab(page);
  const before = fetched.size;
  const came = (part: string) => [...fetched].some((file) => chunkOf(part).test(`/${file}`));
  expect(['world', 'client', 'imap'].filter(came)).toEqual([]);
  await greeted(page);
  for (const part of ['world', 'client', 'imap']) await expect.poll(() => came(part)).toBe(true);
  expect(fetched.size).toBeGreaterThan(before);
});

test('and for whoever types nothing and looks around, what a class is shown with too', async ({ page }) => {
  await openLab(page);
  await expect(page.getByRole('button', { name: 'Projecting' })).toBeVisible();
});

test('what is asked for before it is there waits for it, in order', async ({ page }) => {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  for (const name of ['client', 'world'])
    await page.route(chunkOf(name), async (route) => {
      await held;
      await route.continue();
    });
  await openLab(page);
  await write(page, 'hosts');
  await expect(page.getByText('A part of this world is loading')).toBeVisible();
  await write(page, 'telnet pop.example.com 110');
  await write(page, 'CAPA');
  release();
  const log = page.getByRole('log').first();
  await expect(log).toContainText('+OK Here and now, I can do');
  const text = (await log.textContent()) ?? '';
  const order = ['192.0.2.31', 'Trying', 'ready', 'Here and now'].map((words) => text.indexOf(words));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(0);
});

test('a part that cannot be fetched says so, and the next Enter tries again', async ({ page }) => {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await openLab(page);
  await page.route(chunkOf('client'), (route) => route.abort());
  await write(page, 'hosts');
  await expect(page.getByText('could not be loaded')).toBeVisible();
  await page.unroute(chunkOf('client'));
  await write(page, '');
  await expect(page.getByRole('log').first()).toContainText('192.0.2.31');
});
