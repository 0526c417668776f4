// The sending side of SMTP: a protocol like any other, whose verbs are the codes of replies. An exact code wins over its family.
import { MINUTE } from '../../../base/time.ts';
import { CRLF } from '../../../base/octets.ts';
import { noMission } from '../../../host/errand.ts';
import { hearsAll } from '../../../spec/client.ts';
import type { Protocol, StateSpec } from '../../../spec/protocol.ts';
import { nothing } from '../../../wire/framing.ts';
import { replies } from '../../../wire/replies.ts';
import { closed, endless, goodbyes, late, leaving421, oddities, refused } from './ending.ts';
import { accepted, draining, named, refusedRecipient, refusedSender } from './envelope.ts';
import {
  known,
  knownOfOld,
  never,
  notNow,
  notStarted,
  proven,
  notProven,
  opened,
  start,
  unknown,
  welcomed,
} from './hello.ts';
import { go, refusedLetter, taken } from './letter.ts';
import { family, hear } from './reply.ts';
import type { Sending } from './shape.ts';
import { insecure, secured } from './tls.ts';

const reads = replies();
/** How long a reply may take (RFC 5321 §4.5.3.2). */
const patient = (title: string, rfc: StateSpec<Sending>['rfc'], minutes: number) =>
  ({ title, rfc, reads, over: 'endless', timeout: { after: minutes * MINUTE, signal: 'late' } }) as const;

export const sending: Protocol<Sending> = {
  id: 'smtp-client',
  title: 'SMTP, sending',
  initial: { name: 'connecting', data: {} },
  session: { mission: noMission, tls: false, offers: {}, open: [] },
  states: {
    connecting: { title: 'Connecting', rfc: '5321#3.1', reads: nothing },
    greeting: patient('Waiting to be greeted', '5321#4.5.3.2.1', 5),
    hello: patient('Said EHLO', '5321#4.1.1.1', 5),
    oldHello: patient('Said HELO', '5321#4.1.1.1', 5),
    starting: patient('Asked for TLS', '3207#4', 5),
    securing: {
      title: 'TLS handshake',
      rfc: '3207#4',
      reads: nothing,
      timeout: { after: 5 * MINUTE, signal: 'late' },
    },
    proving: patient('Said who sends', '4954#4', 5),
    sender: patient('Named the sender', '5321#4.5.3.2.2', 5),
    recipients: patient('Naming recipients', '5321#4.5.3.2.3', 5),
    draining: patient('Hearing the rest', '2920#3.1', 5),
    asking: patient('Asked to hand over', '5321#4.5.3.2.4', 2),
    letter: patient('Handed over', '5321#4.5.3.2.6', 10),
    leaving: patient('Leaving', '5321#4.1.1.10', 5),
  },
  commands: [
    welcomed,
    notNow,
    never,
    known,
    unknown,
    knownOfOld,
    start,
    ...notStarted,
    proven,
    ...notProven,
    named,
    ...refusedSender,
    accepted,
    ...refusedRecipient,
    ...draining,
    go,
    ...refusedLetter,
    taken,
    leaving421,
    ...oddities,
    ...goodbyes,
  ],
  signals: [opened, refused, secured, insecure, closed, late, endless],
  extensions: [],
  leniency: [],
  otherwise: hearsAll('reply'),
  hear,
  family,
  encode: ({ rows }) => rows.join(CRLF) + CRLF,
};
