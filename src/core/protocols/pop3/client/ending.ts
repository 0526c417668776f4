// How a talk ends: with QUIT, which alone deletes what was marked, or because the server is gone, silent, or speaks no POP3.
import { gone } from '../../../host/device/maildrop.ts';
import { parting } from '../../device/parting.ts';
import { changed, deviceOf, over } from '../../device/shape.ts';
import { answer, NO_ANSWER } from './answer.ts';
import { command, type Collecting } from './shape.ts';

const talking = [
  'greeting',
  'asking',
  'starting',
  'naming',
  'proving',
  'listing',
  'fetching',
  'deleting',
] as const;
const anywhere = [...talking, 'securing', 'upgrading', 'leaving'] as const;

export const partings = parting({
  closed: { from: anywhere, rfc: '1939#6' },
  late: { from: anywhere, rfc: '1939#3' },
  endless: { from: [...talking, 'leaving'], rfc: '1939#3', summary: 'An answer that is longer than any.' },
  lost: { when: 'it has gone before QUIT was answered: nothing was deleted', rfc: '1939#6' },
  isSettled: ({ marked }: Collecting['session']) => marked.length === 0,
});
export const odd = command({
  verb: NO_ANSWER,
  from: talking,
  args: answer,
  rfc: '1939#3',
  summary: 'That is no answer.',
  outcomes: { quit: { to: 'leaving', says: 'QUIT', when: 'always: what it means nobody can say' } },
  run: (cx, { text }, take) => take.quit(changed(cx, { trouble: { what: 'odd', said: text.slice(0, 200) } })),
});
export const goodbye = command({
  verb: '+OK',
  from: ['leaving'],
  args: answer,
  rfc: '1939#6',
  summary: 'What was marked is gone now, and only now.',
  outcomes: { done: { to: 'closed', when: 'always' } },
  run(cx, _answer, take) {
    const { pop3, trouble } = deviceOf(cx);
    return take.done(changed(cx, { line: 'no', trouble, pop3: gone(pop3, cx.session.marked) }));
  },
});
const notDone = (verb: '-ERR' | typeof NO_ANSWER) =>
  command({
    verb,
    from: ['leaving'],
    args: answer,
    rfc: '1939#6',
    summary: 'Something of it could not be deleted: next time, perhaps.',
    outcomes: { kept: { to: 'closed', when: 'always' } },
    run: (cx, { text }, take) =>
      take.kept(over(cx, deviceOf(cx).trouble ?? { what: 'refused', said: text.slice(0, 200) })),
  });
export const badGoodbyes = [notDone('-ERR'), notDone(NO_ANSWER)];
