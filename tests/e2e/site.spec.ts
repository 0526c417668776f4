import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { serve } from '../../scripts/serve-files.mjs';

const folder = resolve(import.meta.dirname, '../../dist');

test('the site works under any sub-path, and asks only its own folder', async ({ page }) => {
  const { address, close } = await serve({ folder, port: 21_000, strict: false, base: '/course/lab/' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.filter((url) => !url.startsWith(address) && !url.startsWith('data:'))).toEqual([]);
  close();
});

test('the policy is in force: no markup from strings, no script but ours', async ({ page }) => {
  await page.goto('/');
  const refusals = await page.evaluate(() => {
    const attempts = [
      (): unknown => (document.body.innerHTML = '<b>x</b>'),
      (): unknown => Reflect.get(window, 'trustedTypes').createPolicy('other', {}),
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return 'allowed';
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error);
      }
    });
  });
  expect(refusals).toEqual(['refused', 'refused']);
  const inline = page.evaluate(() => {
    const script = document.createElement('script');
    script.text = '1';
    return script.text;
  });
  await expect(inline).rejects.toThrow('TrustedScript');
});
