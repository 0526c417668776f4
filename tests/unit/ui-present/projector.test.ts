// The projector theme comes and goes by one key, and gives back the theme there was.
import { beforeEach, expect, test, vi } from 'vitest';

let light = false;
beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('matchMedia', () => ({ matches: light }));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
/** A page that has just been loaded. */
async function page() {
  vi.resetModules();
  const { settings, setTheme } = await import('../../../src/ui/shell/settings.ts');
  const { toggleProjector } = await import('../../../src/ui/present/stagecraft.ts');
  return { theme: () => settings.getState().theme, setTheme, toggleProjector };
}
test('the theme there was is given back, after a reload too', async () => {
  const before = await page();
  before.setTheme('light');
  before.toggleProjector();
  expect(before.theme()).toBe('projector');
  const after = await page();
  expect(after.theme()).toBe('projector');
  after.toggleProjector();
  expect(after.theme()).toBe('light');
});
test('nothing was chosen before: it is what the system asks for', async () => {
  light = true;
  const { theme, setTheme } = await page();
  setTheme('projector');
  expect(theme()).toBe('projector');
  const after = await page();
  after.toggleProjector();
  expect(after.theme()).toBe('light');
});
