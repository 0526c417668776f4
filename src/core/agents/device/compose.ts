// A letter is written on the device, and laid into its outbox: a queue like a server's, with one way out.
import { CRLF, isAscii, type Octets } from '../../base/octets.ts';
import { encode64 } from '../../base/base64.ts';
import { SECOND } from '../../base/time.ts';
import type { Draft, LetterRef } from '../../base/device.ts';
import type { Device } from '../../host/device/device.ts';
import { folderOf } from '../../host/device/cache.ts';
import { addJob, newJob, queuedFact, type Envelope } from '../../host/spool.ts';
import { addressList, mailboxesIn } from '../../mail/address-list.ts';
import { dateTime } from '../../mail/date-time.ts';
import { bracketed, mailboxOf, type Mailbox } from '../../mail/mailbox.ts';
import { threadFields } from '../../mail/thread-fields.ts';
import { put, tell, type Turn } from './turn.ts';

/** False: it is to nobody. */
export function compose(t: Turn, draft: Draft): boolean {
  const to = addressesIn(draft.to);
  if (to.length === 0) return false;
  const { account, written } = t.device;
  const id = `OUTBOX-${(written + 1).toString(36)}`; // seven letters and a number, as in any queue
  const letter = letterOf(t, draft, to, id);
  const eightBit = !isAscii(letter);
  const envelope: Envelope = {
    reversePath: mailboxOf(account.address),
    given: eightBit ? { BODY: '8BITMIME' } : {},
    since: t.env.now,
    recipients: to.map((forwardPath) => ({ forwardPath, given: {} })),
  };
  const job = newJob(id, envelope, letter, t.env.now);
  t.host = addJob(t.host, job);
  tell(t, queuedFact(job));
  put(t, { written: written + 1 });
  return true;
}
const addressesIn = (text: Octets): readonly Mailbox[] =>
  mailboxesIn(addressList(text))
    .filter(({ local, domain }) => local !== '' && domain !== '')
    .map(({ local, domain }) => ({ local, domain }));

function letterOf({ env, device }: Turn, draft: Draft, to: readonly Mailbox[], id: string): Octets {
  const { address } = device.account;
  const answered = draft.re ? letterAt(device, draft.re) : undefined;
  const text = draft.text.replaceAll(/\r?\n/g, CRLF);
  return [
    `From: ${bracketed(mailboxOf(address))}`,
    `To: ${to.map(bracketed).join(', ')}`,
    `Subject: ${isAscii(draft.subject) ? draft.subject : encodedWord(draft.subject)}`,
    `Date: ${dateTime(env.epoch + Math.floor(env.now / SECOND))}`,
    `Message-ID: <${id}.${env.now}@${env.place}>`,
    ...(answered === undefined ? [] : threadFields(answered)),
    'MIME-Version: 1.0',
    `Content-Type: text/plain; charset=${isAscii(text) ? 'us-ascii' : 'utf-8'}`,
    ...(isAscii(text) ? [] : ['Content-Transfer-Encoding: 8bit']),
    '',
    text.endsWith(CRLF) ? text : text + CRLF,
  ].join(CRLF);
}
/** RFC 2047 §2: words of at most 75 characters, none of which ends within a character. */
function encodedWord(text: Octets): Octets {
  const words: Octets[] = [];
  for (let rest = text; rest !== '';) {
    let size = Math.min(45, rest.length);
    while (size > 1 && size < rest.length && /[\x80-\xbf]/.test(rest.charAt(size))) size--;
    words.push(`=?utf-8?B?${encode64(rest.slice(0, size))}?=`);
    rest = rest.slice(size);
  }
  return words.join(`${CRLF} `);
}
/** Undefined: it is not here any more. */
const letterAt = ({ settings, pop3, imap }: Device, { folder, id }: LetterRef): Octets | undefined =>
  settings.access === 'pop3'
    ? pop3.letters.find((it) => it.id === id)?.body
    : folderOf(imap, folder)?.letters.find(({ uid }) => String(uid) === id)?.head;
