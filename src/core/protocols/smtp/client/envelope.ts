// MAIL, RCPT, RCPT…: one command after the other, or all at once where the server has PIPELINING.
import { jobOf } from '../../../host/queued.ts';
import type { Job } from '../../../host/spool.ts';
import type { Cx } from '../../../spec/protocol.ts';
import type { Patch, Take, Taken } from '../../../spec/take.ts';
import { conclude, decide, leftOver, refusedWith } from './findings.ts';
import { octetsOf } from '../../../store/body.ts';
import { wireSize } from './content.ts';
import { offers } from './offers.ts';
import { enhancedOf, reply, type Reply } from './reply.ts';
import { mailLine, rcptLine } from './said.ts';
import { command, type Sending, type Transaction } from './shape.ts';

export const beginning = {
  mail: { to: 'sender', says: 'MAIL {mail}', when: 'one command after the other', rfc: '5321#3.3' },
  group: {
    to: 'sender',
    says: 'MAIL {mail}\n{*recipients}\nDATA',
    when: 'the server has PIPELINING: nobody waits for a reply in between',
    rfc: '2920#3.1',
  },
} as const;
type Opening = Take<Sending, 'hello', typeof beginning>;
/** A transaction for these recipients. `patch`: what else has happened. */
export function open(
  cx: Cx<Sending>,
  to: readonly number[],
  all: Sending['session']['offers'],
  take: Pick<Opening, 'mail'> & Partial<Opening>,
  patch: Patch<Sending> = {},
): Taken {
  const job = letterOf(cx);
  const mail = mailLine(cx, job, all);
  const ahead = offers(all, 'PIPELINING') && take.group !== undefined && !isBinary(job);
  const move = {
    ...patch,
    state: { left: to, taken: [], ahead },
    session: { ...patch.session, offers: all },
  };
  if (!ahead || !take.group) return take.mail({ mail }, move);
  return take.group({ mail, recipients: to.map((place) => `RCPT ${rcptLine(job, place, all)}`) }, move);
}

/** What follows a reply to MAIL or RCPT. */
const naming = {
  next: { to: 'recipients', says: 'RCPT {to}', when: 'somebody is left to name', rfc: '5321#3.3' },
  nextAhead: { to: 'recipients', when: 'somebody is left who is named already', rfc: '2920#3.1' },
} as const;
const onward = {
  ...naming,
  data: { to: 'asking', says: 'DATA', when: 'all are named, and somebody is accepted', rfc: '5321#3.3' },
  chunk: {
    to: 'letter',
    says: 'BDAT {size} LAST\n{letter}',
    when: 'somebody is accepted, and the letter is binary: its octets are counted, and there is no dot',
    rfc: '3030#3',
  },
  dataAhead: { to: 'asking', when: 'all are named, and DATA is sent already', rfc: '2920#3.1' },
} as const;
const nobody = {
  nobody: { to: 'leaving', says: 'QUIT', when: 'all are named, and nobody is accepted', rfc: '5321#3.3' },
} as const;
type Going = Take<Sending, 'recipients', typeof onward>;
function goOn(cx: Cx<Sending>, state: Transaction, take: Going, patch: Patch<Sending> = {}): Taken {
  if (state.left.length > 0) return nameNext(cx, state, take, patch);
  const move = { ...patch, state };
  if (state.ahead) return take.dataAhead(move);
  const job = letterOf(cx);
  if (!isBinary(job)) return take.data(move);
  // its last line is ended as every line that is said is
  return take.chunk({ size: wireSize(job.body), letter: octetsOf(job.body).replace(/\r\n$/, '') }, move);
}
const isBinary = ({ envelope: { given } }: Job): boolean => given['BODY'] === 'BINARYMIME';
function nameNext(
  cx: Cx<Sending>,
  state: Transaction,
  take: Take<Sending, 'recipients', typeof naming>,
  patch: Patch<Sending> = {},
): Taken {
  const move = { ...patch, state };
  if (state.ahead) return take.nextAhead(move);
  return take.next({ to: rcptLine(letterOf(cx), state.left[0] ?? 0, cx.session.offers) }, move);
}
/** It stays in the queue as long as somebody is on his way with it. */
export function letterOf({ host, session }: Pick<Cx<Sending>, 'host' | 'session'>): Job {
  const job = jobOf(host, session.mission.job);
  if (!job) throw new Error(`${session.mission.job} has left the queue while it was sent`);
  return job;
}

export const named = command({
  verb: '2yz',
  from: ['sender'],
  args: reply,
  rfc: '5321#3.3',
  summary: 'The sender is accepted.',
  outcomes: naming,
  run: (cx, _said, take) => nameNext(cx, cx.state, take),
});
const refusal = {
  quit: { to: 'leaving', says: 'QUIT', when: 'nothing was sent behind it: the letter is refused for all' },
  drain: { to: 'draining', when: 'more was sent behind it: their replies come first', rfc: '2920#3.1' },
} as const;
const unnamed = (verb: '4yz' | '5yz') =>
  command({
    verb,
    from: ['sender'],
    args: reply,
    rfc: '5321#3.3',
    summary: verb === '4yz' ? 'Not now, from this sender.' : 'Not from this sender.',
    outcomes: refusal,
    run(cx, said, take) {
      const fate = refusedWith(cx, said, verb === '5yz');
      const { ahead, left } = cx.state;
      if (!ahead) return take.quit(conclude(cx, fate));
      return take.drain({ ...decide(cx, [{ to: left, fate }]), state: { replies: left.length } });
    },
  });
export const refusedSender = [unnamed('4yz'), unnamed('5yz')];

export const accepted = command({
  verb: '2yz',
  from: ['recipients'],
  args: reply,
  rfc: '5321#3.3',
  summary: 'This recipient is accepted.',
  outcomes: onward,
  run(cx, _said, take) {
    const { left, taken, ahead } = cx.state;
    return goOn(cx, { left: left.slice(1), taken: [...taken, ...left.slice(0, 1)], ahead }, take);
  },
});
const notAccepted = (verb: '4yz' | '5yz') =>
  command({
    verb,
    from: ['recipients'],
    args: reply,
    rfc: '5321#3.3',
    summary: verb === '4yz' ? 'Not now, to this recipient.' : 'Not to this recipient.',
    outcomes: { ...onward, ...nobody },
    run(cx, said, take) {
      const { left, taken, ahead } = cx.state;
      const state = { left: left.slice(1), taken, ahead };
      // those who are too many stay open: another transaction is for them
      if (tooMany(said) && taken.length > 0) return goOn(cx, state, take);
      const findings = [
        { to: left.slice(0, 1), fate: refusedWith(cx, said, verb === '5yz' && !tooMany(said)) },
      ];
      if (left.length === 1 && taken.length === 0 && !ahead)
        return take.nobody(conclude(cx, leftOver(cx), { findings }));
      return goOn(cx, state, take, decide(cx, findings));
    },
  });
export const refusedRecipient = [notAccepted('4yz'), notAccepted('5yz')];
/** Too many recipients: 452, or 552 from those who still read RFC 821 (RFC 5321 §4.5.3.1.10). */
function tooMany(said: Reply): boolean {
  if (said.code !== 452 && said.code !== 552) return false;
  const enhanced = enhancedOf(said);
  return enhanced === '' || enhanced.endsWith('.5.3');
}

const drained = {
  more: { to: 'draining', when: 'more replies are to come' },
  last: { to: 'asking', when: 'only that to DATA is to come' },
} as const;
const drain = (verb: '2yz' | '3yz' | '4yz' | '5yz') =>
  command({
    verb,
    from: ['draining'],
    args: reply,
    rfc: '2920#3.1',
    summary: 'A reply to something said in vain.',
    outcomes: drained,
    run: ({ state: { replies } }, _said, take) =>
      replies > 1
        ? take.more({ state: { replies: replies - 1 } })
        : take.last({ state: { left: [], taken: [], ahead: true } }),
  });
export const draining = (['2yz', '3yz', '4yz', '5yz'] as const).map(drain);
