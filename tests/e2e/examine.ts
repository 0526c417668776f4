// axe in the page itself. Its own bridge to Playwright examines in a page of its own and takes four times as long.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { findings, type Said } from './contrast.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What another theme may break, if it changes nothing but colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Nothing for axe to find, on the page or in a part of it: every rule it has on by default. */
export const clean = (page: Page, where: string, part = ''): Promise<void> => examine(page, where, part, []);

/**
 * The same in the dark, and of its colours in the light too, or of those of a smaller part. It begins with the theme that is worn, for a change
 * of theme paints all of the page anew, and ends in the other.
 */
export async function cleanDarkAndLight(page: Page, where: string, part = '', inLight = part): Promise<void> {
  const inDark = (): Promise<void> => examine(page, `${where}, dark`, part, []);
  const lit = (): Promise<void> => examine(page, `${where}, light`, inLight, COLOURS);
  const isLight = (await page.locator('html').getAttribute('data-theme')) === 'light';
  await wear(page, isLight ? 'light' : 'dark');
  await (isLight ? lit() : inDark());
  await wear(page, isLight ? 'dark' : 'light');
  await (isLight ? inDark() : lit());
}
/** Every theme: what the tests are called, the button to begin with, how to look. The projector's is another screen, not only other colours. */
export const THEMES = [
  ['dark and light', 'Dark', cleanDarkAndLight],
  ['projector', 'Projector', clean],
] as const;
/** At once: a colour on its way to another is neither. */
const wear = (page: Page, theme: string): Promise<void> =>
  page.evaluate(async (name) => {
    if (document.documentElement.dataset['theme'] === name) return;
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after { transition: none !important }');
    document.adoptedStyleSheets.push(still);
    document.documentElement.dataset['theme'] = name;
    for (let frames = 0; frames < 2; frames++) await new Promise((done) => requestAnimationFrame(done));
    document.adoptedStyleSheets.pop();
  }, theme);

async function examine(page: Page, where: string, part: string, only: readonly string[]): Promise<void> {
  const said = await ask(page, part, only);
  expect(said.found, where).toEqual([]);
  // a page that says nothing breaks no rule either; of colours above the page axe is never sure
  if (only.length > 0) expect(said.passes + said.unsure, where).toBeGreaterThan(0);
  else expect(said.passes, where).toBeGreaterThan(part === '' ? 10 : 3);
}
/** What axe says by all its rules, or by some. */
export async function ask(page: Page, part = '', only: readonly string[] = []): Promise<Said> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(source);
  return page.evaluate(findings, [part, only] as const);
}
