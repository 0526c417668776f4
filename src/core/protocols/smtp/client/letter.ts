// DATA, the letter itself, and who is responsible for it afterwards.
import { beginning, letterOf, open } from './envelope.ts';
import { conclude, decide, LEFT_OVER, refusedWith, relayedWith } from './findings.ts';
import { reply } from './reply.ts';
import { stuffed, unstuffed } from './content.ts';
import { command } from './shape.ts';

export const go = command({
  verb: '3yz',
  from: ['asking'],
  args: reply,
  rfc: '5321#4.1.1.4',
  summary: 'The server waits for the letter.',
  outcomes: {
    content: { to: 'letter', says: '.', when: 'somebody is accepted; the dot follows the letter' },
    empty: {
      to: 'letter',
      says: '.',
      when: 'nobody is accepted, and DATA was sent ahead: a lone dot, for nobody',
      rfc: '2920#3.1',
    },
  },
  run(cx, _said, take) {
    const { state } = cx;
    if (state.taken.length === 0) return take.empty({ state });
    const write = cx.host.policy.dotBug ? unstuffed : stuffed;
    return take.content({ state, say: [write(letterOf(cx).body)] });
  },
});
const parting = {
  quit: { to: 'leaving', says: 'QUIT', when: 'always' },
} as const;
const refusal = (verb: '4yz' | '5yz') =>
  command({
    verb,
    from: ['asking', 'letter'],
    args: reply,
    rfc: '5321#4.2.1',
    summary: verb === '4yz' ? 'Not now, this letter.' : 'Not this letter.',
    outcomes: parting,
    run(cx, said, take) {
      const fate = refusedWith(cx, said, verb === '5yz');
      return take.quit(conclude(cx, LEFT_OVER, { findings: [{ to: cx.at.data.taken, fate }] }));
    },
  });
export const refusedLetter = [refusal('4yz'), refusal('5yz')];
/** Responsibility changes hands with this reply, and with no other (RFC 5321 §6.1). */
export const taken = command({
  verb: '2yz',
  from: ['letter'],
  args: reply,
  rfc: '5321#6.1',
  summary: 'The letter is theirs now.',
  outcomes: {
    quit: { to: 'leaving', says: 'QUIT', when: 'that was all: it leaves the queue here' },
    ...beginning,
  },
  run(cx, said, take) {
    const findings = [{ to: cx.state.taken, fate: relayedWith(cx, said) }];
    const others = cx.session.open.filter((i) => !cx.state.taken.includes(i));
    if (others.length === 0 || cx.state.taken.length === 0)
      return take.quit(conclude(cx, LEFT_OVER, { findings }));
    return open(cx, others, cx.session.offers, take, decide(cx, findings));
  },
});
