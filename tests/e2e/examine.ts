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

/** Nothing for axe to find, on the page or in a part of it: every rule it has on by default. */
export async function clean(page: Page, where: string, part = ''): Promise<void> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(source);
  const examined = await page.evaluate(async (chosen) => {
    if (!window.axe) throw new Error('axe is not here');
    const { violations, passes } = await window.axe.run(chosen === '' ? document : chosen, {
      resultTypes: ['violations'],
    });
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
    );
    return { found, rules: passes.length };
  }, part);
  expect(examined.found, where).toEqual([]);
  // a page that says nothing breaks no rule either
  expect(examined.rules, where).toBeGreaterThan(part === '' ? 10 : 3);
}
