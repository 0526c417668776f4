// The reading side of IMAP: a protocol like any other, whose verbs are the kinds of responses.
import { MINUTE } from '../../../base/time.ts';
import { CRLF } from '../../../base/octets.ts';
import { hearsAll } from '../../../spec/client.ts';
import type { Protocol, StateSpec } from '../../../spec/protocol.ts';
import { nothing } from '../../../wire/framing.ts';
import { literalLines } from '../../../wire/literal-lines.ts';
import { connecting } from '../../device/connecting.ts';
import { aside, bye, goodbyes, oddities, partings } from './ending.ts';
import { clicked, happened, longEnough } from './listen.ts';
import { able, greeted, insides, refusals, started, toLists, upgrades } from './login.ts';
import { family, hear } from './response.ts';
import { nowhere, type Browsing } from './shape.ts';
import { done, literal, refused } from './work.ts';

/** A client takes literals as they come (RFC 9051 §4.3). */
const reads = literalLines({ line: 1_048_576 });
const timeout = { after: 2 * MINUTE, signal: 'late' } as const;
const waiting = (title: string, rfc: StateSpec<Browsing>['rfc']) =>
  ({ title, rfc, reads, over: 'endless', timeout }) as const;

export const browsing: Protocol<Browsing> = {
  id: 'imap-client',
  title: 'IMAP, reading',
  initial: { name: 'connecting', data: {} },
  session: {
    secure: false,
    upgrade: false,
    count: 0,
    can: [],
    qresync: false,
    listed: [],
    open: nowhere,
    made: '',
  },
  states: {
    connecting: { title: 'Connecting', rfc: '9051#2.2', reads: nothing },
    securing: { title: 'TLS handshake', rfc: '8314#3.2', reads: nothing, timeout },
    greeting: waiting('Waiting to be greeted', '9051#7.1'),
    starting: waiting('Asked for TLS', '9051#6.2.1'),
    upgrading: { title: 'TLS handshake, asked for', rfc: '9051#6.2.1', reads: nothing, timeout },
    proving: waiting('Gave name and password', '9051#6.2.3'),
    asking: waiting('Asked what it can do', '9051#6.1.1'),
    enabling: waiting('Asked for QRESYNC', '7162#3.2.3'),
    listing: waiting('Asked for the mailboxes', '9051#6.3.9'),
    selecting: waiting('Opening a mailbox', '9051#6.3.2'),
    comparing: waiting('Comparing flags', '4549#4.3.1'),
    heading: waiting('Fetching headers', '9051#6.4.5'),
    working: waiting('Doing what was clicked', '9051#6.4'),
    filing: waiting('Announced a letter', '9051#6.3.12'),
    listening: {
      title: 'Listening',
      rfc: '9051#6.3.13',
      reads,
      over: 'endless',
      timeout: { after: 28 * MINUTE, signal: 'late' },
    },
    rousing: waiting('Ended IDLE', '9051#6.3.13'),
    leaving: waiting('Leaving', '9051#6.1.3'),
  },
  commands: [
    greeted,
    started,
    ...insides,
    able,
    ...toLists,
    ...refusals,
    done,
    refused,
    literal,
    happened,
    aside,
    bye,
    ...oddities,
    ...goodbyes,
  ],
  signals: [
    ...connecting({ greeting: '9051#2.2', tls: '8314#3.2' }),
    ...upgrades,
    clicked,
    longEnough,
    ...partings,
  ],
  extensions: [],
  leniency: [],
  otherwise: hearsAll('response'),
  hear,
  family,
  encode: ({ rows }) => rows.join(CRLF) + CRLF,
};
