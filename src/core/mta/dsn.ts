// A letter about a letter: what became of it, for people and for programs (RFC 3464).
import { CRLF, isAscii, type Octets } from '../base/octets.ts';
import type { Envelope } from '../host/spool.ts';
import { bracketed } from '../mail/mailbox.ts';
import { threadFields } from '../mail/thread-fields.ts';
import type { Given } from '../spec/grammar.ts';
import { octetsOf } from '../store/body.ts';
import { ACTIONS, addressAt, dateOf, saidOf, type Action, type Wanted } from './about.ts';
import { deliveryStatus, printable } from './dsn-fields.ts';
import { endOf } from './retry.ts';

export interface Report {
  readonly letter: Octets;
  /** The parameters of its MAIL. */
  readonly given: Given;
}
const lines = (all: readonly string[]): Octets => all.map((line) => line + CRLF).join('');

export function deliveryReport(wanted: Wanted): Report {
  const { host, job, id, to } = wanted;
  const utf8 = job.envelope.given['SMTPUTF8'] === true;
  const returned = theLetter(wanted, utf8);
  const boundary = boundaryFor(id, returned.octets);
  const status = utf8 ? 'message/global-delivery-status' : 'message/delivery-status';
  const head = lines([
    `From: Mail Delivery System <postmaster@${host.domain || host.id}>`,
    `To: ${bracketed(to)}`,
    `Subject: ${SUBJECTS[worst(wanted)]}`,
    `Date: ${dateOf(wanted, wanted.now)}`,
    `Message-ID: <${id}@${host.id}>`,
    ...threadFields(octetsOf(job.body)), // it answers the letter it is about (RFC 3834 §3.1.5)
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status;${CRLF}\tboundary="${boundary}"`,
    '',
  ]);
  const letter =
    head +
    part(boundary, `text/plain; charset=${utf8 ? 'utf-8' : 'us-ascii'}`, forPeople(wanted, utf8)) +
    part(boundary, status, deliveryStatus(wanted, utf8)) +
    part(boundary, returned.type, returned.octets) +
    `--${boundary}--${CRLF}`;
  return { letter, given: givenFor(job.envelope, letter, isAscii(head)) };
}
function part(boundary: string, type: string, octets: Octets): Octets {
  const encoding = isAscii(octets) ? '' : `Content-Transfer-Encoding: 8bit${CRLF}`;
  return `--${boundary}${CRLF}Content-Type: ${type}${CRLF}${encoding}${CRLF}${octets}${CRLF}`;
}
/** Never RET (RFC 3461 §6.1); as well kept as the letter itself (RFC 8689 §5); UTF-8 where it has to be. */
function givenFor({ given }: Envelope, letter: Octets, isPlain: boolean): Given {
  return {
    ...(isAscii(letter) ? {} : { BODY: '8BITMIME' }),
    ...(isPlain ? {} : { SMTPUTF8: true }),
    ...(given['REQUIRETLS'] === true ? { REQUIRETLS: true } : {}),
  };
}
function boundaryFor(id: string, within: Octets): string {
  let boundary = `=_${id}`;
  while (within.includes(boundary)) boundary += '_';
  return boundary;
}

const SUBJECTS: Readonly<Record<Action, string>> = {
  failed: 'Your letter was not delivered',
  delayed: 'Your letter is delayed',
  relayed: 'Your letter was passed on',
  expanded: 'Your letter was delivered',
  delivered: 'Your letter was delivered',
};
const BEGINNINGS: Readonly<Record<Action, string>> = {
  failed: 'It could not be delivered to:',
  delayed: 'It is not delivered yet, and will be tried again, to:',
  relayed: 'It was passed on to another server, and nothing more will be told unless it fails, for:',
  expanded: 'It was delivered to this name, and from there on to the several people behind it:',
  delivered: 'It was delivered to:',
};
const worst = ({ about }: Wanted): Action =>
  ACTIONS.find((action) => about.some((it) => it.action === action)) ?? 'delivered';

function forPeople(wanted: Wanted, utf8: boolean): Octets {
  const { host, job, about, late } = wanted;
  const groups = ACTIONS.flatMap((action) => {
    const its = about.filter((it) => it.action === action);
    return its.length === 0
      ? []
      : ['', BEGINNINGS[action], '', ...its.flatMap(({ place }) => aboutOne(wanted, place))];
  });
  const until = about.some(({ action }) => action === 'delayed')
    ? ['', `It will be tried until ${dateOf(wanted, endOf(host, job).at)}.`]
    : [];
  const text = lines([
    `This is the mail system at ${host.id}, about your letter of ${dateOf(wanted, job.received)}.`,
    ...(late ? ['The time you have given it to arrive is over.'] : []),
    ...groups,
    ...until,
  ]);
  return utf8 ? text : text.replaceAll(/[\x80-\xff]/g, '?');
}
function aboutOne(wanted: Wanted, place: number): readonly string[] {
  const said = saidOf(wanted, place);
  const address = `  ${printable(addressAt(wanted, place))}`;
  if (!said) return [address];
  return [address, `    ${printable(said.by === '' ? said.reply : `${said.by} said: ${said.reply}`)}`];
}

/** All of it where that was asked for, it is lost, and nothing forbids it; else its header (RFC 3461 §6.2, RFC 8689 §5). */
function theLetter(
  { job, about }: Wanted,
  utf8: boolean,
): { readonly type: string; readonly octets: Octets } {
  const letter = octetsOf(job.body);
  const { given } = job.envelope;
  const lost = about.some(({ action }) => action === 'failed');
  const passes = isAscii(letter) || given['BODY'] === '8BITMIME' || utf8;
  if (given['RET'] === 'FULL' && lost && given['REQUIRETLS'] !== true && passes)
    return { type: utf8 ? 'message/global' : 'message/rfc822', octets: letter };
  const end = letter.indexOf(CRLF + CRLF);
  const head = end < 0 ? letter : letter.slice(0, end + CRLF.length);
  if (utf8) return { type: 'message/global-headers', octets: head };
  return { type: 'text/rfc822-headers', octets: head.replaceAll(/[\x80-\xff]/g, '?') };
}
