import type { Extension } from '../../../spec/protocol.ts';
import type { In } from '../../../spec/take.ts';
import { known } from '../capabilities.ts';
import { nothing } from '../grammar/cursor.ts';
import { command, loggedIn, signal, type Imap } from '../shape.ts';

const idleCommand = command({
  verb: 'IDLE',
  from: loggedIn,
  args: nothing,
  rfc: '9051#6.3.13',
  summary: 'Tell me at once when something changes in the mailbox that is open.',
  outcomes: { listening: { to: 'idling', says: '+ Listening; DONE ends it', when: 'always' } },
  run: ({ at }, _nothing, take) =>
    take.listening({ state: { selected: at.name === 'selected' ? at.data : null } }),
});
const done = signal({
  on: 'done',
  from: ['idling'],
  rfc: '9051#6.3.13',
  summary: 'DONE on a line of its own, without a tag: the client has heard enough.',
  outcomes: {
    ok: {
      to: loggedIn,
      says: 'OK No longer listening',
      when: 'the line is DONE; back to where IDLE was said',
    },
    // A command and what continues one cannot be told apart (§6.3.13): whatever comes is IDLE's own, and IDLE has but one answer.
    other: {
      to: loggedIn,
      says: 'BAD IDLE waits for DONE alone, without a tag; this line is an error in it, and ends it',
      when: 'it is anything else, a command too: no command is heard before DONE',
      rfc: '9051#2.2.1',
    },
  },
  run({ state: { selected } }, line, take) {
    const at: In<Imap, 'authenticated' | 'selected'> = selected
      ? { name: 'selected', data: selected }
      : { name: 'authenticated', data: {} };
    return line.toUpperCase() === 'DONE' ? take.ok({ at }) : take.other({ at });
  },
});
export const idling: Extension<Imap> = known(
  {
    keyword: 'IDLE',
    rfc: '2177#3',
    summary: 'The server tells of changes as they happen.',
    commands: [idleCommand],
    signals: [done],
  },
  'always',
);
