// A letter about a letter: what became of it, for people and for programs (RFC 3464).
import { CRLF, isAscii, type Octets } from '../base/octets.ts';
import { SECOND, type Micros } from '../base/time.ts';
import type { Host } from '../host/host.ts';
import type { Fate, Job, QueueFact } from '../host/spool.ts';
import { dateTime } from '../mail/date-time.ts';
import { headerField } from '../mail/header.ts';
import { bracketed, written, type Mailbox } from '../mail/mailbox.ts';
import { octetsOf } from '../store/body.ts';
import { endOf } from './retry.ts';
import { statusOf } from './status.ts';

/** One recipient, by its place in the envelope. */
export interface About {
  readonly place: number;
  readonly action: (QueueFact & { type: 'reported' })['action'];
}
interface Wanted {
  /** The reporting MTA. */
  readonly host: Host;
  readonly job: Job;
  readonly about: readonly About[];
  /** Of the report itself. */
  readonly id: string;
  readonly to: Mailbox;
  readonly now: Micros;
  readonly epoch: number;
}
const lines = (...all: readonly (string | undefined)[]): Octets =>
  all.flatMap((line) => (line === undefined ? [] : [line + CRLF])).join('');

export function deliveryReport(wanted: Wanted): Octets {
  const { host, job, id, to } = wanted;
  const returned = theLetter(wanted);
  const boundary = boundaryFor(id, returned.octets);
  const part = (type: string, octets: Octets): Octets =>
    `--${boundary}${CRLF}Content-Type: ${type}${CRLF}${isAscii(octets) ? '' : `Content-Transfer-Encoding: 8bit${CRLF}`}${CRLF}${octets}${CRLF}`;
  return (
    lines(
      `From: Mail Delivery System <postmaster@${host.domain || host.id}>`,
      `To: ${bracketed(to)}`,
      `Subject: ${subjectOf(wanted)}`,
      `Date: ${dateOf(wanted, wanted.now)}`,
      `Message-ID: <${id}@${host.id}>`,
      ...threadOf(job),
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=delivery-status;${CRLF}\tboundary="${boundary}"`,
      '',
    ) +
    part('text/plain; charset=us-ascii', forPeople(wanted)) +
    part('message/delivery-status', forPrograms(wanted)) +
    part(returned.type, returned.octets) +
    `--${boundary}--${CRLF}`
  );
}
const dateOf = ({ epoch }: Wanted, at: Micros): string => dateTime(epoch + Math.floor(at / SECOND));
/** It answers the letter it is about (RFC 3834 §3.1.5), if that has a name. */
function threadOf({ body }: Job): readonly string[] {
  const name = headerField(octetsOf(body), 'Message-ID').trim();
  return /^<[^\s<>]+>$/.test(name) ? [`In-Reply-To: ${name}`, `References: ${name}`] : [];
}
function boundaryFor(id: string, within: Octets): string {
  let boundary = `=_${id}`;
  while (within.includes(boundary)) boundary += '_';
  return boundary;
}
const SUBJECTS = {
  failed: 'Your letter was not delivered',
  delayed: 'Your letter is delayed',
  relayed: 'Your letter was passed on',
  delivered: 'Your letter was delivered',
} as const;
/** The worst news. */
const worst = ({ about }: Wanted): About['action'] =>
  (['failed', 'delayed', 'relayed', 'delivered'] as const).find((action) =>
    about.some((it) => it.action === action),
  ) ?? 'delivered';
const subjectOf = (wanted: Wanted): string => SUBJECTS[worst(wanted)];

const addressAt = ({ job }: Wanted, place: number): Octets => {
  const to = job.envelope.recipients[place];
  return to ? written(to.forwardPath) : '';
};
/** Printable, and no longer than a line may be (RFC 5322 §2.1.1). */
const printable = (text: Octets, most = 900): string => text.replaceAll(/[^ -~]/g, '?').slice(0, most);
const wordsOf = (fate: Fate | undefined): string => {
  if (!fate || fate.is === 'delivered' || fate.reply === '') return '';
  return printable(fate.by === '' ? fate.reply : `${fate.by} said: ${fate.reply}`);
};
const BEGINNINGS: Readonly<Record<About['action'], string>> = {
  failed: 'It could not be delivered to:',
  delayed: 'It is not delivered yet, and will be tried again, to:',
  relayed: 'It was passed on to a server that tells nobody what becomes of it, for:',
  delivered: 'It was delivered to:',
};
function forPeople(wanted: Wanted): Octets {
  const { host, job, about } = wanted;
  const groups = (['failed', 'delayed', 'relayed', 'delivered'] as const).flatMap((action) => {
    const its = about.filter((it) => it.action === action);
    if (its.length === 0) return [];
    const each = its.flatMap(({ place }) => {
      const words = wordsOf(job.fates[place]);
      return [`  ${printable(addressAt(wanted, place))}`, ...(words === '' ? [] : [`    ${words}`])];
    });
    return [BEGINNINGS[action], '', ...each, ''];
  });
  const until = about.some((it) => it.action === 'delayed')
    ? [`It will be tried until ${dateOf(wanted, endOf(host, job))}.`, '']
    : [];
  return lines(
    `This is the mail system at ${host.id}, about your letter of ${dateOf(wanted, job.received)}.`,
    '',
    ...groups,
    ...until,
  );
}

/** RFC 3464 §2.1: fields of the message, then of each recipient. */
function forPrograms(wanted: Wanted): Octets {
  const { host, job, about } = wanted;
  const envid = job.envelope.given['ENVID'];
  return (
    lines(
      typeof envid === 'string' ? `Original-Envelope-Id: ${envid}` : undefined,
      `Reporting-MTA: dns; ${host.id}`,
      `Arrival-Date: ${dateOf(wanted, job.received)}`,
    ) + about.map((it) => CRLF + forRecipient(wanted, it)).join('')
  );
}
function forRecipient(wanted: Wanted, { place, action }: About): Octets {
  const { host, job } = wanted;
  const original = job.envelope.recipients[place]?.given['ORCPT'];
  const fate = job.fates[place];
  const said = fate && fate.is !== 'delivered' && fate.reply !== '' ? fate : undefined;
  return lines(
    typeof original === 'string' ? `Original-Recipient: ${original}` : undefined,
    `Final-Recipient: rfc822; ${printable(addressAt(wanted, place))}`,
    `Action: ${action}`,
    `Status: ${said ? statusOf(said.reply) : action === 'delayed' ? '4.0.0' : '2.0.0'}`,
    said && said.by !== '' ? `Remote-MTA: dns; ${said.by}` : undefined,
    said ? `Diagnostic-Code: smtp; ${printable(said.reply)}` : undefined,
    action === 'delivered' ? undefined : `Last-Attempt-Date: ${dateOf(wanted, wanted.now)}`,
    action === 'delayed' ? `Will-Retry-Until: ${dateOf(wanted, endOf(host, job))}` : undefined,
  );
}

/** All of it where that was asked for and it is lost, else its header (RFC 3461 §6.2). */
function theLetter({ job, about }: Wanted): { readonly type: string; readonly octets: Octets } {
  const letter = octetsOf(job.body);
  if (job.envelope.given['RET'] === 'FULL' && about.some(({ action }) => action === 'failed'))
    return { type: 'message/rfc822', octets: letter };
  const end = letter.indexOf(CRLF + CRLF);
  return { type: 'text/rfc822-headers', octets: end < 0 ? letter : letter.slice(0, end + CRLF.length) };
}
