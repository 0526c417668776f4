// A mailbox of any length, written when somebody asks for a letter of it: conversations of a few people over many years.
import { CRLF, type Octets } from '../../base/octets.ts';
import type { Collection } from '../../store/body.ts';
import { shown } from './post.ts';
import { planOf, type Plan } from './corpus-plan.ts';
import { CHAPTERS, PEOPLE, SENTENCES, SUBJECTS, THINGS } from './corpus-words.ts';

const pick = <T>(list: readonly T[], i: number): T => {
  const found = list[i % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
};
/** A conversation has one subject, however its answers spell it. */
function subjectOf({ root, depth, hash }: Plan): Octets {
  const { hash: first } = planOf(root);
  const subject = `${pick(SUBJECTS, first)} ${pick(THINGS, first >>> 7)}, ${pick(CHAPTERS, first >>> 13)} ${(first >>> 3) % 90}`;
  if (depth === 0)
    return first % 16 === 0 ? `=?utf-8?Q?${subject.replaceAll(' ', '_')}_f=C3=BCr_M=C3=A4rz?=` : subject;
  return `${hash % 11 === 0 ? 'RE: Re: ' : 'Re: '}${subject}${first % 16 === 0 ? ' =?utf-8?B?ZsO8ciBNw6Ryeg==?=' : ''}`;
}
const FIVE = 36 ** 5;
/** A hash of 32 bits, five digits and the rest: what is no small number takes many times as long to write. */
const digits = (hash: number): Octets =>
  hash < FIVE
    ? hash.toString(36)
    : Math.floor(hash / FIVE).toString(36) + (hash % FIVE).toString(36).padStart(5, '0');
const idOf = ({ n, hash }: Plan): Octets => `<${n.toString(36)}.${digits(hash)}@letters.example.org>`;
function referencesOf({ parent }: Plan): Octets {
  if (parent < 0) return '';
  const answered = planOf(parent);
  const id = idOf(answered);
  let [ids, at] = [id, answered.parent];
  while (at >= 0) {
    const before = planOf(at);
    ids = `${idOf(before)}\r\n ${ids}`;
    at = before.parent;
  }
  return `In-Reply-To: ${id}\r\nReferences: ${ids}\r\n`;
}
const headOfLetter = (plan: Plan): Octets =>
  `Return-Path: <${pick(PEOPLE, plan.who)[1]}>\r\n` +
  `Received: from mail.example.org (mail.example.org [198.51.100.20])\r\n by mx1.example.com with ESMTPS id ${digits(plan.hash)}\r\n for <alice@example.com>; ${shown(plan.at, 0)}\r\n` +
  `Date: ${shown(plan.written, pick(PEOPLE, plan.who)[2])}\r\n` +
  `From: ${pick(PEOPLE, plan.who)[0]} <${pick(PEOPLE, plan.who)[1]}>\r\n` +
  `To: Alice <alice@example.com>\r\n` +
  (plan.hash % 5 === 0 ? `Cc: ${pick(PEOPLE, plan.who + 3)[0]} <${pick(PEOPLE, plan.who + 3)[1]}>\r\n` : '') +
  `Subject: ${subjectOf(plan)}\r\nMessage-ID: ${idOf(plan)}\r\n${referencesOf(plan)}MIME-Version: 1.0\r\n` +
  `${contentOf(plan)}${CRLF}`;

function contentOf({ kind }: Plan): Octets {
  if (kind === 'alternative') return 'Content-Type: multipart/alternative; boundary="=_corpus"\r\n';
  if (kind === 'attached') return 'Content-Type: multipart/mixed; boundary="=_corpus"\r\n';
  if (kind === 'quoted')
    return 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n';
  return 'Content-Type: text/plain; charset=us-ascii\r\n';
}
function textOf({ hash, length }: Plan): Octets {
  let out = '';
  for (let i = 0; i < length; i++) out += `${pick(SENTENCES, (hash >>> (i % 12)) + i * 7)}${CRLF}`;
  return out;
}
const PLAIN = '--=_corpus\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n';
const HTML = '\r\n--=_corpus\r\nContent-Type: text/html; charset=us-ascii\r\n\r\n<p>';
const FILE =
  '\r\n--=_corpus\r\nContent-Type: application/octet-stream; name="page.bin"\r\nContent-Transfer-Encoding: base64\r\n\r\n';
const FILE_LINE = `${'TGFudGVybiBCb29rcywgcGFnZSA='.repeat(2)}\r\n`;
function bodyOf(plan: Plan): Octets {
  const text = textOf(plan);
  if (plan.kind === 'alternative') return `${PLAIN}${text}${HTML}${text}</p>\r\n--=_corpus--\r\n`;
  if (plan.kind === 'attached')
    return `${PLAIN}${text}${FILE}${FILE_LINE.repeat(plan.length * 4)}--=_corpus--\r\n`;
  return plan.kind === 'quoted' ? `Gr=C3=BC=C3=9Fe!\r\n${text}` : text;
}
export const corpusSize = (plan: Plan): number => headOfLetter(plan).length + bodyOf(plan).length;

export const corpus: Collection = {
  letter(n) {
    const plan = planOf(n);
    return headOfLetter(plan) + bodyOf(plan);
  },
  head: (n) => headOfLetter(planOf(n)),
};
