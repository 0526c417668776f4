// Letters of everyday: what a person's program writes, and what the servers on the way put on top of it.
import { draw } from '../../base/random.ts';
import { unixOf } from '../../base/time.ts';
import type { Octets } from '../../base/octets.ts';
import { dateTime } from '../../mail/date-time.ts';
import { letter } from './letter.ts';

/** In 2026, by the writer's clock. */
export type When = readonly [month: number, day: number, hour: number, minute: number];
export interface Post {
  /** As in the header: `Dave Rivers <dave@example.org>`. */
  readonly from: string;
  readonly to: string;
  readonly written: When;
  readonly subject: string;
  readonly text: string;
  /** '': it has none. */
  readonly id?: string;
  /** Header fields of its own, a line each. */
  readonly fields?: string;
  /** Absent: plain text in ASCII. */
  readonly content?: string;
  /** False: it was never sent. */
  readonly sent?: boolean;
}
/** Where the people live: the server that hands their letters on, and their clock in minutes east of UTC. */
const HOMES: Readonly<
  Record<string, { readonly server: string; readonly address: string; readonly zone: number }>
> = {
  'example.com': { server: 'submit.example.com', address: '192.0.2.20', zone: 0 },
  'example.org': { server: 'mail.example.org', address: '198.51.100.20', zone: 60 },
  'example.net': { server: 'out.example.net', address: '203.0.113.40', zone: 0 },
  'xn--bcher-kva.example': { server: 'mx-eai.xn--bcher-kva.example', address: '203.0.113.90', zone: 60 },
};
const NOWHERE = { server: 'mail.mill.example', address: '198.51.100.99', zone: 0 };
const SECONDS_UNDER_WAY = 4;

/** Unix seconds. */
export const unixAt = ([month, day, hour, minute]: When): number =>
  unixOf({ year: 2026, month, day, hour, minute, second: 0 });
export function post({ from, to, written, subject, text, id, fields, content, sent = true }: Post): Octets {
  const address = addressIn(from);
  const home = HOMES[address.slice(address.indexOf('@') + 1)] ?? NOWHERE;
  const date = shown(unixAt(written) - home.zone * 60, home.zone);
  const name =
    id ??
    `2026${written.map((n) => String(n).padStart(2, '0')).join('')}.${mark(address, subject)}@${home.server}`;
  return letter(
    [
      ...(sent ? trace(address, addressIn(to), written, home) : []),
      `Date: ${date}`,
      `From: ${from}`,
      `To: ${to}`,
      `Subject: ${subject}`,
      ...(name === '' ? [] : [`Message-ID: <${name}>`]),
      ...(fields === undefined ? [] : [fields]),
      'MIME-Version: 1.0',
      content ?? 'Content-Type: text/plain; charset=us-ascii',
      '',
      text.replace(/^\n/, ''),
    ].join('\n'),
  );
}
const addressIn = (text: string): string => /<([^>]*)>/.exec(text)?.[1] ?? text.split(',')[0] ?? text;
const mark = (...keys: readonly string[]): string =>
  draw(0, ...keys)
    .toString(36)
    .toUpperCase();
function trace(
  from: string,
  to: string,
  written: When,
  { server, address, zone }: (typeof HOMES)[string],
): readonly string[] {
  const at = unixAt(written) - zone * 60 + SECONDS_UNDER_WAY;
  const [by, at2] = to.endsWith('@example.org') ? ['mx.example.org', 60] : ['mx1.example.com', 0];
  return [
    `Return-Path: <${from}>`,
    `Received: from ${server}`,
    ` (${server} [${address}])`,
    ` by ${by} with ESMTPS id ${mark(from, to, String(at))}`,
    ` for <${to}>; ${shown(at, at2)}`,
  ];
}
/** With the clock of a place. */
export const shown = (unix: number, zone: number): string =>
  `${dateTime(unix + zone * 60).slice(0, -UTC.length)}+${String((zone / 60) * 100).padStart(4, '0')}`;
const UTC = '+0000';
