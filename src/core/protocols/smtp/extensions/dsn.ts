// What a sender wants to be told of a letter's fate. None of it is a reason to refuse anything (RFC 3461 §5.1).
import { isAscii, type Octets } from '../../../base/octets.ts';
import { no, token } from '../../../spec/grammar.ts';
import type { Extension } from '../../../spec/protocol.ts';
import { isUtf8 } from '../../sasl/utf8.ts';
import { parameter, type Smtp } from '../shape.ts';
import { decodeXtext, xtext } from '../xtext.ts';

const LIMITS = { envid: 100, orcpt: 500 } as const;
/** All that a report can show: printable ASCII (§4.2, §4.4). */
const isPrintable = (text: Octets): boolean => /^[ -~]*$/.test(text);

/** In capitals, each once. */
function conditions(text: string): readonly string[] | undefined {
  const words = text.toUpperCase().split(',');
  const known = words.every((it) => it === 'SUCCESS' || it === 'FAILURE' || it === 'DELAY');
  return known || (words.length === 1 && words[0] === 'NEVER') ? [...new Set(words)] : undefined;
}
const notify = parameter({
  of: 'RCPT',
  name: 'NOTIFY',
  from: ['mail', 'recipients'],
  args: token('conditions', /[^ \r\n]+/, (it) => conditions(it) ?? no, {
    rfc: '3461#4.1',
    expected: 'NOTIFY=NEVER, or some of NOTIFY=SUCCESS,FAILURE,DELAY',
  }),
  rfc: '3461#4.1',
  summary: 'When to tell the sender what became of it for this recipient.',
  outcomes: {},
});
/** `rfc822;bob@example.com`; the address may be anything that a report can show. */
function original(text: Octets): Octets | undefined {
  const [, type = '', address = ''] = /^([A-Za-z0-9!#$%&'*/?^_`{|}~-]+);(.+)$/.exec(text) ?? [];
  if (text.length > LIMITS.orcpt || type === '') return undefined;
  // an address in UTF-8 has its own way to be ASCII, \x{E9}, which stays (RFC 6533 §3)
  if (type.toLowerCase() === 'utf-8' && !isAscii(address)) return isUtf8(address) ? text : undefined;
  const decoded = decodeXtext(address);
  return decoded !== undefined && isPrintable(decoded) ? `${type};${decoded}` : undefined;
}
const orcpt = parameter({
  of: 'RCPT',
  name: 'ORCPT',
  from: ['mail', 'recipients'],
  args: token('original-recipient', /[^ \r\n]+/, (it) => original(it) ?? no, {
    rfc: '3461#4.2',
    expected: `ORCPT=rfc822;address, the address written as xtext, ${LIMITS.orcpt} octets at most`,
  }),
  rfc: '3461#4.2',
  summary: 'Whom the sender named first, before aliases and lists; a report will say so.',
  outcomes: {},
});
const ret = parameter({
  of: 'MAIL',
  name: 'RET',
  from: ['ready'],
  args: token('how-much', /FULL|HDRS/i, (it) => it.toUpperCase(), {
    rfc: '3461#4.3',
    expected: 'RET=FULL or RET=HDRS',
  }),
  rfc: '3461#4.3',
  summary: 'How much of the letter a report of failure brings back: all, or its header.',
  outcomes: {},
});
const envid = parameter({
  of: 'MAIL',
  name: 'ENVID',
  from: ['ready'],
  args: xtext(
    'envelope-id',
    `ENVID=id, printable and written as xtext, ${LIMITS.envid} octets at most`,
    (it) => (isPrintable(it) ? it : undefined),
    { most: LIMITS.envid },
  ),
  rfc: '3461#4.4',
  summary: 'The sender’s own name for this envelope; a report will say it.',
  outcomes: {},
});
export const dsn: Extension<Smtp> = {
  keyword: 'DSN',
  rfc: '3461#3',
  summary: 'A sender may say what reports it wants.',
  adverts: () => 'DSN',
  parameters: [notify, orcpt, ret, envid],
};
