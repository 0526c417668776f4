// What is new is fetched; what need not stay is deleted. One letter after the other.
import { fetched, isKnown, itemsFor, listed, type Item } from '../../../host/device/maildrop.ts';
import type { Patch, Take, Taken } from '../../../spec/take.ts';
import { changed, deviceOf } from '../../device/shape.ts';
import { answer, linesOf, type Answer } from './answer.ts';
import { command, type Collecting } from './shape.ts';

const dele = {
  delete: { to: 'deleting', says: 'DELE {number}', when: 'the next letter need not stay', rfc: '1939#5' },
  quit: { to: 'leaving', says: 'QUIT', when: 'nothing is left to do', rfc: '1939#6' },
} as const;
const onward = {
  fetch: { to: 'fetching', says: 'RETR {number}', when: 'the next letter is new here', rfc: '1939#5' },
  ...dele,
} as const;
type Onward = Take<Collecting, 'listing', typeof onward>;
/** The next thing, or QUIT. What was not fetched is not deleted, whatever the policy. */
function next(
  items: readonly Item[],
  take: Onward,
  patch: Patch<Collecting>,
  isHere: (id: string) => boolean,
): Taken {
  const at = items.findIndex(({ does, id }) => does === 'RETR' || isHere(id));
  const item = at < 0 ? undefined : items[at];
  if (!item) return take.quit(patch);
  const { number } = item;
  const move = { ...patch, state: { item, left: items.slice(at + 1) } };
  return item.does === 'RETR' ? take.fetch({ number }, move) : take.delete({ number }, move);
}
const numbered = (said: Answer): readonly { readonly number: number; readonly id: string }[] =>
  linesOf(said).flatMap((line) => {
    const [, number = '', id = ''] = /^(\d{1,9}) ([!-~]{1,70})$/.exec(line.trimEnd()) ?? [];
    return id === '' ? [] : [{ number: Number(number), id }];
  });
export const named = command({
  verb: '+OK',
  from: ['listing'],
  args: answer,
  rfc: '1939#7',
  summary: 'The names of all letters on the server.',
  outcomes: onward,
  run(cx, said, take) {
    const device = deviceOf(cx);
    const there = numbered(said);
    const pop3 = listed(
      device.pop3,
      there.map(({ id }) => id),
    );
    const patch = changed(cx, { pop3 });
    return next(itemsFor(pop3, device.settings, there, cx.now), take, patch, (id) => isKnown(pop3, id));
  },
});
export const arrived = command({
  verb: '+OK',
  from: ['fetching'],
  args: answer,
  rfc: '1939#5',
  summary: 'A letter, whole. The server keeps its copy.',
  outcomes: onward,
  run(cx, { body }, take) {
    const { item, left } = cx.state;
    const pop3 = fetched(deviceOf(cx).pop3, item.id, body, cx.now);
    return next(left, take, changed(cx, { pop3 }), (id) => isKnown(pop3, id));
  },
});
export const notArrived = command({
  verb: '-ERR',
  from: ['fetching'],
  args: answer,
  rfc: '1939#5',
  summary: 'This letter is not to be had: the others are.',
  outcomes: onward,
  run(cx, { text }, take) {
    const { pop3 } = deviceOf(cx);
    const patch = changed(cx, { trouble: { what: 'refused', said: text } });
    return next(cx.state.left, take, patch, (id) => isKnown(pop3, id));
  },
});
const afterDele = (verb: '+OK' | '-ERR') =>
  command({
    verb,
    from: ['deleting'],
    args: answer,
    rfc: '1939#5',
    summary: verb === '+OK' ? 'Marked, and still there.' : 'This one cannot be marked.',
    outcomes: dele,
    run(cx, { text }, take) {
      const { item } = cx.state;
      const { pop3 } = deviceOf(cx);
      const left = cx.state.left.filter(({ id }) => isKnown(pop3, id));
      const [first] = left;
      const patch: Patch<Collecting> =
        verb === '+OK'
          ? { session: { marked: [...cx.session.marked, item.id] } }
          : changed(cx, { trouble: { what: 'refused', said: text } });
      if (!first) return take.quit(patch);
      return take.delete({ number: first.number }, { ...patch, state: { item: first, left: left.slice(1) } });
    },
  });
export const marked = [afterDele('+OK'), afterDele('-ERR')];
