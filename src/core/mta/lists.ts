// A mailing list sends a letter to its members: under its own sender, and marked as its own (RFC 5321 §3.9.2, RFC 2369, RFC 2919).
import { CRLF, isAscii, type Octets } from '../base/octets.ts';
import { draw } from '../base/random.ts';
import { handOver, newId } from '../host/hand-over.ts';
import type { Host } from '../host/host.ts';
import type { MailingList } from '../host/lists.ts';
import type { Envelope, Job } from '../host/spool.ts';
import { isAutomatic } from '../mail/auto-submitted.ts';
import { fieldOf, headerOf, unfolded, type Field } from '../mail/fields.ts';
import { mailboxOf, written, type Mailbox } from '../mail/mailbox.ts';
import { decodedWords } from '../mail/words.ts';
import { octetsOf } from '../store/body.ts';
import { momentOf, tell, type Turn } from './turn.ts';

/** One letter for each member, so that what comes back says whose it was. */
export function post(t: Turn, job: Job, name: string, address: Mailbox): void {
  const list = t.host.store.lists?.[name];
  const letter = octetsOf(job.body);
  const refusal = refusalOf(job, letter, listId(t.host, name));
  if (!list || refusal) {
    tell(t, { type: 'dropped', id: job.id, to: [written(address)], ...(refusal ?? NO_LIST) });
    return;
  }
  const body = marked(t.host, name, list, letter);
  const ids = list.members.map((member) => {
    const id = newId(t.host, (...keys) => draw(t.env.seed, ...keys));
    const done = handOver(momentOf(t), id, envelopeFor(t, job, name, mailboxOf(member)), body);
    t.host = done.host;
    for (const fact of done.facts) tell(t, fact);
    return id;
  });
  tell(t, { type: 'posted', id: job.id, list: name, as: ids });
}
const NO_LIST = { why: 'no post', rfc: '5321#3.9.2' } as const;
/** Fields that name a list a letter has been to. The next list keeps the one before it in mind under a name of no standard's, as lists do. */
const BEEN: ReadonlySet<string> = new Set(['list-id', 'x-beenthere']);
/** What comes round again, and what no person has written. */
function refusalOf({ envelope }: Job, letter: Octets, id: string) {
  const header = headerOf(letter);
  const round = header.fields.some((it) => BEEN.has(it.name) && unfolded(letter, it).includes(id));
  if (round) return { why: 'list loop', rfc: '5321#6.3' } as const;
  const isPost = envelope.reversePath !== null && !isAutomatic(letter, header);
  return isPost ? undefined : ({ why: 'no post', rfc: '3834#2' } as const);
}
/** `talk-bounces+alice=example.com@lists.example.net`: whose address it was that failed is in the address it fails to. */
function envelopeFor({ host, env }: Turn, job: Job, name: string, member: Mailbox): Envelope {
  const to = member.domain === '' ? { local: member.local, domain: host.domain } : member;
  const { BODY: octets, SMTPUTF8: utf8 } = job.envelope.given;
  return {
    reversePath: { local: `${name}-bounces+${to.local}=${to.domain}`, domain: host.domain },
    // what the sender wants to be told does not go along (RFC 3461 §5.2.7.1)
    given: {
      ...(octets === undefined ? {} : { BODY: octets }),
      ...(utf8 === undefined ? {} : { SMTPUTF8: utf8 }),
    },
    since: env.now,
    recipients: [{ forwardPath: to, given: {} }],
  };
}
const listId = ({ domain }: Host, name: string): string => `<${name}.${domain}>`;

/** Fields of its own instead of any that were there, the subject tagged, the footer below. */
function marked(host: Host, name: string, list: MailingList, letter: Octets): Octets {
  const header = headerOf(letter);
  const own = new Set(['sender', 'precedence', 'list-post', 'list-help', 'list-unsubscribe', 'list-owner']);
  const kept = header.fields
    .filter((it) => !own.has(it.name))
    .map((it) =>
      it.name === 'subject'
        ? tagged(list, letter, it)
        : letter.slice(it.start, it.end).replace(/^list-id(?=[ \t]*:)/i, 'X-BeenThere'),
    )
    .join('');
  const at = (office: string): string => `${name}${office}@${host.domain}`;
  const fields = [
    `Sender: <${at('-bounces')}>`,
    'Precedence: list',
    `List-Id: ${list.title} ${listId(host, name)}`,
    `List-Post: <mailto:${at('')}>`,
    `List-Help: <mailto:${at('-request')}?subject=help>`,
    `List-Unsubscribe: <mailto:${at('-unsubscribe')}>`,
    `List-Owner: <mailto:${at('-owner')}>`,
    '',
  ].join(CRLF);
  const body = letter.slice(header.end);
  return kept + fields + CRLF + (isPlain(letter) ? withFooter(body, list.footer) : body);
}
/** Once, though the tag that is there may be encoded (RFC 2047). */
function tagged({ tag }: MailingList, letter: Octets, subject: Field): Octets {
  const field = letter.slice(subject.start, subject.end);
  if (tag === '' || decodedWords(unfolded(letter, subject)).includes(`[${tag}]`)) return field;
  return field.replace(/^([^:]*:[ \t]*)/, `$1[${tag}] `);
}
/** Of an encoded text, or of several parts, the end is no place to add a line to. */
function isPlain(letter: Octets): boolean {
  const header = headerOf(letter);
  const value = (name: string): string => {
    const field = fieldOf(header, name);
    return field ? unfolded(letter, field).toLowerCase() : '';
  };
  const type = value('content-type');
  return (
    (type === '' || type.startsWith('text/plain')) &&
    ['', '7bit', '8bit'].includes(value('content-transfer-encoding'))
  );
}
function withFooter(body: Octets, footer: string): Octets {
  if (footer === '' || !isAscii(footer)) return body;
  const end = body === '' || body.endsWith(CRLF) ? '' : CRLF;
  return `${body}${end}-- ${CRLF}${footer}${CRLF}`;
}
