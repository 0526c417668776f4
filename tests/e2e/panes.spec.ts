// The panes: how wide each is, what is folded away, and what has no room to spare.
import { expect, test } from '@playwright/test';
import { drawnIn } from './air.ts';
import { overlap, sideways } from './boxes.ts';
import { consolePane, openLab, panel, say, sayAll, TOUR } from './drive.ts';
import { clean } from './examine.ts';

test('panes are resized by keys, a theme is chosen and worn, and both are remembered', async ({ page }) => {
  await openLab(page);
  // the system asks for light
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.getByRole('button', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const guide = page.locator('[data-pane="guide"]');
  const before = (await guide.boundingBox())?.width ?? 0;
  await page.getByRole('separator', { name: 'Resize Guide' }).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  const after = (await guide.boundingBox())?.width ?? 0;
  expect(after).toBeGreaterThan(before);
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('panes/guide')));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(guide).toBeVisible();
  expect(Math.abs(((await guide.boundingBox())?.width ?? 0) - after)).toBeLessThan(3);
});

test('a pane that is folded away leaves its name, which opens it; so does whoever asks for what is in it', async ({
  page,
}) => {
  await openLab(page);
  const rail = (name: string) => page.locator('[data-rail]').filter({ hasText: name });
  const field = consolePane(page).getByRole('textbox').first();
  const guide = page.getByRole('separator', { name: 'Resize Guide' });
  const work = page.getByRole('separator', { name: 'Resize Console' });
  const before = await page.locator('[data-pane="guide"]').boundingBox();
  await guide.press('Enter');
  await expect(rail('Guide')).toBeInViewport({ ratio: 1 });
  await expect(rail('Guide')).toHaveAttribute('aria-expanded', 'false');
  await expect(page.locator('[data-pane="guide"]')).toBeHidden();
  await work.press('Home');
  await expect(rail('Console')).toBeInViewport({ ratio: 1 });
  for (const rails of await page.locator('[data-rail]').all())
    expect((await rails.boundingBox())?.width).toBeGreaterThanOrEqual(24);
  await clean(page, 'rails');

  await page.reload();
  await expect(rail('Console')).toBeVisible();
  // by keys one goes on at what folds it away again
  await rail('Guide').press('Enter');
  await expect(rail('Guide')).toHaveCount(0);
  await expect(guide).toBeFocused();
  expect(await page.locator('[data-pane="guide"]').boundingBox()).toEqual(before);
  await page.keyboard.press('/');
  await expect(rail('Console')).toHaveCount(0);
  await expect(field).toBeFocused();
  await page.keyboard.type('hosts');
  await expect(consolePane(page).locator('.xterm-rows')).toContainText('hosts');

  await work.press('End');
  await expect(rail('Stage')).toBeInViewport({ ratio: 1 });
  await expect(panel(page, 'network')).toBeHidden();
  await rail('Stage').click();
  await expect(panel(page, 'network')).toBeVisible();
  // after a click one types on
  await expect(field).toBeFocused();
});

test('the stage is never too narrow for what is in it, and folds away instead', async ({ page }) => {
  await openLab(page);
  await sayAll(page, TOUR.slice(0, 2));
  const drag = async (to: number): Promise<void> => {
    const at = await page.getByRole('separator', { name: 'Resize Console' }).boundingBox();
    await page.mouse.move(at?.x ?? 0, 300);
    await page.mouse.down();
    await page.mouse.move(to, 300);
    await page.mouse.up();
  };
  await drag(1440 - 220);
  const network = panel(page, 'network');
  const capsule = await drawnIn(network);
  const cards = await Promise.all(
    ['client', 'bob-laptop', 'pop', 'mx1', 'resolver'].map((machine) =>
      network.getByRole('listitem').filter({ hasText: machine }).first().boundingBox(),
    ),
  );
  for (const [i, card] of cards.entries()) {
    expect(card && capsule && overlap(card, capsule), `capsule over ${i}`).toBe(false);
    for (const other of cards.slice(i + 1)) expect(card && other && overlap(card, other)).toBe(false);
  }
  await expect(network.getByRole('heading', { name: 'resolver' })).toBeInViewport({ ratio: 1 });
  await drag(1440 - 100);
  await expect(page.locator('[data-rail="stage"]')).toBeVisible();
});

test.describe('a page at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });
  test('has all of its header, and the whole clock', async ({ page }) => {
    await openLab(page);
    const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    await expect(links).toHaveCount(5);
    const buttons = page.getByRole('banner').getByRole('button').filter({ visible: true });
    const all = [...(await links.all()), ...(await buttons.all())];
    const boxes = await Promise.all(all.map((it) => it.boundingBox()));
    for (const [i, box] of boxes.entries()) {
      expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
      for (const other of boxes.slice(i + 1)) expect(box && other && overlap(box, other)).toBe(false);
    }
    for (const link of await links.all()) await expect(link).toBeInViewport({ ratio: 1 });
    await say(page, TOUR[0]);
    await expect(page.getByRole('button', { name: 'Time', exact: true })).toBeVisible();
    const clock = await page.locator('[data-clock]').boundingBox();
    expect((clock?.x ?? 999) + (clock?.width ?? 0)).toBeLessThanOrEqual(320);
    expect(await page.evaluate(sideways)).toBe(0);
  });
});
