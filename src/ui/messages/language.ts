// The language chosen when the page was opened: asked for in the address, remembered, or the browser's own.
import { recall, remember } from '../shell/storage.ts';
import type { Translated, Words } from './catalogue.ts';

/** As the `lang` attribute names them; `en-XA` is what the trade calls the pseudo-locale, which nobody chooses by chance. */
const TAGS = { en: 'en', zh: 'zh-Hans', pseudo: 'en-XA' } as const;
export type Language = keyof typeof TAGS;
const named = (name: unknown): Language | undefined =>
  name === 'en' || name === 'zh' || name === 'pseudo' ? name : undefined;

export const language: Language =
  named(new URLSearchParams(location.search).get('lang')) ??
  named(recall('language')) ??
  (/^zh\b/i.test(globalThis.navigator?.language ?? '') ? 'zh' : 'en');
export const languageTag: string = TAGS[language];
/** The page begins again with other words; what was done is kept anyway. */
export function speak(chosen: Language): void {
  remember('language', chosen);
  location.assign(location.href.replace(/[?&]lang=\w+/, ''));
  location.reload();
}

/** Another language's words for a catalogue of this name; undefined: there are none. */
export type Translator = (name: string, en: Words) => unknown;
let translator: Translator | undefined;
/** What the page says in this language comes first, as a chunk of its own; English is here already. Without it English is spoken. */
export async function learnLanguage(): Promise<void> {
  try {
    if (language === 'zh') ({ translator } = await import('./zh/zh.ts'));
    if (language === 'pseudo') ({ translator } = await import('./pseudo.ts'));
  } catch {
    // it is asked for again with the next visit
  }
}
/** A catalogue in the language of the page. */
export const translated = <const W extends Words>(en: W, name: string): Translated<W> =>
  (translator?.(name, en) ?? en) as Translated<W>;
