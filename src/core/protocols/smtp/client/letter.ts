// DATA, the letter itself, and who is responsible for it afterwards.
import { isAscii } from '../../../base/octets.ts';
import { octetsOf } from '../../../store/body.ts';
import { beginning, letterOf, open } from './envelope.ts';
import { conclude, decide, leftOver, refusedWith, relayedWith } from './findings.ts';
import { reply } from './reply.ts';
import { bodyFor, isNarrow, stuffed, unstuffed } from './content.ts';
import { command } from './shape.ts';

export const go = command({
  verb: '3yz',
  from: ['asking'],
  args: reply,
  rfc: '5321#4.1.1.4',
  summary: 'The server waits for the letter.',
  outcomes: {
    content: { to: 'letter', says: '.', when: 'somebody is accepted; the dot follows the letter' },
    converted: {
      to: 'letter',
      says: '.',
      when: 'the same, and the letter has octets above 127, which this server does not take: it is written without them',
      rfc: '6152#3',
    },
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
    const job = letterOf(cx);
    const body = bodyFor(job, cx.session.offers, cx.host.policy) ?? job.body; // what cannot be written anew has not come so far
    const move = { state, say: [write(body)] };
    const isConverted = isNarrow(job, cx.session.offers) && !isAscii(octetsOf(job.body));
    return isConverted ? take.converted(move) : take.content(move);
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
      return take.quit(conclude(cx, leftOver(cx), { findings: [{ to: cx.at.data.taken, fate }] }));
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
      return take.quit(conclude(cx, leftOver(cx), { findings }));
    return open(cx, others, cx.session.offers, take, decide(cx, findings));
  },
});
