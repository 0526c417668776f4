// What becomes of a letter when all of it is there: refused for a reason, or taken, and from then on ours (RFC 5321 §6.1).
import { SECOND } from '../../base/time.ts';
import type { Octets } from '../../base/octets.ts';
import { handOver, newId } from '../../host/hand-over.ts';
import type { Host } from '../../host/host.ts';
import { fileSent } from '../../host/file-sent.ts';
import { hasRoom, isDiskFull } from '../../host/quota.ts';
import { rejectionOf, type Rejection, type RejectionCode } from '../../host/rejection.ts';
import { isOurs, targetsOf } from '../../host/recipient.ts';
import type { Envelope, Recipient } from '../../host/spool.ts';
import { headerOf } from '../../mail/fields.ts';
import { bracketed, type Mailbox } from '../../mail/mailbox.ts';
import type { Cx } from '../../spec/protocol.ts';
import type { Take, Taken } from '../../spec/take.ts';
import { forEach, serve, serving, type HandOver } from './lmtp.ts';
import { hopsOf, received } from './received.ts';
import type { Smtp } from './shape.ts';
import { authorsOf, foreignAuthor, withFields, wrongAddress } from './submission.ts';

/** After so many servers it goes in circles (RFC 5321 §6.3). */
const MOST_HOPS = 100;
/** Octets of a line of a letter, line end included (RFC 5321 §4.5.3.1.6). */
const LONGEST_LINE = 1000;

const inWords = <const Code extends RejectionCode>(code: Code) => ({
  to: 'ready' as const,
  says: `${code} {status} {words}` as const,
  when: 'the same, in words of this host’s own',
  rfc: '5321#7.9' as const,
});
const refusing = {
  busy: inWords('450'),
  error: inWords('451'),
  noStorage: inWords('452'),
  unavailable: inWords('550'),
  tooMuch: inWords('552'),
  refused: inWords('554'),
};
const REFUSALS = {
  450: 'busy',
  451: 'error',
  452: 'noStorage',
  550: 'unavailable',
  552: 'tooMuch',
  554: 'refused',
} as const;
export const taking = {
  ok: {
    to: 'ready',
    says: '250 2.0.0 Taken as {id}; it is for this server to deliver now',
    when: 'nothing speaks against the letter',
    rfc: '5321#6.1',
  },
  later: {
    to: 'scanning',
    when: 'the letter is taken, but this host first looks into it: a client may lose patience',
    rfc: '1047',
  },
  silent: {
    to: 'mute',
    when: 'the letter is taken, but this host never says so: the client will send it again',
    rfc: '1047',
  },
  gone: {
    to: 'closed',
    when: 'the letter is taken, and the connection is lost before this host can say so',
    rfc: '1047',
  },
  longLine: {
    to: 'ready',
    says: '500 5.5.2 A line of a letter has {limit} octets at most, and line {line} has {octets}',
    when: 'a line is longer',
    rfc: '5321#4.5.3.1.6',
  },
  loop: {
    to: 'ready',
    says: '554 5.4.6 This letter has passed {hops} servers: it goes in circles',
    when: 'more than a hundred Received fields are in it',
    rfc: '5321#6.3',
  },
  unwanted: {
    to: 'ready',
    says: '554 5.7.1 This host takes no letter with {text} in it',
    when: 'it has words in it that are refused here',
    rfc: '5321#7.9',
  },
  ...refusing,
  notYours: {
    to: 'ready',
    says: '550 5.7.1 From: {author} is not you; you are logged in as {user}',
    when: 'on a submission port the author in the header is somebody else',
    rfc: '6409#6.1',
  },
  noAddress: {
    to: 'ready',
    says: '554 5.6.0 {field}: {address} is no full address; one is written name@example.com',
    when: 'on a submission port an address in the header is none',
    rfc: '6409#5.1',
  },
  full: {
    to: 'ready',
    says: '452 4.3.1 No room for another letter; try again later',
    when: 'the disk is full',
    rfc: '5321#4.2.2',
  },
  noRoom: {
    to: 'ready',
    says: '452 4.2.2 No room for it in the mailbox of {who}; try again later',
    when: 'none of the mailboxes has room for it',
    rfc: '3463#3.3',
  },
  ...serving,
} as const;

export type Accepting = Pick<Cx<Smtp>, 'host' | 'session' | 'now' | 'epoch' | 'draw'>;

export function conclude(
  cx: Accepting,
  envelope: Envelope,
  content: Octets,
  take: Take<Smtp, 'content', typeof taking>,
): Taken | readonly Taken[] {
  const { host, session } = cx;
  const text =
    host.policy.eighthBit === 'cleared' && envelope.given['BODY'] === undefined ? sevenBit(content) : content;
  const refusal = refusalOf(cx, envelope, text, take);
  if (refusal) return forEach(session, envelope.recipients.length, refusal);
  const id = newId(host, cx.draw);
  const at = cx.epoch + Math.floor(cx.now / SECOND);
  const letter = session.role === 'submission' ? withFields(text, session.user, host, { id, at }) : text;
  const stamped = received(session, envelope, { by: host.id, id, at }) + letter;
  if (session.role === 'lmtp' && host.policy.afterDot === 'answer') {
    const each: HandOver = (now, recipients) =>
      handOver({ ...cx, host: now }, newId(now, cx.draw), { ...envelope, recipients }, stamped);
    return serve(host, envelope, stamped.length, each, take);
  }
  const taken = handOver(cx, id, envelope, stamped);
  const files = session.role === 'submission' && host.policy.autoFileSent;
  const move = files ? fileSent(taken, session.user, stamped, at) : taken;
  const { afterDot } = host.policy;
  if (afterDot === 'drop') return take.gone(move);
  const delay = afterDot === 'scan' ? host.policy.scanDelay * SECOND : 0;
  if (delay > 0) return take.later({ host: move.host, facts: move.facts, state: { id, delay } });
  return afterDot === 'silence' ? take.silent(move) : take.ok({ id }, move);
}
function refusalOf(
  { host, session }: Accepting,
  envelope: Envelope,
  text: Octets,
  take: Take<Smtp, 'content', typeof taking>,
): Taken | undefined {
  const { policy } = host;
  const long = envelope.given['BODY'] === 'BINARYMIME' ? undefined : longLine(text);
  if (long) return take.longLine({ limit: LONGEST_LINE, line: long.line, octets: long.octets });
  const hops = hopsOf(text);
  if (hops > MOST_HOPS) return take.loop({ hops });
  const unwanted = rejectionOf(policy.reject, text);
  if (unwanted) return unwantedBy(unwanted, take);
  if (session.role === 'submission') {
    const header = headerOf(text);
    const authors = authorsOf(text, header);
    const wrong = wrongAddress(text, header, authors);
    if (wrong) return take.noAddress({ field: wrong.field, address: wrong.address });
    const author = foreignAuthor(host, session.user, authors);
    if (author !== undefined) return take.notYours({ author, user: session.user });
  }
  if (isDiskFull(host)) return take.full();
  const [first] = envelope.recipients;
  if (first && session.role !== 'lmtp' && envelope.recipients.every((it) => !fits(host, it, text.length)))
    return take.noRoom({ who: bracketed(first.forwardPath) });
  return undefined;
}
function unwantedBy(
  { pattern, code, status, words }: Rejection,
  take: Take<Smtp, 'content', typeof taking>,
): Taken {
  return words === '' ? take.unwanted({ text: pattern }) : take[REFUSALS[code]]({ status, words });
}
/** Some of the mailboxes behind an address have room; what is elsewhere is no business of ours. */
function fits(host: Host, { forwardPath }: Recipient, octets: number): boolean {
  const targets = localTargets(host, forwardPath);
  if (!targets || targets.away.length + targets.lists.length > 0) return true;
  return targets.users.some((user) => hasRoom(host, user, octets));
}
const localTargets = (host: Host, { local, domain }: Mailbox) =>
  domain === '' || isOurs(host, domain) ? targetsOf(host, local) : undefined;

const sevenBit = (octets: Octets): Octets =>
  octets.replaceAll(/[\x80-\xff]/g, (char) => String.fromCharCode(char.charCodeAt(0) & 127));

function longLine(text: Octets): { readonly line: number; readonly octets: number } | undefined {
  let line = 1;
  for (let from = 0; text.length - from > LONGEST_LINE - 2; line++) {
    const end = text.indexOf('\r\n', from);
    const octets = (end < 0 ? text.length : end) + 2 - from;
    if (octets > LONGEST_LINE) return { line, octets };
    if (end < 0) return undefined;
    from = end + 2;
  }
  return undefined;
}
