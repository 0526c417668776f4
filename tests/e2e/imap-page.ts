// Alice at IMAP by hand: line by line, each when the one before has been answered.
import type { Page } from '@playwright/test';
import { expect } from './console-page.ts';

export const TLS = 'openssl s_client -quiet -crlf -connect imap.example.com:993';
export const LOGIN = 'a1 LOGIN alice "paper lantern"';
export const YOU = 'you@client';

export const log = (page: Page, id: string) => page.locator(`[data-console="${id}"]`).getByRole('log');
/** Says it in a console that is on the screen, at once as from an input method, and waits for its answer. */
export const as =
  (page: Page, id: string) =>
  async (line: string, answer: string): Promise<void> => {
    await page.locator(`[data-console="${id}"] .xterm-helper-textarea`).focus();
    await page.keyboard.insertText(line);
    await page.keyboard.press('Enter');
    await expect(log(page, id)).toContainText(answer);
  };
