import { no, refuse, type Grammar } from '../../../spec/grammar.ts';
import type { Octets } from '../../../base/octets.ts';
import { known } from '../capabilities.ts';
import { found, listOf, pass, takes } from '../grammar/cursor.ts';
import { text } from '../grammar/strings.ts';
import { anywhere, command } from '../shape.ts';

const NIL = /NIL/iy;
const orNil = (g: Grammar<Octets>): Grammar<Octets | null> => ({
  ...g,
  read(c) {
    if (!found(c, NIL)) return g.read(c);
    pass(c, 3, 'nil', '2971#3.1');
    return null;
  },
});
const words = listOf(orNil(text('name-or-value')), 0);
/** Names and values in turn; nothing at all is NIL. */
const parameters: Grammar<readonly (Octets | null)[]> = {
  ...words,
  usage: '(<name> <value> …) | NIL',
  read(c) {
    if (found(c, NIL)) {
      pass(c, 3, 'nil', '2971#3.1');
      return [];
    }
    const list = words.read(c);
    if (list === no) return no;
    return list.length % 2 === 0 && list.every((name, i) => i % 2 === 1 || name !== null)
      ? list
      : refuse(c, 'pairs');
  },
};
/** RFC 2971 §3.3. */
const PAIRS = 30;
const NAME = 30;
const VALUE = 1024;
function isWithinLimits(list: readonly (Octets | null)[]): boolean {
  const names = list.filter((_, i) => i % 2 === 0).map((name) => name?.toLowerCase() ?? '');
  const fits = list.every((it, i) => (it?.length ?? 0) <= (i % 2 === 0 ? NAME : VALUE));
  return fits && names.length <= PAIRS && new Set(names).size === names.length;
}

const idCommand = command({
  verb: 'ID',
  from: anywhere,
  args: takes('NIL, or a list of names and values in turn, each in quotes', parameters),
  rfc: '2971#3.1',
  summary: 'Say who you are, and hear who the server is. For logs, and nothing else.',
  traits: { mayExpunge: true },
  outcomes: {
    ok: { to: 'same', says: '* ID ("name" "Mailwire")\nOK Pleased to meet you', when: 'always' },
    tooMuch: {
      to: 'same',
      says: `BAD At most ${PAIRS} pairs, names of ${NAME} octets, values of ${VALUE}, and no name twice`,
      when: 'more than may be said',
      rfc: '2971#3.3',
    },
  },
  run: (_cx, list, take) => (isWithinLimits(list) ? take.ok() : take.tooMuch()),
});
export const id = known(
  { keyword: 'ID', rfc: '2971#3', summary: 'Client and server tell their names.', commands: [idCommand] },
  'always',
);
