import { answerSpans } from './answer-spans.ts';
import { MINUTE } from '../../base/time.ts';
import type { Host } from '../../host/host.ts';
import { helpFor } from '../../spec/help.ts';
import type { Extension, Protocol } from '../../spec/protocol.ts';
import { dotted } from '../../wire/dotted.ts';
import { counted, lines, nothing, type Framing } from '../../wire/framing.ts';
import { saysSecret } from '../sasl/exchange.ts';
import { offered } from '../sasl/mechanisms.ts';
import { content, data, scanned, tooMuch } from './commands/data.ts';
import { ehlo, helo, lhlo } from './commands/ehlo.ts';
import { help } from './commands/help.ts';
import { mail } from './commands/mail.ts';
import { noop } from './commands/noop.ts';
import { obsolete } from './commands/obsolete.ts';
import { quit } from './commands/quit.ts';
import { rcpt } from './commands/rcpt.ts';
import { rset } from './commands/rset.ts';
import { closed, dropped, idle, opened, patient, shutdown } from './commands/session.ts';
import { expn, vrfy } from './commands/verify.ts';
import { auth } from './extensions/auth.ts';
import { binaryMime, eightBitMime } from './extensions/body.ts';
import { chunking } from './extensions/chunking.ts';
import { deliverBy } from './extensions/deliverby.ts';
import { enhancedStatusCodes } from './extensions/enhancedstatuscodes.ts';
import { dsn } from './extensions/dsn.ts';
import { etrn } from './extensions/etrn.ts';
import { futureRelease } from './extensions/futurerelease.ts';
import { hideable, rare } from './extensions/hideable.ts';
import { mtPriority } from './extensions/mt-priority.ts';
import { pipelining } from './extensions/pipelining.ts';
import { requireTls } from './extensions/requiretls.ts';
import { size } from './extensions/size.ts';
import { smtpUtf8 } from './extensions/smtputf8.ts';
import { startTls } from './extensions/starttls.ts';
import { hear, LONGEST } from './hear.ts';
import { EXAMPLE } from './hello.ts';
import { aheadOfTls, commandLf, leniency, lfTolerant } from './leniency.ts';
import {
  afterFailure,
  beforeHello,
  betweenChunks,
  misreads,
  otherwise,
  responding,
  withoutEnvelope,
  withoutRecipients,
  withRecipients,
} from './otherwise.ts';
import { wrongDomain } from './path.ts';
import { literalOf } from './received.ts';
import { encode } from './reply.ts';
import { helloOf, type Smtp } from './shape.ts';

/** Lines that end in CR LF; where the host is lenient, in a bare LF too. */
function upTo(limit: number, rfc: Framing['rfc']): (data: unknown, host: Host) => Framing {
  const [strict, lenient] = [lines(limit, rfc), lines(limit, rfc, { lf: true })];
  return (_data, host) => (commandLf.tolerated(host) ? lenient : strict);
}
const line = upTo(LONGEST, '5321#4.5.3.1.4');
const response = upTo(12_288, '4954#4');
const letter = (_data: unknown, host: Host): Framing =>
  dotted(
    {
      total: host.policy.maxSize,
      line: Infinity,
      lf: lfTolerant.tolerated(host),
      kept: host.policy.dotBug,
    },
    '5321#4.5.2',
  );
const timeout = { after: 5 * MINUTE, signal: 'idle' } as const;

const extensions: readonly Extension<Smtp>[] = [
  pipelining,
  size,
  eightBitMime,
  chunking,
  binaryMime,
  smtpUtf8,
  startTls,
  auth,
  enhancedStatusCodes,
  dsn,
  ...[deliverBy, futureRelease, mtPriority, requireTls, etrn].map(rare),
].map(hideable);

export const smtp: Protocol<Smtp> = {
  id: 'smtp',
  title: 'SMTP',
  initial: { name: 'connected', data: {} },
  session: {
    role: 'mx',
    peer: '',
    tls: false,
    esmtp: false,
    since: 0,
    enhanced: false,
    client: '',
    user: '',
    utf8: false,
    challenges: 0,
    transactions: 0,
  },
  secured: { tls: true },
  usual: ['RSET', 'EHLO', 'LHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA'],
  hello: helloOf,
  states: {
    connected: { title: 'Connected', rfc: '5321#3.1', reads: nothing, timeout },
    hesitating: {
      title: 'Letting the client wait',
      rfc: '5321#4.3.1',
      reads: nothing,
      timeout: { after: ({ delay }) => delay, signal: 'greet' },
    },
    greeted: { title: 'Say hello', rfc: '5321#4.1.1.1', reads: line, timeout, otherwise: beforeHello },
    ready: { title: 'No envelope yet', rfc: '5321#3.3', reads: line, timeout, otherwise: withoutEnvelope },
    mail: { title: 'Sender known', rfc: '5321#3.3', reads: line, timeout, otherwise: withoutRecipients },
    recipients: {
      title: 'Recipients known',
      rfc: '5321#3.3',
      reads: line,
      timeout,
      otherwise: withRecipients,
    },
    content: {
      title: 'The letter itself',
      rfc: '5321#4.1.1.4',
      reads: letter,
      as: 'content',
      over: 'tooMuch',
      timeout,
    },
    chunk: {
      title: 'A counted chunk',
      rfc: '3030#2',
      reads: ({ body, size }, host) => counted(size, host.policy.maxSize - body.length),
      as: 'chunk',
      over: 'tooMuch',
      timeout,
    },
    chunked: { title: 'Between chunks', rfc: '3030#2', reads: line, timeout, otherwise: betweenChunks },
    skipping: {
      title: 'Swallowing an unwanted chunk',
      rfc: '3030#2',
      reads: ({ size }) => counted(size, 0),
      as: 'chunk',
      over: 'chunk',
      timeout,
    },
    failed: { title: 'Half-way failed', rfc: '3030#2', reads: line, timeout, otherwise: afterFailure },
    authenticating: {
      title: 'Proving who you are',
      rfc: '4954#4',
      reads: response,
      as: 'response',
      secret: ({ exchange }, line) => saysSecret(exchange, line),
      timeout,
      otherwise: responding,
    },
    securing: {
      title: 'TLS handshake',
      rfc: '3207#4',
      reads: nothing,
      carries: aheadOfTls.tolerated,
      timeout,
    },
    scanning: {
      title: 'Looking into the letter',
      rfc: '1047',
      reads: nothing,
      timeout: { after: ({ delay }) => delay, signal: 'scanned' },
    },
    mute: { title: 'Taken without a word', rfc: '1047', reads: nothing, timeout },
  },
  commands: [
    ehlo,
    helo,
    lhlo,
    mail,
    rcpt,
    data,
    rset,
    noop,
    vrfy,
    expn,
    help((session, host) => helpFor(smtp, session, host)),
    quit,
    ...obsolete,
  ],
  signals: [opened, patient, content, scanned, tooMuch, closed, dropped, idle, shutdown],
  extensions,
  leniency,
  otherwise,
  hear,
  misreads,
  bears: ({ policy }) => policy.dropAfter,
  encode,
  answerSpans,
  hints: (_at, session, host) => ({
    mechanism: offered({ session, host }),
    'client-name': session.peer === '' ? [] : [literalOf(session.peer)],
    'client-domain': [session.client !== '' && wrongDomain(session.client) === '' ? session.client : EXAMPLE],
  }),
};
