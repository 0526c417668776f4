// Keys that are one character, pressed alone, act on the whole page. Whoever speaks to the machine, or presses keys by mistake, puts
// them off (WCAG 2.1.4): what a name, a modifier or the place of the focus sets apart stays.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { recall, remember } from './storage.ts';

const KEY = 'single-keys';
const singles = createStore(() => ({ on: recall(KEY) !== false }));

export const singleKeys = (): boolean => singles.getState().on;
export const useSingleKeys = (): boolean => useStore(singles, ({ on }) => on);
export function setSingleKeys(on: boolean): void {
  singles.setState({ on });
  remember(KEY, on);
}
/** A letter, a digit or a sign, whatever Shift makes of it. `key`: as `KeyboardEvent.key` names it, or as it is written in lists. */
export const isSingle = (key: string): boolean => /^(?:Shift )?[^ ←→↑↓]$/u.test(key);
/** Is it one of those, and put off? */
export const isOff = (key: string): boolean => !singleKeys() && isSingle(key);
/** How a key is written where it does something. */
export const heard = (shown: readonly string[]): readonly string[] => shown.filter((key) => !isOff(key));
