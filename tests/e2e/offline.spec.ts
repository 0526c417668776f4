// After one visit the lab opens and works without a network: its server is gone, too.
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { serve } from '../../scripts/serve-files.mjs';
import { consolePane, LETTER, openLab, panel, sayAll, TOUR, watch } from './drive.ts';

const folder = resolve(import.meta.dirname, '../../dist');
test.use({ serviceWorkers: 'allow' });

test('visited once, it is opened again without a network, and all of it is there', async ({
  page,
  context,
}) => {
  const { address, close } = await serve({ folder, port: 22_000, strict: false, base: '/school/lab/' });
  const { errors } = watch(page, new URL(address).origin);
  await openLab(page, address);
  // nothing of it before the first reply
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await sayAll(page, [...TOUR, ...LETTER]);
  const log = page.getByRole('log').first();
  await expect(log).toContainText('Taken as');
  // it begins when it has everything
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
  const script = (await page.request.get(`${address}sw.js`)).headers();
  expect([script['content-type'], script['cache-control']]).toEqual([
    'text/javascript; charset=utf-8',
    'no-cache',
  ]);
  close();
  await context.setOffline(true);

  await page.reload();
  await expect(log).toContainText('Taken as');
  await sayAll(page, ['QUIT', 'openssl s_client -quiet -crlf -connect pop.example.com:995', 'USER bob']);
  await sayAll(page, ['PASS correct-horse', 'STAT', 'QUIT']);
  await expect(log).toContainText('+OK 7');
  await expect(panel(page, 'machine')).toBeVisible();
  const guide = page.locator('[data-pane="guide"]');
  for (const [place, heading] of [
    ['reference/smtp/MAIL', 'MAIL'],
    ['compare', /./],
    ['learn/p1', 'Collect the post'],
  ] as const) {
    await page.goto(`${address}#/${place}`);
    await expect(guide.getByRole('heading', { name: heading }).first()).toBeVisible();
  }
  await sayAll(page, ['hosts']);
  await expect(consolePane(page).getByRole('log').first()).toContainText('pop.example.com');
  // the network itself says that it is not there: of us nothing was asked in vain
  expect(errors).toEqual([]);
});
