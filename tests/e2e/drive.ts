// A person at the lab: opens it, types, waits for what they see. Nothing moves by itself (reduced motion) unless a test says so.
import { expect, type Locator, type Page } from '@playwright/test';

export const TOUR = [
  'openssl s_client -quiet -crlf -connect pop.example.com:995',
  'USER bob',
  'PASS correct-horse',
  'STAT',
  'RETR 1',
  'DELE 1',
] as const;

export interface Watched {
  readonly errors: string[];
  readonly strangers: string[];
}
/** Whatever goes wrong in the page, or leaves it, is kept. */
export function watch(page: Page, origin: string): Watched {
  const watched: Watched = { errors: [], strangers: [] };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') watched.errors.push(message.text());
  });
  page.on('pageerror', (error) => watched.errors.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin: to } = new URL(request.url());
    if (protocol.startsWith('http') && to !== origin) watched.strangers.push(request.url());
  });
  return watched;
}
export async function openLab(page: Page, path = '/', { still = true } = {}): Promise<void> {
  if (still) await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(path);
  await expect(page.getByRole('slider', { name: /./ }).first()).toBeVisible();
}
export const consolePane = (page: Page): Locator => page.locator('[data-pane="console"]');
export const panel = (page: Page, name: string): Locator => page.locator(`[data-panel="${name}"]`);
/** Where we are: `event 12 of 30`. */
export const moment = (page: Page): Locator => page.getByText(/^event \d+ of \d+/);

export async function say(page: Page, line: string): Promise<void> {
  await consolePane(page).getByRole('textbox').first().focus();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}
export async function sayAll(page: Page, lines: readonly string[]): Promise<void> {
  for (const line of lines) await say(page, line);
}
/** The whole tour: bob's letter is on the screen, and marked. */
export async function tour(page: Page): Promise<void> {
  await sayAll(page, TOUR);
  await expect(panel(page, 'network').getByText('1 marked')).toBeVisible();
}
