// A lesson as a test reads it: its steps by name, what they ask, and whether they are met.
import { expect, type Locator, type Page } from '@playwright/test';

export const goal = (page: Page, id: string): Locator => page.locator(`[data-step="${id}"]`);
export const isMet = (page: Page, id: string): Promise<void> =>
  expect(goal(page, id)).toHaveAttribute('data-met', 'true');
export const answer = async (page: Page, step: string, nth: number, text: string): Promise<void> => {
  await goal(page, step).getByRole('textbox').nth(nth).fill(text);
  await page.keyboard.press('Enter');
};
