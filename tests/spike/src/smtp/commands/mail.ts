import { ask } from '../../../../../src/core/base/dns.ts';
import { after, parameters, seq } from '../../../../../src/core/spec/grammar.ts';
import { command, signal } from '../shape.ts';
import { reversePath } from '../path.ts';

export const mail = command({
  verb: 'MAIL',
  from: ['ready'],
  args: seq({ from: after('FROM:', reversePath), parameters }),
  rfc: '5321#4.1.1.2',
  summary: 'Open an envelope and say where bounces go.',
  outcomes: {
    ok: { to: 'mail', says: '250 2.1.0 <{from}> is the sender', when: 'nothing speaks against this sender' },
    check: { to: 'checking', when: "the sender's domain must be asked first", rfc: '7208#2.4' },
  },
  run({ host }, { from, parameters }, take) {
    const envelope = { from, given: parameters, to: [] };
    if (!host.policy.spf || from === '') return take.ok({ from }, { state: { envelope } });
    return take.check({
      state: { envelope },
      effects: [{ type: 'resolve', question: ask('TXT', from.slice(from.indexOf('@') + 1)) }],
    });
  },
});
export const checked = signal({
  on: 'resolved',
  from: ['checking'],
  rfc: '7208#8',
  summary: "The sender's domain has answered.",
  outcomes: {
    ok: {
      to: 'mail',
      says: '250 2.1.0 <{from}> is the sender',
      when: 'its policy allows this host, or there is none',
    },
    fail: {
      to: 'ready',
      says: '550 5.7.23 SPF validation failed',
      when: 'its policy says -all',
      rfc: '7372#3.2',
    },
  },
  run: ({ state: { envelope } }, { answer }, take) =>
    answer.records.some((it) => it.type === 'TXT' && it.strings.join('').includes('-all'))
      ? take.fail()
      : take.ok({ from: envelope.from }, { state: { envelope } }),
});
