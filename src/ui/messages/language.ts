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
interface Spoken {
  readonly translator: Translator;
}
type Fetch = () => Promise<Spoken>;
const pseudo: Fetch = () => import('./pseudo.ts');
/** For each language: what the console says, and what everything else does. */
const CHUNKS: Readonly<Record<Exclude<Language, 'en'>, readonly [console: Fetch, page: Fetch]>> = {
  zh: [() => import('./zh/screen.ts'), () => import('./zh/zh.ts')],
  pseudo: [pseudo, pseudo],
};
async function learn(fetch: Fetch): Promise<void> {
  try {
    ({ translator } = await fetch());
  } catch {
    // it is asked for again with the next visit; English is here
  }
}
/**
 * What the page says in this language comes in chunks of its own, both asked for at once: the console opens when the first is
 * there (`console`), and whatever speaks otherwise is fetched when the second is (`page`). English is here already.
 */
export function learnLanguage():
  | { readonly console: Promise<void>; readonly page: Promise<void> }
  | undefined {
  if (language === 'en') return undefined;
  const [first, all] = CHUNKS[language];
  const rest = all();
  rest.catch(() => undefined);
  const console = learn(first);
  return { console, page: console.then(() => learn(() => rest)) };
}
/** A catalogue in the language of the page. */
export const translated = <const W extends Words>(en: W, name: string): Translated<W> =>
  (translator?.(name, en) ?? en) as Translated<W>;
