// Words that come with a chunk of their own.
import type { Translated, Words } from './catalogue.ts';
import { translated } from './language.ts';
import { pseudo } from './pseudo.ts';

/** A part of the catalogue, in the language chosen when the page was opened. */
export const part = <const W extends Words>(en: W): Translated<W> =>
  translated<Translated<W>>(widened(en), () => pseudo(en));
// What is written in English is one translation of itself.
const widened = <W extends Words>(en: W): Translated<W> => en as unknown as Translated<W>;
