// axe in the page itself. Its own bridge to Playwright examines in a page of its own and takes four times as long.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare global {
  interface Window {
    readonly axe?: typeof axe;
  }
}

/** What another theme may break, if it changes nothing but colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Nothing for axe to find, on the page or in a part of it: every rule it has on by default. */
export const clean = (page: Page, where: string, part = ''): Promise<void> => examine(page, where, part, []);

/** The same in the dark, and of its colours in the light too, or of those of a smaller part; then it is as it was. */
export async function cleanDarkAndLight(page: Page, where: string, part = '', inLight = part): Promise<void> {
  const before = await page.locator('html').getAttribute('data-theme');
  await wear(page, 'dark');
  await examine(page, `${where}, dark`, part, []);
  await wear(page, 'light');
  await examine(page, `${where}, light`, inLight, COLOURS);
  await wear(page, before ?? 'dark');
}
/** Every theme: what the tests are called, the button to begin with, how to look. The projector's is another screen, not only other colours. */
export const THEMES = [
  ['dark and light', 'Dark', cleanDarkAndLight],
  ['projector', 'Projector', clean],
] as const;
/** At once: a colour on its way to another is neither. */
const wear = (page: Page, theme: string): Promise<void> =>
  page.evaluate(async (name) => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after { transition: none !important }');
    document.adoptedStyleSheets.push(still);
    document.documentElement.dataset['theme'] = name;
    for (let frames = 0; frames < 2; frames++) await new Promise((done) => requestAnimationFrame(done));
    document.adoptedStyleSheets.pop();
  }, theme);

async function examine(page: Page, where: string, part: string, only: readonly string[]): Promise<void> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(source);
  const examined = await page.evaluate(
    async ([chosen, rules]) => {
      if (!window.axe) throw new Error('axe is not here');
      const { violations, passes, incomplete } = await window.axe.run(chosen === '' ? document : chosen, {
        resultTypes: ['violations'],
        ...(rules.length > 0 && { runOnly: [...rules] }),
      });
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
      );
      return { found, passes: passes.length, unsure: incomplete.length };
    },
    [part, only] as const,
  );
  expect(examined.found, where).toEqual([]);
  // a page that says nothing breaks no rule either; of colours above the page axe is never sure
  if (only.length > 0) expect(examined.passes + examined.unsure, where).toBeGreaterThan(0);
  else expect(examined.passes, where).toBeGreaterThan(part === '' ? 10 : 3);
}
