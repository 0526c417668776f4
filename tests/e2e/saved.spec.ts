// What the browser keeps: a session that cannot be read says so, costs nothing else, and is not thrown away.
import { ENGINE } from '../../src/app/save.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './console-page.ts';
import { log, say } from './drive.ts';

const KEY = 'mailwire/session';
/** Reads or writes the page's one key-value store. */
const stored = (page: Page, key: string, value?: unknown): Promise<unknown> =>
  page.evaluate(
    ([name, put]) =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('keyval-store');
        opening.addEventListener('error', () => reject(opening.error ?? new Error('no store')));
        opening.addEventListener('success', () => {
          const store = opening.result.transaction('keyval', 'readwrite').objectStore('keyval');
          const asked = put === undefined ? store.get(name) : store.put(put, name);
          asked.addEventListener('success', () => resolve(asked.result));
          asked.addEventListener('error', () => reject(asked.error ?? new Error('not stored')));
        });
      }),
    [key, value] as const,
  );

test('a session that cannot be read is told, kept aside, and the lab is there', async ({ term, page }) => {
  await term.say('telnet pop.example.com 110');
  await term.sees('ready');
  await expect.poll(() => stored(page, KEY)).toBeTruthy();
  await page.getByRole('button', { name: 'Light', exact: true }).click();
  const damage = {
    engine: ENGINE,
    world: 'standard',
    branch: 1,
    branches: [{ id: 1, inputs: [{ type: 'explode' }] }],
  };
  await stored(page, KEY, damage);
  await page.reload();
  await page.locator('[data-ready]').waitFor();
  await expect(page.getByText('could not be read')).toBeVisible();
  expect(await stored(page, `${KEY}-damaged`)).toEqual(damage);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.locator('[data-console="you@client"] textarea').first().focus();
  await term.say('telnet pop.example.com 110');
  await term.sees('ready');
});

test('what starting over put away comes back after a reload, and after something new was typed', async ({
  term,
  page,
}) => {
  await term.say('telnet pop.example.com 110');
  await term.sees('ready');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect.poll(() => stored(page, 'mailwire/attic')).toHaveLength(1);
  await page.reload();
  await page.locator('[data-ready]').waitFor();
  await page.locator('[data-console="you@client"] textarea').first().focus();
  await term.say('hosts');
  await term.sees('203.0.113.111');
  await page.getByRole('button', { name: 'Bring back what you had' }).click();
  await term.sees('telnet pop.example.com 110');
});

test('a second tab is told that it is not kept, and takes over when it is the only one', async ({
  term,
  page,
}) => {
  await term.say('hosts');
  const second = await page.context().newPage();
  await second.goto('./');
  await expect(second.getByText('open in another tab')).toBeVisible();
  await term.say('date');
  await expect.poll(async () => JSON.stringify(await stored(page, KEY))).toContain('date');
  await page.close();
  await expect(second.getByText('open in another tab')).toBeHidden();
  await expect(log(second)).toContainText('date');
  // both go on: what is not kept at first is kept in the end, and so is the other's
  const third = await page.context().newPage();
  await third.goto('./');
  await expect(third.getByText('open in another tab')).toBeVisible();
  await say(third, 'echo third');
  await say(second, 'echo second');
  await expect.poll(async () => JSON.stringify(await stored(second, KEY))).toContain('echo second');
  await second.close();
  await expect.poll(async () => JSON.stringify(await stored(third, KEY))).toContain('echo third');
  await third.getByRole('button', { name: 'Bring back what you had' }).click();
  await expect(log(third)).toContainText('echo second');
});
