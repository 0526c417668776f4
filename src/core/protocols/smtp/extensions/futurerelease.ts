// A letter handed in now and sent later: the server waits, not the client.
import { SECOND } from '../../../base/time.ts';
import { internetDateTime, readInternetDateTime } from '../../../mail/internet-date-time.ts';
import { no, token, type Given } from '../../../spec/grammar.ts';
import type { Cx, Extension } from '../../../spec/protocol.ts';
import type { Take, Taken } from '../../../spec/take.ts';
import { valueOf } from '../../../spec/forget.ts';
import { parameter, type Smtp } from '../shape.ts';
import { by } from './deliverby.ts';

const outcomes = {
  tooFar: {
    to: 'same',
    says: '501 5.5.4 A letter is held until {latest} at most',
    when: 'that is longer than this host has promised in its EHLO',
    rfc: '4865#4.2',
  },
  tooLate: {
    to: 'same',
    says: '501 5.5.4 It would be sent after the time BY has set for its arrival',
    when: 'it is to be delivered before it may be sent',
    rfc: '4865#5.2.2',
  },
} as const;
const nowOf = ({ epoch, now }: Pick<Cx<Smtp>, 'now' | 'epoch'>): number => epoch + Math.floor(now / SECOND);
/** All times in Unix seconds. */
function objection(
  times: { readonly now: number; readonly release: number; readonly latest: number },
  given: Given,
  take: Take<Smtp, 'ready', typeof outcomes>,
): Taken | undefined {
  const { now, release, latest } = times;
  if (release > latest) return take.tooFar({ latest: internetDateTime(latest) });
  const due = valueOf(given, by)?.seconds;
  return due !== undefined && release > now + due ? take.tooLate() : undefined;
}
const holdFor = parameter({
  of: 'MAIL',
  name: 'HOLDFOR',
  from: ['ready'],
  args: token('seconds', /[1-9]\d{0,8}(?!\d)/, Number, {
    rfc: '4865#3',
    expected: 'HOLDFOR=seconds, from 1 to 999999999',
  }),
  rfc: '4865#3',
  summary: 'Keep it for so many seconds before it goes out.',
  outcomes: {
    ...outcomes,
    twice: {
      to: 'same',
      says: '501 5.5.4 HOLDFOR or HOLDUNTIL, not both',
      when: 'both are given',
      rfc: '4865#4.2',
    },
  },
  check(cx, seconds, take, given) {
    if (given['HOLDUNTIL'] !== undefined) return take.twice();
    const now = nowOf(cx);
    const times = { now, release: now + seconds, latest: now + cx.host.policy.holdFor };
    return objection(times, given, take);
  },
});
const holdUntil = parameter({
  of: 'MAIL',
  name: 'HOLDUNTIL',
  from: ['ready'],
  args: token('time', /[^ \r\n]+/, (it) => readInternetDateTime(it) ?? no, {
    rfc: '4865#3',
    expected: 'HOLDUNTIL=time in UTC, as in 2026-11-04T09:00:00Z',
  }),
  rfc: '4865#3',
  summary: 'Keep it until then before it goes out.',
  outcomes: {
    ...outcomes,
    past: {
      to: 'same',
      says: '501 5.5.4 That is no future: it is {time} here',
      when: 'the time to send it is over',
      rfc: '4865#4.2',
    },
  },
  check(cx, release, take, given) {
    const now = nowOf(cx);
    if (release <= now) return take.past({ time: internetDateTime(now) });
    return objection({ now, release, latest: latestOf(cx.session, cx.host) }, given, take);
  },
});
/** As promised: it does not move while the session goes on. */
const latestOf = ({ since }: Smtp['session'], { policy }: Smtp['host']): number => since + policy.holdFor;

export const futureRelease: Extension<Smtp> = {
  keyword: 'FUTURERELEASE',
  rfc: '4865#3',
  summary: 'A letter may be handed in now and sent later.',
  // on the submission ports alone (§4.2)
  adverts: (session, host) =>
    session.role === 'submission'
      ? `FUTURERELEASE ${host.policy.holdFor} ${internetDateTime(latestOf(session, host))}`
      : undefined,
  parameters: [holdFor, holdUntil],
};
