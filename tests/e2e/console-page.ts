// The console as a test uses it: keys go in, lines come out.
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { isTrouble } from './drive.ts';

export interface ConsolePage {
  readonly page: Page;
  /** A line that comes in at once, as from an input method, and Enter. */
  readonly say: (line: string) => Promise<void>;
  readonly keys: (...keys: readonly string[]) => Promise<void>;
  /** The rows of the terminal, blank ones left out. */
  readonly rows: (console?: string) => Promise<readonly string[]>;
  /** Waits until some row says this. */
  readonly sees: (text: string | RegExp, console?: string) => Promise<void>;
  /** Waits until the state line says this. */
  readonly stands: (text: string | RegExp, console?: string) => Promise<void>;
  readonly usage: Locator;
}
const FIRST = 'you@client';
/** A blank in a terminal's row may be a no-break one. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').trimEnd();

const consoleOf = (page: Page): ConsolePage => {
  const rows = async (id = FIRST): Promise<readonly string[]> => {
    const texts = await page.locator(`[data-console="${id}"] .xterm-rows > div`).allTextContents();
    return texts.map(plain).filter((text) => text !== '');
  };
  return {
    page,
    rows,
    usage: page.getByRole('note', { name: 'Usage' }),
    async say(line) {
      await page.keyboard.insertText(line);
      await page.keyboard.press('Enter');
    },
    async keys(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    sees: (text, id) => expect.poll(async () => (await rows(id)).join('\n')).toMatch(asPattern(text)),
    stands: (text, id = FIRST) =>
      expect(page.locator(`[data-console="${id}"]`).getByRole('status')).toContainText(text),
  };
};
const asPattern = (text: string | RegExp): RegExp =>
  typeof text === 'string' ? new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : text;

/**
 * A fresh visit, the console in focus. Nothing moves by itself (reduced motion) unless a test asks for `motion`. Any error of the page, a refusal by its
 * security policy too, fails the test.
 */
export const test = base.extend<{
  readonly motion: boolean;
  readonly errors: string[];
  readonly term: ConsolePage;
}>({
  motion: [false, { option: true }],
  errors: [
    async ({ page }, run) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (isTrouble(message)) errors.push(message.text());
      });
      await run(errors);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
  term: async ({ page, motion }, run) => {
    if (motion) await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.goto('./');
    await page.locator('[data-ready]').waitFor();
    await run(consoleOf(page));
  },
});
export { expect, consoleOf };
