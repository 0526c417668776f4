// The language chosen when the page was opened.

/** As the `lang` attribute names it; `en-XA` is what the trade calls the pseudo-locale. */
const tags = { en: 'en', pseudo: 'en-XA' } as const;

const asked = new URLSearchParams(location.search).get('lang');
const language = asked === 'pseudo' ? 'pseudo' : 'en';

export const languageTag: string = tags[language];
/** Of a catalogue, or of a part of one, what is in that language. */
export const translated = <T>(en: T, pseudo: () => T): T => (language === 'pseudo' ? pseudo() : en);
