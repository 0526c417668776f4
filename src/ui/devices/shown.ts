import { shortened, visible } from '../shell/words.ts';

const SECRET = /^(PASS |A\d+ LOGIN \S+ |AUTH PLAIN ).+$/;
/** A line of a mail client, without what is nobody's business. */
export const shown = (text: string, most: number): string =>
  shortened(visible(text).replace(SECRET, '$1••••••'), most);
