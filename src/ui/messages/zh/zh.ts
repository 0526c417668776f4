// 简体中文。Every catalogue is here and complete, or it does not compile; those that are not are named.
import type { Catalogues } from '../catalogues.ts';
import type { Translator } from '../language.ts';
import { compare } from './compare.ts';
import { main, screen } from './main.ts';
import { bytes, present, queue, sides, time } from './stage.ts';
import { filter, keys, literal, palette, reference, share, why } from './panels.ts';

/** Spoken in English still: the lessons, mailboxes and messages, devices, and what there is to turn in a world. */
type Untranslated = 'cast' | 'devices' | 'late' | 'mailboxes' | 'parts' | 'world';
const zh: Omit<Catalogues, Untranslated> = {
  bytes,
  present,
  queue,
  sides,
  time,
  compare,
  filter,
  keys,
  literal,
  main,
  palette,
  reference,
  screen,
  share,
  why,
};
const byName = new Map<string, unknown>(Object.entries(zh));
export const translator: Translator = (name) => byName.get(name);
