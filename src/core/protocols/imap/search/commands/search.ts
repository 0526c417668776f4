import type { Rfc } from '../../../../base/ids.ts';
import type { Cx } from '../../../../spec/protocol.ts';
import { upToDate, type Current } from '../../catch-up.ts';
import { known } from '../../capabilities.ts';
import { command, type Imap } from '../../shape.ts';
import { extendedAnswer, plainAnswer } from '../answer.ts';
import { badCharset, decodedKey } from '../charset.ts';
import { program, type Program } from '../grammar.ts';
import { mentions, type SearchKey } from '../key.ts';
import { unknownIn, unknownKey, unknownReturn } from '../known.ts';
import { lostIn, savedIn, search as searchIn, sessionAfter, wantedFor } from '../searching.ts';

const outcomes = {
  ok: { to: 'same', says: 'OK Searched', when: 'always: to find nothing is no failure' },
  ...badCharset,
  ...unknownKey,
} as const;

const searching = (verb: string, rfc: Rfc, summary: string, traits: Partial<Imap['traits']>) =>
  command({
    verb,
    from: ['selected'],
    args: program,
    rfc,
    summary,
    traits,
    outcomes,
    run(cx, asked, take) {
      const item = unknownFor(cx, asked);
      if (item !== undefined) return take.foreign({ item });
      const key = decodedKey(asked.key, asked.charset);
      return key === undefined
        ? take.badCharset({ charset: asked.charset ?? '' }, { state: lostIn(cx.state, asked.returns) })
        : take.ok(answered(cx, asked, key, traits));
    },
  });
export const search = searching(
  'SEARCH',
  '9051#6.4.4',
  'Find messages; what is found is told by number.',
  {},
);
export const uidSearch = searching(
  'UID SEARCH',
  '9051#6.4.9',
  'Find messages; what is found is told by UID.',
  {
    mayExpunge: true,
    uid: true,
  },
);
type Searching = Cx<Imap, 'selected'>;
const unknownFor = (cx: Searching, { returns, key }: Program): string | undefined =>
  unknownReturn(returns, cx, 'ESEARCH') ?? unknownIn(key, cx);

/** Revision 2 knows the extended answer alone (RFC 9051 Appendix E). */
function answered(
  cx: Searching,
  { returns }: Program,
  key: SearchKey,
  how: Partial<Imap['traits']>,
): Current {
  const now = upToDate(cx, how);
  const uid = how.uid === true;
  const found = searchIn(cx, now, key, wantedFor(returns));
  const told = { names: uid ? found.rows.map((row) => row.uid) : found.numbers, rows: found.rows };
  const telling = { tag: cx.tag, uid, modseq: mentions(key, 'modseq') };
  const line =
    returns || cx.session.rev2
      ? extendedAnswer(told, returns ?? [], telling)
      : plainAnswer('SEARCH', told, telling);
  return {
    ...now,
    session: sessionAfter(now, key),
    state: savedIn(now.state, returns, found),
    say: [...now.say, line],
  };
}

export const searchExtensions = [
  known({
    keyword: 'ESEARCH',
    rfc: '4731#3',
    summary: 'A search may be answered in short: the first, the last, how many.',
  }),
  known({ keyword: 'SEARCHRES', rfc: '5182#2', summary: 'What a search has found can be named: $.' }),
  known({ keyword: 'WITHIN', rfc: '5032#2', summary: 'Messages of the last so many seconds.' }),
];
