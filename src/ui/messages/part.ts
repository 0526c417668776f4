// Words that come with a chunk of their own.
import type { Translated, Words } from './catalogue.ts';
import type { CatalogueName } from './catalogues.ts';
import { translated } from './language.ts';

/** A part of the catalogue, in the language chosen when the page was opened. `name`: by which other languages know it. */
export const part = <const W extends Words>(en: W, name: CatalogueName): Translated<W> =>
  translated(en, name);
