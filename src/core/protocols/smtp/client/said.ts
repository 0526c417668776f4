// What is said of an envelope: the lines of MAIL and RCPT, with a parameter only where its extension is offered (RFC 5321 §4.1.1.11).
import { SECOND, type Micros } from '../../../base/time.ts';
import type { Envelope, Job, Recipient } from '../../../host/spool.ts';
import { deadlineOf, notifyOf } from '../../../host/wishes.ts';
import { bracketed } from '../../../mail/mailbox.ts';
import type { Cx } from '../../../spec/protocol.ts';
import { encodeXtext } from '../xtext.ts';
import { bodyFor, wireSize } from './content.ts';
import { offers, type Offers } from './offers.ts';
import type { Sending } from './shape.ts';

type Parameter = readonly [extension: string, text: string | undefined];
function withParameters(said: string, all: Offers, parameters: readonly Parameter[]): string {
  let line = said;
  for (const [extension, text] of parameters)
    if (text !== undefined && offers(all, extension)) line += ` ${text}`;
  return line;
}
const valued = (name: string, value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? `${name}=${value}` : undefined;

export function mailLine({ host, now }: Pick<Cx<Sending>, 'host' | 'now'>, job: Job, all: Offers): string {
  const { body, envelope } = job;
  const { reversePath, given } = envelope;
  const { ENVID: envid } = given;
  return withParameters(`FROM:${bracketed(reversePath)}`, all, [
    ['SIZE', `SIZE=${wireSize(bodyFor(job, all, host.policy) ?? body)}`],
    ['8BITMIME', valued('BODY', given['BODY'])],
    ['SMTPUTF8', given['SMTPUTF8'] === true ? 'SMTPUTF8' : undefined],
    ['DSN', valued('RET', given['RET'])],
    ['DSN', typeof envid === 'string' ? `ENVID=${encodeXtext(envid)}` : undefined],
    ['DELIVERBY', byFor(envelope, now)],
    ['MT-PRIORITY', valued('MT-PRIORITY', given['MT-PRIORITY'])],
    ['REQUIRETLS', given['REQUIRETLS'] === true ? 'REQUIRETLS' : undefined],
  ]);
}
/** The time that is left (RFC 2852 §4.1.4); it may be over already. */
function byFor(envelope: Envelope, now: Micros): string | undefined {
  const due = deadlineOf(envelope);
  return due && `BY=${Math.ceil((due.at - now) / SECOND)};${due.mode}${due.trace ? 'T' : ''}`;
}

export function rcptLine({ envelope }: Job, place: number, all: Offers): string {
  const to = envelope.recipients[place];
  if (!to) return 'TO:<>';
  return withParameters(`TO:${bracketed(to.forwardPath)}`, all, [
    ['DSN', notifyFor(envelope, to, all)],
    ['DSN', orcptFor(to)],
  ]);
}
/** Who may be late and cannot say so to the next server asks it at least to tell of delays (RFC 2852 §4.1.4.2). */
function notifyFor(envelope: Envelope, to: Recipient, all: Offers): string | undefined {
  const said = notifyOf(to);
  const delays = deadlineOf(envelope)?.mode === 'N' && !offers(all, 'DELIVERBY');
  if (!delays || said?.includes('NEVER')) return said && `NOTIFY=${said.join(',')}`;
  return `NOTIFY=${[...new Set([...(said ?? ['FAILURE']), 'DELAY'])].join(',')}`;
}
function orcptFor({ given: { ORCPT: said } }: Recipient): string | undefined {
  if (typeof said !== 'string') return undefined;
  const [, type = '', address = ''] = /^([^;]*);(.*)$/s.exec(said) ?? [];
  return type === '' ? undefined : `ORCPT=${type};${encodeXtext(address)}`;
}
