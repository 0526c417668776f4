import type { Octets } from '../../../base/octets.ts';
import type { Policy } from '../../../host/policy.ts';
import type { Envelope } from '../../../host/spool.ts';
import { bracketed, type Mailbox } from '../../../mail/mailbox.ts';
import { parameters, seq, type Given } from '../../../spec/grammar.ts';
import type { Take, Taken } from '../../../spec/take.ts';
import { greylisted } from '../greylist.ts';
import { expectedOf, isLoose } from '../leniency.ts';
import { path } from '../path.ts';
import { placeOf, type Place } from '../place.ts';
import { command, type Smtp } from '../shape.ts';
import { completed } from '../submission.ts';

const outcomes = {
  ok: { to: 'recipients', says: '250 2.1.5 {to} will get it', when: 'the mailbox is here' },
  onward: {
    to: 'recipients',
    says: '250 2.1.5 It will be passed on to {to}',
    when: 'the mailbox is elsewhere, and this host passes mail on for you or to there',
  },
  moved: {
    to: 'recipients',
    says: '251 2.1.5 {to} has moved; it will be passed on to {address}',
    when: 'the same, the mailbox has a new address, and this host says so',
    rfc: '5321#3.4',
  },
  gone: {
    to: 'same',
    says: '551 5.1.6 {to} has moved; write to {address}',
    when: 'the mailbox has a new address, and this host passes nothing on to it',
    rfc: '5321#3.4',
  },
  loose: {
    to: 'same',
    says: '501 5.5.2 Write RCPT TO:<address>: {expected}',
    when: 'a space, or no brackets, where this host does not tolerate it',
    rfc: '5321#3.3',
  },
  address: {
    to: 'same',
    says: '501 5.1.3 No recipient can be called {address}: {why}',
    when: 'the address is not written as addresses are',
    rfc: '5321#4.1.2',
  },
  utf8: {
    to: 'same',
    says: '553 5.6.7 {to} has letters beyond ASCII; MAIL needs SMTPUTF8 for that',
    when: 'such an address, and SMTPUTF8 was not said',
    rfc: '6531#3.5',
  },
  tooMany: {
    to: 'same',
    says: '452 4.5.3 A letter may have {limit} recipients here; send the others another one',
    when: 'as many as this host takes are named',
    rfc: '5321#4.5.3.1.10',
  },
  unknown: {
    to: 'same',
    says: '550 5.1.1 Nobody here is called {to}',
    when: 'the domain is ours, the mailbox is not',
    rfc: '5321#3.3',
  },
  relay: {
    to: 'same',
    says: '550 5.7.1 {to} is not here, and I pass no mail on for strangers',
    when: 'the domain is not ours and you are a stranger',
    rfc: '5321#3.6.2',
  },
  denied: {
    to: 'same',
    says: '554 5.7.1 {to}: Relay access denied',
    when: 'the same, in the words of another kind of server',
    rfc: '5321#3.6.2',
  },
  full: {
    to: 'same',
    says: '452 4.2.2 The mailbox of {to} is full; try again later',
    when: 'there is no room in it, and this host hopes',
    rfc: '3463#3.3',
  },
  overQuota: {
    to: 'same',
    says: '552 5.2.2 The mailbox of {to} is full',
    when: 'there is no room in it, and this host does not hope',
    rfc: '3463#3.3',
  },
  greylisted: {
    to: 'same',
    says: '450 4.7.1 {to}: I do not know you yet; come again in {seconds} seconds',
    when: 'nobody at your address has written from there to here before',
    rfc: '6647#2.1',
  },
  putOff: {
    to: 'same',
    says: '451 4.7.1 {to}: I do not know you yet; come again in {seconds} seconds',
    when: 'the same, in the code other servers use for it',
    rfc: '6647#2.1',
  },
} as const;

export const rcpt = command({
  verb: 'RCPT',
  from: ['mail', 'recipients'],
  args: seq({ to: path('TO:', 'forward-path'), parameters }),
  rfc: '5321#4.1.1.3',
  summary: 'Add one recipient to the envelope. Each stands alone.',
  outcomes,
  run(cx, { to, parameters: given }, take) {
    const { session, host } = cx;
    const { policy } = host;
    const { envelope } = cx.at.data;
    if (isLoose(policy, to.loose)) return take.loose({ expected: expectedOf(to) });
    const { mailbox, wrong } = completed(to, session.role, host);
    if (!mailbox || wrong !== '') return take.address({ address: to.written, why: wrong });
    const name = bracketed(mailbox);
    if (to.utf8 && envelope.given['SMTPUTF8'] !== true) return take.utf8({ to: name });
    if (envelope.recipients.length >= policy.maxRecipients)
      return take.tooMany({ limit: policy.maxRecipients });
    const octets = Number(envelope.given['SIZE'] ?? 0);
    const place = placeOf(host, session, mailbox, octets);
    const refused = refusalOf(place, policy, name, take);
    if (refused) return refused;
    const put = greylisted(cx, envelope.reversePath, mailbox);
    if (put)
      return take[PUT_OFF[policy.greylistCode]]({ to: name, seconds: put.seconds }, { host: put.host });
    const state = { envelope: withRecipient(envelope, mailbox, given) };
    if (place.is === 'moved') return take.moved({ to: name, address: place.address }, { state });
    return place.is === 'onward' ? take.onward({ to: name }, { state }) : take.ok({ to: name }, { state });
  },
});
function refusalOf(
  place: Place,
  policy: Policy,
  to: Octets,
  take: Take<Smtp, 'mail' | 'recipients', typeof outcomes>,
): Taken | undefined {
  if (place.is === 'away') return take[RELAY[policy.relayCode]]({ to });
  if (place.is === 'nobody') return take.unknown({ to });
  if (place.is === 'gone') return take.gone({ to, address: place.address });
  return place.is === 'full' ? take[FULL[policy.overQuota]]({ to }) : undefined;
}
/** The same refusal in the codes of different servers. */
const RELAY = { 550: 'relay', 554: 'denied' } as const;
const FULL = { later: 'full', never: 'overQuota' } as const;
const PUT_OFF = { 450: 'greylisted', 451: 'putOff' } as const;

const withRecipient = (envelope: Envelope, forwardPath: Mailbox, given: Given): Envelope => ({
  ...envelope,
  recipients: [...envelope.recipients, { forwardPath, given }],
});
