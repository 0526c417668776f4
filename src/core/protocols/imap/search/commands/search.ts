import { known } from '../../capabilities.ts';
import { byUid } from '../../shape.ts';
import { extendedAnswer, plainAnswer } from '../answer.ts';
import { finding } from '../finding.ts';
import { program, type Program } from '../grammar.ts';
import { unknownIn, unknownReturn } from '../known.ts';
import { search as searchIn, wantedFor } from '../searching.ts';

const searching = finding<Program>({
  args: program,
  says: 'OK Searched',
  unknownFor: (cx, { returns, key }) => unknownReturn(returns, cx, 'ESEARCH') ?? unknownIn(key, cx),
  answer(cx, now, { returns, key }, telling) {
    const { rows, numbers } = searchIn(cx, now, key, wantedFor(returns));
    const told = { names: telling.uid ? rows.map(({ uid }) => uid) : numbers, rows };
    // revision 2 knows the extended answer alone (RFC 9051 Appendix E)
    const isExtended = returns !== undefined || cx.session.rev2;
    return {
      line: isExtended ? extendedAnswer(told, returns ?? [], telling) : plainAnswer('SEARCH', told, telling),
      rows,
    };
  },
});
export const search = searching('SEARCH', '9051#6.4.4', 'Find messages; what is found is told by number.');
export const uidSearch = searching(
  'UID SEARCH',
  '9051#6.4.9',
  'Find messages; what is found is told by UID.',
  byUid,
);

export const searchExtensions = [
  known({
    keyword: 'ESEARCH',
    rfc: '4731#3',
    summary: 'A search may be answered in short: the first, the last, how many.',
  }),
  known({ keyword: 'SEARCHRES', rfc: '5182#2', summary: 'What a search has found can be named: $.' }),
  known({ keyword: 'WITHIN', rfc: '5032#2', summary: 'Messages of the last so many seconds.' }),
];
