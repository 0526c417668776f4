import { none, optional, rest } from '../../../../../src/core/spec/grammar.ts';
import { anywhere, command, signal } from '../shape.ts';

export const rset = command({
  verb: 'RSET',
  from: ['ready', 'mail', 'recipients', 'chunked'],
  args: none,
  rfc: '5321#4.1.1.5',
  summary: 'Tear up the envelope.',
  outcomes: { ok: { to: 'ready', says: '250 2.0.0 Nothing happened', when: 'always' } },
  run: (_cx, _none, take) => take.ok(),
});
export const noop = command({
  verb: 'NOOP',
  from: anywhere,
  args: optional(rest('string')),
  rfc: '5321#4.1.1.9',
  traits: { endsGroup: true },
  summary: 'Still there?',
  outcomes: { ok: { to: 'same', says: '250 2.0.0 Still here', when: 'always' } },
  run: (_cx, _text, take) => take.ok(),
});
export const quit = command({
  verb: 'QUIT',
  from: anywhere,
  args: none,
  rfc: '5321#4.1.1.10',
  traits: { endsGroup: true },
  summary: 'Part politely.',
  outcomes: { bye: { to: 'closed', says: '221 2.0.0 Bye', when: 'always' } },
  run: (_cx, _none, take) => take.bye(),
});
export const opened = signal({
  on: 'opened',
  from: ['connected'],
  rfc: '5321#3.1',
  summary: 'A client has connected.',
  outcomes: { welcome: { to: 'greeted', says: '220 {domain} ready', when: 'there is room' } },
  run: ({ host }, _opened, take) => take.welcome({ domain: host.domain }),
});
export const idle = signal({
  on: 'idle',
  from: [...anywhere, 'content', 'chunk', 'authenticating'],
  rfc: '5321#4.5.3.2.7',
  summary: 'Five minutes of silence.',
  outcomes: { bye: { to: 'closed', says: '421 4.4.2 Timed out', when: 'always' } },
  run: (_cx, _due, take) => take.bye(),
});
