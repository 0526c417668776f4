import { number, optional, seq } from '../../../../../src/core/spec/grammar.ts';
import type { Extension } from '../../../../../src/core/spec/protocol.ts';
import { accept } from '../accept.ts';
import { last } from '../path.ts';
import { anywhere, command, signal, type Smtp } from '../shape.ts';

// Legal everywhere, because the octets come whether or not we like the command: an unexpected BDAT must still be swallowed.
const bdat = command({
  verb: 'BDAT',
  from: anywhere,
  args: seq({ size: number('octets'), last: optional(last) }),
  rfc: '3030#2',
  summary: 'Exactly so many octets follow: no dot, no stuffing.',
  outcomes: {
    go: { to: 'chunk', when: 'somebody is to receive it; the octets follow at once' },
    early: { to: 'skipping', when: 'nobody is; the octets follow all the same', rfc: '3030#2' },
  },
  run({ at }, { size, last }, take) {
    if (at.name !== 'recipients' && at.name !== 'chunked') return take.early({ state: { size, back: at } });
    return take.go({
      state: {
        envelope: at.data.envelope,
        body: at.name === 'chunked' ? at.data.body : '',
        size,
        last: last === true,
      },
    });
  },
});
const skipped = signal({
  on: 'chunk',
  from: ['skipping'],
  rfc: '3030#2',
  summary: 'The unwanted octets are over.',
  outcomes: {
    refused: {
      to: ['greeted', 'ready', 'mail'],
      says: '503 5.5.1 No recipients yet',
      when: 'always; back to where BDAT was said',
    },
  },
  run: ({ state }, _octets, take) => take.refused({ at: state.back }),
});
const chunk = signal({
  on: 'chunk',
  from: ['chunk'],
  rfc: '3030#2',
  summary: 'All octets of the chunk are here.',
  outcomes: {
    more: { to: 'chunked', says: '250 2.0.0 {size} octets received', when: 'it was not the last' },
    ok: { to: 'ready', says: '250 2.0.0 Queued as {id}', when: 'it was the last; we take responsibility' },
    tooBig: {
      to: 'ready',
      says: '552 5.3.4 Message too big',
      when: 'all chunks together exceed SIZE',
      rfc: '1870#6.3',
    },
  },
  run({ state, host }, octets, take) {
    const { envelope, size } = state;
    const body = state.body + octets;
    if (body.length > host.policy.size) return take.tooBig();
    if (!state.last) return take.more({ size }, { state: { envelope, body } });
    const { id, move } = accept(host, envelope, body);
    return take.ok({ id }, move);
  },
});
export const chunking: Extension<Smtp> = {
  keyword: 'CHUNKING',
  rfc: '3030#2',
  summary: 'Content in counted blocks.',
  adverts: () => 'CHUNKING',
  commands: [bdat],
  signals: [chunk, skipped],
};
