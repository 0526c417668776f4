// What one may do with a mail client of the world: text becomes octets, a click an input.
import type { Deed, Draft, LetterRef } from '../core/base/device.ts';
import { utf8 } from '../core/base/octets.ts';
import { dispatch } from './engine.ts';

export const click = (host: string, deed: Deed): void => dispatch({ type: 'device', host, deed });
export const draftOf = (to: string, subject: string, text: string, re: LetterRef | null): Draft => ({
  to: utf8(to),
  subject: utf8(subject),
  text: utf8(text),
  re,
});
export const folderNamed = (name: string): string => utf8(name.trim());
