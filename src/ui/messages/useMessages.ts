import { en, type Messages } from './en.ts';
import { pseudo } from './pseudo.ts';

const catalogues = { en: () => en, pseudo: () => pseudo(en) } as const;
/** As the `lang` attribute names it; `en-XA` is what the trade calls the pseudo-locale. */
const tags = { en: 'en', pseudo: 'en-XA' } as const;

const asked = new URLSearchParams(location.search).get('lang');
const language = asked === 'pseudo' ? 'pseudo' : 'en';
const messages: Messages = catalogues[language]();

/** The words of the language chosen when the page was opened. */
export const useMessages = (): Messages => messages;
export const languageTag: string = tags[language];
