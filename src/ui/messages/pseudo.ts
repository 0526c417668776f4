// A language nobody speaks: every word of the catalogue comes out accented and in brackets, so that words which bypass it show.
import type { Translated, Words } from './catalogue.ts';

const PLAIN = 'AaCcDdEeGgHhIiLlNnOoRrSsTtUuYyZz';
const ODD = 'ÅåÇçÐðÉéĜĝĤĥÎîĻļÑñÖöŔŕŠšŢţÛûÝýŽž';

export const disguise = (text: string): string =>
  text === '' ? '' : `⟦${Array.from(text, (c) => ODD[PLAIN.indexOf(c)] ?? c).join('')}⟧`;

const disguised = (words: Words): Words => {
  if (typeof words === 'string') return disguise(words);
  if (typeof words === 'function') return (...given: never[]) => disguise(words(...given));
  if (Array.isArray(words)) return words.map(disguised);
  return Object.fromEntries(Object.entries(words).map(([key, inner]) => [key, disguised(inner)]));
};

// The same keys by construction.
export const pseudo = <W extends Words>(catalogue: W): Translated<W> => disguised(catalogue) as Translated<W>;
/** Every catalogue there is. */
export const translator = (_name: string, en: Words): unknown => disguised(en);
