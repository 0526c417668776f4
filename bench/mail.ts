// Letters: delivered here, passed on to another server, and ten thousand of them waiting for one.
import { encode64 } from '../src/core/base/base64.ts';
import { MINUTE } from '../src/core/base/time.ts';
import { step } from '../src/core/kernel/step.ts';
import type { Input, World } from '../src/core/kernel/world.ts';
import { heapOf, perSecond, type Figure } from './measure.ts';
import { CLIENT, data, lead, near, POP, SHORT, steps } from './near.ts';

const MX = 'mx1.example.com';
const SUBMIT = 'submit.example.com';
const DAVE = 'mx.example.org';
/** A mailbox that grows is another thing to measure. */
const FEW = SHORT / 10;
const MANY = 10_000;

const overSmtp = lead(
  near,
  { type: 'outside', event: { type: 'open', from: CLIENT, to: MX, port: 25, tls: null } },
  data('EHLO client.example.net\r\n'),
);
const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', serverName: SUBMIT };
/** alice has logged in. */
const handingIn = lead(
  near,
  { type: 'outside', event: { type: 'open', from: CLIENT, to: SUBMIT, port: 465, tls } },
  data(`EHLO client.example.net\r\nAUTH PLAIN ${encode64('\0alice\0paper lantern')}\r\n`),
);
/** As one pipelined group and the letter, a kilobyte long. */
const transaction = (from: string, to: string): readonly Input[] => [
  data(`MAIL FROM:<${from}>\r\nRCPT TO:<${to}>\r\nDATA\r\n`),
  data(`From: <${from}>\r\nSubject: Hello\r\n\r\n${`${'x'.repeat(70)}\r\n`.repeat(13)}.\r\n`),
];
const TO_BOB = transaction('dave@example.org', 'bob@example.com');
const TO_DAVE = transaction('alice@example.com', 'dave@example.org');

const lettersOf = (world: World, host: string, mailbox: string): number =>
  world.hosts[host]?.store.mailboxes[mailbox]?.rows.length ?? 0;
/** After one of them: the next ones find the DNS's answers known. */
function started(world: World, inputs: readonly Input[], host: string, mailbox: string): World {
  const start = lead(world, ...inputs);
  if (lettersOf(start, host, mailbox) !== lettersOf(world, host, mailbox) + 1)
    throw new Error(`the letter did not arrive in ${mailbox}`);
  return start;
}
function rate(start: World, inputs: readonly Input[], times = FEW): number {
  return perSecond(times, () => {
    let now = start;
    for (let i = 0; i < times; i++) for (const input of inputs) now = step(now, input).world;
  });
}
/** A client that sends every octet by itself. */
const octetByOctet = (inputs: readonly Input[]): readonly Input[] =>
  inputs.flatMap((input) =>
    input.type === 'outside' && input.event.type === 'data' ? Array.from(input.event.octets, data) : [],
  );
function heapOfStep(start: World, inputs: readonly Input[]): number {
  const [heap, kept] = heapOf(() => {
    const all: World[] = [start];
    for (let i = 0; i < FEW; i++)
      for (const input of inputs) all.push(step(all.at(-1) ?? start, input).world);
    return all;
  });
  return heap / kept.length;
}
/** Nobody can say where to, and then somebody can. */
function queue(): readonly Figure[] {
  const turn = (fault: 'servfail' | 'none'): Input => ({
    type: 'turn',
    knob: { type: 'fault', name: 'example.org', fault },
  });
  let world = lead(handingIn, turn('servfail'));
  const began = performance.now();
  for (let i = 0; i < MANY; i++) for (const input of TO_DAVE) world = step(world, input).world;
  const queued = performance.now();
  world = lead(world, turn('none'), { type: 'pass', until: world.now + 31 * MINUTE });
  const flushed = performance.now();
  if (lettersOf(world, DAVE, 'dave/INBOX') < MANY) throw new Error('letters are left in the queue');
  const all = `${MANY.toLocaleString('en')} letters`;
  return [
    { name: `smtp: ${all} into a queue`, value: (queued - began) / 1000, unit: 's' },
    { name: `smtp: ${all} out of it again`, value: (flushed - queued) / 1000, unit: 's' },
  ];
}

export function mail(): readonly Figure[] {
  const toBob = started(overSmtp, TO_BOB, POP, 'bob/INBOX');
  const singly = octetByOctet(TO_BOB);
  const toDave = started(handingIn, TO_DAVE, DAVE, 'dave/INBOX');
  return [
    { name: 'smtp: NOOP', value: steps(overSmtp, data('NOOP\r\n')), unit: '/s', target: ['>=', 500_000] },
    {
      name: 'smtp: a letter of 1 kB, delivered',
      value: rate(toBob, TO_BOB),
      unit: '/s',
      target: ['>=', 50_000],
    },
    {
      name: 'smtp: octets of such a letter, one by one',
      value: rate(toBob, singly, 4) * singly.length,
      unit: '/s',
    },
    {
      name: 'smtp: a letter of 1 kB handed in, passed on, delivered',
      value: rate(toDave, TO_DAVE),
      unit: '/s',
      target: ['>=', 8000],
    },
    { name: 'smtp: heap of a kept step of that', value: heapOfStep(toDave, TO_DAVE), unit: 'B' },
    ...queue(),
  ];
}
