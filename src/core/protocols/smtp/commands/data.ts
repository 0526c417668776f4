import { nothing } from '../arguments.ts';
import { conclude, taking } from '../accept.ts';
import { forEach } from '../lmtp.ts';
import { command, signal } from '../shape.ts';

export const data = command({
  verb: 'DATA',
  from: ['recipients'],
  args: nothing,
  rfc: '5321#4.1.1.4',
  traits: { endsGroup: true },
  summary: 'Ask to hand over the letter.',
  wants: ({ data: { envelope } }) => envelope?.given['BODY'] === 'BINARYMIME',
  outcomes: {
    go: {
      to: 'content',
      says: '354 Go ahead; end with a dot on a line of its own',
      when: 'there is somebody to receive it',
    },
    binary: {
      to: 'failed',
      says: '503 5.5.1 BODY=BINARYMIME goes with BDAT, not with DATA; now say RSET',
      when: 'MAIL has announced octets that no line can hold',
      rfc: '3030#3',
    },
  },
  run: ({ state }, _nothing, take) =>
    state.envelope.given['BODY'] === 'BINARYMIME'
      ? take.binary({ state: { replies: state.envelope.recipients.length } })
      : take.go({ state }),
});
export const content = signal({
  on: 'content',
  from: ['content'],
  rfc: '5321#4.1.1.4',
  summary: 'The lone dot has come.',
  outcomes: taking,
  run: (cx, octets, take) => conclude(cx, cx.state.envelope, octets, take),
});
export const scanned = signal({
  on: 'scanned',
  from: ['scanning'],
  rfc: '1047',
  summary: 'The letter has been looked into.',
  outcomes: {
    ok: { to: 'ready', says: taking.ok.says, when: 'always, whoever still listens', rfc: '5321#6.1' },
  },
  run: ({ state: { id } }, _due, take) => take.ok({ id }),
});
export const tooMuch = signal({
  on: 'tooMuch',
  from: ['content'],
  rfc: '1870#6.3',
  summary: 'The lone dot has come, and too much before it.',
  outcomes: {
    tooBig: {
      to: 'ready',
      says: '552 5.3.4 A letter may have {limit} octets here, and that was more',
      when: 'the letter has more octets than this host takes',
      rfc: '1870#6.3',
    },
  },
  run: ({ host, session, state }, _none, take) =>
    forEach(session, state.envelope.recipients.length, take.tooBig({ limit: host.policy.maxSize })),
});
