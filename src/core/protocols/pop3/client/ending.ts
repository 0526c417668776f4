// How a talk ends: with QUIT, which alone deletes what was marked, or because the server is gone, silent, or speaks no POP3.
import type { Trouble } from '../../../host/device/device.ts';
import { gone } from '../../../host/device/maildrop.ts';
import type { Cx, Patch, Take, Taken } from '../../../spec/protocol.ts';
import { answer, NO_ANSWER } from './answer.ts';
import { changed, command, deviceOf, signal, type Collecting } from './shape.ts';

const talking = ['greeting', 'asking', 'naming', 'proving', 'listing', 'fetching', 'deleting'] as const;
const anywhere = [...talking, 'securing', 'leaving'] as const;

type Place = Pick<Cx<Collecting>, 'host'>;
const over = (cx: Place, trouble: Trouble | null): Patch<Collecting> => changed(cx, { line: 'no', trouble });

export const refused = signal({
  on: 'refused',
  from: ['connecting'],
  rfc: '1939#3',
  summary: 'Nobody answers there.',
  outcomes: { nobody: { to: 'closed', when: 'always' } },
  run: (cx, _refused, take) => take.nobody(over(cx, { what: 'nobody', said: '' })),
});
export const insecure = signal({
  on: 'insecure',
  from: ['securing'],
  rfc: '8314#3.3',
  summary: 'The handshake has failed; nothing is said without TLS.',
  outcomes: { failed: { to: 'closed', when: 'always' } },
  run: (cx, _insecure, take) => take.failed(over(cx, { what: 'no TLS', said: '' })),
});
const lost = {
  gone: { to: 'closed', when: 'nothing was to be said any more' },
  lost: { to: 'closed', when: 'it has gone before QUIT was answered: nothing was deleted', rfc: '1939#6' },
} as const;
type At = Cx<Collecting> & { readonly at: { readonly name: string } };
/** Where something had gone wrong before, that is what is worth telling. */
const part = (cx: At, take: Take<Collecting, 'leaving', typeof lost>): Taken =>
  cx.at.name === 'leaving' && cx.session.marked.length === 0
    ? take.gone(over(cx, deviceOf(cx).trouble))
    : take.lost(over(cx, { what: 'lost', said: '' }));
export const closed = signal({
  on: 'closed',
  from: anywhere,
  rfc: '1939#6',
  summary: 'The server has hung up.',
  outcomes: lost,
  run: (cx, _closed, take) => part(cx, take),
});
export const late = signal({
  on: 'late',
  from: anywhere,
  rfc: '1939#3',
  summary: 'The server has not answered in time.',
  outcomes: lost,
  run: (cx, _due, take) => part(cx, take),
});
export const endless = signal({
  on: 'endless',
  from: [...talking, 'leaving'],
  rfc: '1939#3',
  summary: 'An answer that is longer than any.',
  outcomes: lost,
  run: (cx, _text, take) => part(cx, take),
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
