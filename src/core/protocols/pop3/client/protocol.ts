// The fetching side of POP3: a protocol like any other, whose verbs are the statuses of answers.
import { MINUTE } from '../../../base/time.ts';
import { CRLF } from '../../../base/octets.ts';
import { hearsAll } from '../../../spec/client.ts';
import type { Protocol, StateSpec } from '../../../spec/protocol.ts';
import { answers } from '../../../wire/answers.ts';
import { nothing } from '../../../wire/framing.ts';
import { family, hear } from './answer.ts';
import { connecting } from '../../device/connecting.ts';
import { badGoodbyes, goodbye, odd, partings } from './ending.ts';
import { arrived, marked, named, notArrived } from './letters.ts';
import { asked, greeted, inside, refusals, started, upgrades, welcome } from './login.ts';
import type { Collecting } from './shape.ts';

/** A status line has 512 octets (RFC 2449 §4), lists are as long as they are, and a letter may be large. */
const status = answers({ limit: 512 });
const list = answers({ many: true, limit: 1_048_576 });
const letter = answers({ many: true, limit: 67_108_864 });
const timeout = { after: 2 * MINUTE, signal: 'late' } as const;
const waiting = (title: string, rfc: StateSpec<Collecting>['rfc'], reads = status) =>
  ({ title, rfc, reads, over: 'endless', timeout }) as const;

export const collecting: Protocol<Collecting> = {
  id: 'pop3-client',
  title: 'POP3, fetching',
  initial: { name: 'connecting', data: {} },
  session: { secure: false, upgrade: false, marked: [] },
  states: {
    connecting: { title: 'Connecting', rfc: '1939#3', reads: nothing },
    securing: { title: 'TLS handshake', rfc: '8314#3.1', reads: nothing, timeout },
    greeting: waiting('Waiting to be greeted', '1939#3'),
    asking: waiting('Asked what it can do', '2449#5', list),
    starting: waiting('Asked for TLS', '2595#4'),
    upgrading: { title: 'TLS handshake, asked for', rfc: '2595#4', reads: nothing, timeout },
    naming: waiting('Said a name', '1939#7'),
    proving: waiting('Gave the password', '1939#7'),
    listing: waiting('Asked for the names of letters', '1939#7', list),
    fetching: waiting('Fetching a letter', '1939#5', letter),
    deleting: waiting('Marking a letter', '1939#5'),
    leaving: waiting('Leaving', '1939#6'),
  },
  commands: [
    greeted,
    ...asked,
    started,
    welcome,
    inside,
    ...refusals,
    named,
    arrived,
    notArrived,
    ...marked,
    odd,
    goodbye,
    ...badGoodbyes,
  ],
  signals: [...connecting({ greeting: '1939#3', tls: '8314#3.1' }), ...upgrades, ...partings],
  extensions: [],
  leniency: [],
  otherwise: hearsAll('answer'),
  hear,
  family,
  encode: ({ rows }) => rows.join(CRLF) + CRLF,
};
