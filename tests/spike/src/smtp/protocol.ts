import { CRLF } from '../../../../src/core/base/octets.ts';
import type { Protocol } from '../../../../src/core/spec/protocol.ts';
import { dotted } from '../../../../src/core/wire/dotted.ts';
import { counted, line, lines, nothing } from '../../../../src/core/wire/framing.ts';
import { data, content } from './commands/data.ts';
import { ehlo, helo } from './commands/ehlo.ts';
import { checked, mail } from './commands/mail.ts';
import { rcpt } from './commands/rcpt.ts';
import { idle, noop, opened, quit, rset } from './commands/simple.ts';
import { authentication } from './extensions/auth.ts';
import { chunking } from './extensions/chunking.ts';
import { size } from './extensions/size.ts';
import { pipelining, smtputf8 } from './extensions/smtputf8.ts';
import { starttls } from './extensions/starttls.ts';
import type { Smtp } from './shape.ts';

const patience = { after: 300_000_000, signal: 'idle' } as const;
const ENHANCED = /^(\d{3}) \d\.\d{1,3}\.\d{1,3} /;

export const smtp: Protocol<Smtp> = {
  id: 'smtp',
  title: 'SMTP',
  initial: { name: 'connected', data: {} },
  session: { client: '', esmtp: false, tls: false, user: '' },
  leniency: [],
  states: {
    connected: { title: 'Connected', rfc: '5321#3.1', reads: nothing },
    greeted: { title: 'Say hello', rfc: '5321#4.1.1.1', reads: line, timeout: patience },
    ready: { title: 'Ready', rfc: '5321#3.3', reads: line, timeout: patience },
    checking: { title: "Asking the sender's domain", rfc: '7208#2.4', reads: nothing },
    mail: { title: 'Sender known', rfc: '5321#3.3', reads: line, timeout: patience },
    recipients: { title: 'Recipients known', rfc: '5321#3.3', reads: line, timeout: patience },
    content: {
      title: 'Content',
      rfc: '5321#4.5.2',
      reads: dotted({ total: 1_000_000 }),
      as: 'content',
      timeout: patience,
    },
    chunk: {
      title: 'A counted chunk',
      rfc: '3030#2',
      reads: ({ size }) => counted(size),
      as: 'chunk',
      timeout: patience,
    },
    skipping: {
      title: 'Swallowing an unwanted chunk',
      rfc: '3030#2',
      reads: ({ size }) => counted(size),
      as: 'chunk',
      timeout: patience,
    },
    chunked: { title: 'Between chunks', rfc: '3030#2', reads: line, timeout: patience },
    authenticating: {
      title: 'Proving who you are',
      rfc: '4954#4',
      reads: lines(12_288, '4954#4'),
      as: 'response',
      timeout: patience,
    },
    securing: { title: 'TLS handshake', rfc: '3207#4', reads: nothing },
  },
  commands: [ehlo, helo, mail, rcpt, data, rset, noop, quit],
  signals: [opened, idle, checked, content],
  extensions: [pipelining, size, smtputf8, chunking, starttls, authentication],
  otherwise: {
    unknown: {
      to: 'same',
      says: '500 5.5.1 No such command',
      when: 'the verb is not known',
      rfc: '5321#4.2.4',
    },
    badSequence: {
      to: 'same',
      says: '503 5.5.1 Not now',
      when: 'the verb is not legal in this state',
      rfc: '5321#4.1.4',
    },
    badSyntax: {
      to: 'same',
      says: '501 5.5.4 Expected {expected}',
      when: 'the arguments do not parse',
      rfc: '5321#4.2.2',
    },
    badParameter: {
      to: 'same',
      says: '555 5.5.4 Expected {expected}',
      when: 'a parameter was not advertised',
      rfc: '5321#4.1.1.11',
    },
    tooLong: {
      to: 'same',
      says: '500 5.5.2 Line too long',
      when: 'more than 512 octets',
      rfc: '5321#4.5.3.1.4',
    },
    fault: { to: 'closed', says: '421 4.3.0 A bug in us', when: 'a rule threw' },
  },
  hear(text) {
    const space = text.indexOf(' ');
    return {
      tag: '',
      verb: (space < 0 ? text : text.slice(0, space)).toUpperCase(),
      rest: space < 0 ? text.length : space + 1,
    };
  },
  encode({ rows }, _tag, { esmtp }) {
    const [first = '', ...more] = rows;
    const text = esmtp ? first : first.replace(ENHANCED, '$1 '); // RFC 2034: only after EHLO
    if (more.length === 0) return text + CRLF;
    const code = text.slice(0, 3);
    return [text.slice(4), ...more]
      .map((row, i) => `${code}${i === more.length ? ' ' : '-'}${row}${CRLF}`)
      .join('');
  },
};
