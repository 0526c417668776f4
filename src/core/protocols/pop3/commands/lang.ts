import type { Extension } from '../../../spec/protocol.ts';
import { languageRange } from '../arguments.ts';
import { command, type Pop3 } from '../shape.ts';

/** RFC 2277 §4.5: i-default is words that somebody who reads English can follow. */
const LANGUAGES = ['en', 'i-default'] as const;

/** RFC 4647 §3.3.1: the tag itself, or one it is the beginning of. */
const chosen = (range: string): string | undefined =>
  range === '*' ? LANGUAGES[0] : LANGUAGES.find((tag) => `${tag}-`.startsWith(`${range.toLowerCase()}-`));

const lang = command({
  verb: 'LANG',
  from: ['authorization', 'transaction'],
  args: languageRange,
  rfc: '6856#3.2',
  summary: 'Which languages do you answer in? Or: answer in this one.',
  outcomes: {
    listing: { to: 'same', says: '+OK I answer in\n{*languages}', when: 'no language is named' },
    ok: { to: 'same', says: '+OK {tag} English it is', when: 'there is such a language here' },
    unknown: {
      to: 'same',
      says: '-ERR No such language here; LANG lists what there is',
      when: 'there is not: everything stays as it was',
      rfc: '6856#3.2',
    },
  },
  run(_cx, range, take) {
    if (range === null) return take.listing({ languages: LANGUAGES.map((tag) => `${tag} English`) });
    const tag = chosen(range);
    return tag === undefined ? take.unknown() : take.ok({ tag });
  },
});
export const languages: Extension<Pop3> = {
  keyword: 'LANG',
  rfc: '6856#3',
  summary: 'In which language replies are written.',
  adverts: () => 'LANG',
  commands: [lang],
};
