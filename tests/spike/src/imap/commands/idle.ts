import { none } from '../../../../../src/core/spec/grammar.ts';
import { command, loggedIn, signal } from '../shape.ts';

export const idle = command({
  verb: 'IDLE',
  from: loggedIn,
  args: none,
  rfc: '9051#6.3.13',
  summary: 'Tell me when something changes.',
  outcomes: { waiting: { to: 'idling', says: '+ idling', when: 'always' } },
  run: ({ at }, _none, take) =>
    take.waiting({
      state: at.name === 'selected' ? { from: 'selected', ...at.data } : { from: 'authenticated' },
    }),
});
export const changed = signal({
  on: 'changed',
  from: ['idling'],
  rfc: '9051#6.3.13',
  summary: 'Another session, or a delivery, changed a mailbox here.',
  outcomes: { told: { to: 'same', when: 'always; what to tell is settled against the view' } },
  run: (_cx, _changed, take) => take.told(),
});
export const done = signal({
  on: 'done',
  from: ['idling'],
  rfc: '9051#6.3.13',
  summary: 'The client has heard enough.',
  outcomes: {
    ok: {
      to: ['authenticated', 'selected'],
      says: 'OK IDLE terminated',
      when: 'the line is DONE; back to where IDLE was said',
    },
    bad: { to: ['authenticated', 'selected'], says: 'BAD Expected DONE', when: 'it is anything else' },
  },
  run({ state }, line, take) {
    const at =
      state.from === 'selected'
        ? ({ name: 'selected', data: { mailbox: state.mailbox, view: state.view } } as const)
        : ({ name: 'authenticated', data: {} } as const);
    return line.toUpperCase() === 'DONE' ? take.ok({ at }) : take.bad({ at });
  },
});
