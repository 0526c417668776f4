// Who answers for somebody else, and when it is better not to (RFC 3834).
import { CRLF, isAscii, lowerAscii, utf8, type Octets } from '../base/octets.ts';
import { draw } from '../base/random.ts';
import { MINUTE, SECOND, type Micros } from '../base/time.ts';
import { handOver, newId } from '../host/hand-over.ts';
import type { Host } from '../host/host.ts';
import type { Robot } from '../host/lists.ts';
import { belongsTo } from '../host/recipient.ts';
import type { Envelope, Job, QueueFact } from '../host/spool.ts';
import { addressList, mailboxesIn } from '../mail/address-list.ts';
import { isAutomatic } from '../mail/auto-submitted.ts';
import { dateTime } from '../mail/date-time.ts';
import { fieldOf, headerOf, trimmed, unfolded, type Header } from '../mail/fields.ts';
import { bracketed, written } from '../mail/mailbox.ts';
import { threadFields } from '../mail/thread-fields.ts';
import { octetsOf } from '../store/body.ts';
import { momentOf, tell, type Turn } from './turn.ts';

/** Nobody is told twice in a week that somebody is away (§2). */
const AGAIN: Micros = 7 * 24 * 60 * MINUTE;
type Silence = (QueueFact & { type: 'robot' })['silent'];

/** It has been delivered to a user who has somebody to answer for him. */
export function answer(t: Turn, job: Job, user: string): void {
  const robot = t.host.store.robots?.[user];
  if (!robot) return;
  const letter = octetsOf(job.body);
  const silent = silenceOf(t, job, user, robot, letter);
  const to = job.envelope.reversePath;
  const { kind } = robot;
  const address = to ? written(to) : '';
  if (silent !== '' || !to) {
    tell(t, { type: 'robot', id: job.id, user, kind, to: address, as: '', silent });
    return;
  }
  const id = newId(t.host, (...keys) => draw(t.env.seed, ...keys));
  t.host = remembered(t.host, user, address, t.env.now);
  const told = tell(t, { type: 'robot', id: job.id, user, kind, to: address, as: id, silent });
  const { text, given } = answerTo(t, id, user, robot, letter, bracketed(to));
  // from nobody, so that nothing answers the answer (§3.3)
  const recipients = [{ forwardPath: to, given: { NOTIFY: ['NEVER'] } }];
  const envelope: Envelope = { reversePath: null, given, since: t.env.now, recipients };
  const done = handOver(momentOf(t), id, envelope, text);
  t.host = done.host;
  for (const fact of done.facts) tell(t, fact, told);
}

/** §2, in the order in which it says so. */
function silenceOf(
  { host, env }: Turn,
  { envelope }: Job,
  user: string,
  { kind }: Robot,
  letter: Octets,
): Silence {
  const header = headerOf(letter);
  const to = envelope.reversePath;
  if (!to) return 'null sender';
  if (isMachine(to.local)) return 'no person';
  if (isAutomatic(letter, header)) return 'automatic';
  const precedence = valueOf(letter, header, 'precedence');
  if (
    ['list', 'bulk', 'junk'].includes(precedence) ||
    header.fields.some(({ name }) => name.startsWith('list-'))
  )
    return 'list';
  if (kind === 'ticket') return '';
  if (!isNamed(host, user, letter, header)) return 'not named';
  const last = host.store.answered?.[memoryOf(user, written(to))];
  return last !== undefined && env.now - last < AGAIN ? 'told already' : '';
}
const isMachine = (local: Octets): boolean =>
  /^(?:owner-.*|.*-(?:request|owner|bounces(?:\+.*)?)|mailer-daemon|no-?reply|srs[01][=+-].*)$/i.test(local);
const valueOf = (letter: Octets, header: Header, name: string): string => {
  const field = fieldOf(header, name);
  return field ? unfolded(letter, field).toLowerCase() : '';
};
/** Is one of the user's addresses where the letter says to whom it is? */
const isNamed = (host: Host, user: string, letter: Octets, header: Header): boolean =>
  header.fields
    .filter(({ name }) => /^(?:resent-)?(?:to|cc|bcc)$/.test(name))
    .flatMap((field) => mailboxesIn(addressList(unfolded(letter, field))))
    .some(({ local, domain }) => belongsTo(host, { local, domain }, user));

const memoryOf = (user: string, address: string): string => `${user} ${lowerAscii(address)}`;
const remembered = (host: Host, user: string, address: string, now: Micros): Host => ({
  ...host,
  store: { ...host.store, answered: { ...host.store.answered, [memoryOf(user, address)]: now } },
});

function answerTo({ host, env }: Turn, id: string, user: string, robot: Robot, letter: Octets, to: Octets) {
  const words = utf8(robot.text.replaceAll(/\r?\n/g, CRLF));
  const plain = isAscii(words);
  const head = [
    `From: <${written({ local: user, domain: host.domain || host.id })}>`,
    `To: ${to}`,
    subjectOf(letter, robot.kind === 'ticket' ? `Auto: [${id}]` : 'Auto:'),
    `Date: ${dateTime(env.epoch + Math.floor(env.now / SECOND))}`,
    `Message-ID: <${id}@${host.domain || host.id}>`,
    ...threadFields(letter), // (§3.1.5)
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: text/plain; charset=${plain ? 'us-ascii' : 'utf-8'}`,
    ...(plain ? [] : ['Content-Transfer-Encoding: 8bit']),
    '',
    '',
  ].join(CRLF);
  const given = { ...(plain ? {} : { BODY: '8BITMIME' }), ...(isAscii(head) ? {} : { SMTPUTF8: true }) };
  return { text: `${head}${words}${CRLF}`, given };
}
/** Folded as it was, and on a line of its own where it is long: no line with an encoded word has more than 76 octets (§3.1.5). */
function subjectOf(letter: Octets, lead: string): Octets {
  const field = fieldOf(headerOf(letter), 'subject');
  const lines = field ? letter.slice(field.body, field.end).split(/\r?\n/).map(trimmed) : [];
  const subject = lines.filter((line) => line !== '').join(`${CRLF} `);
  if (subject === '') return `Subject: ${lead}`;
  return `Subject: ${lead}${subject.length > 40 ? CRLF : ''} ${subject}`;
}
