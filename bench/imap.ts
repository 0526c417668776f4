// IMAP on a mailbox of a hundred thousand messages: what a client waits for, the first time and again.
import '../src/core/parts/all.ts';
import { step } from '../src/core/kernel/step.ts';
import type { Input, World } from '../src/core/kernel/world.ts';
import { manyMessages } from '../src/core/scenario/catalogue/many-messages.ts';
import { heapOf, perSecond, type Figure } from './measure.ts';

const CLIENT = 'client.example.net';
const IMAP = 'imap.example.com';
const BOX = 'alice/INBOX';
const MANY = 100_000;
const SOME = 1000;
const SHORT = 2000;

const data = (octets: string): Input => ({ type: 'outside', event: { type: 'data', conn: 1, octets } });
const line = (text: string): Input => data(`a1 ${text}\r\n`);
const lead = (world: World, ...inputs: readonly Input[]): World =>
  inputs.reduce((now, input) => step(now, input).world, world);
/** No distance, and passwords in clear: a step is then a whole exchange. */
const near = (world: World): World =>
  lead(
    { ...world, links: {}, link: { latency: 0, segment: 0, loss: 0 } },
    { type: 'turn', knob: { type: 'policy', host: IMAP, set: { tls: 'optional' } } },
    { type: 'outside', event: { type: 'open', from: CLIENT, to: IMAP, port: 143, tls: null } },
    line('LOGIN alice "paper lantern"'),
  );

interface Timed {
  readonly world: World;
  readonly ms: number;
}
/** Fails when the step is not the answer it is taken for. */
function timed(world: World, command: string): Timed {
  const input = line(command);
  const start = performance.now();
  const done = step(world, input);
  const ms = performance.now() - start;
  const last = done.trace.findLast((it) => it.type === 'wire');
  if (last?.type !== 'wire' || !/(?:^|\n)a1 OK[^\n]*\n$/.test(last.octets.slice(-300)))
    throw new Error(`no answer to ${command.slice(0, 60)}`);
  return { world: done.world, ms };
}
const best = (times: readonly number[]): number => Math.min(...times);
const RUNS = 5;
function ms(name: string, value: number, limit: number): Figure {
  return { name: `imap: ${name}`, value, unit: 'ms', target: ['<=', limit] };
}
/** From the same world each time. */
const again = (name: string, world: World, command: string, limit: number): Figure =>
  ms(name, best(Array.from({ length: RUNS }, () => timed(world, command).ms)), limit);
const twice = (name: string, world: World, command: string): readonly Figure[] => [
  ms(`${name}, first`, timed(world, command).ms, 2000),
  again(`${name}, again`, world, command, 300),
];
/** Every hundredth UID. */
const scattered = Array.from({ length: SOME }, (_, i) => i * (MANY / SOME) + 7).join(',');

function changing(open: World): readonly Figure[] {
  const marked = timed(open, `UID STORE ${scattered} +FLAGS (\\Deleted)`).world;
  return [
    again('STORE 1:*', open, 'STORE 1:* +FLAGS (\\Flagged)', 100),
    again('STORE of 1,000 scattered', open, `UID STORE ${scattered} +FLAGS (\\Deleted)`, 50),
    again('EXPUNGE of 1,000 scattered', marked, 'EXPUNGE', 50),
  ];
}
/** 500 flags and 500 messages gone since the client was here. */
function resync(closed: World, open: World): Figure {
  const box = closed.hosts[IMAP]?.store.mailboxes[BOX];
  const half = scattered.split(',');
  const flagged = timed(
    open,
    `UID STORE ${half.slice(0, SOME / 2).join(',')} +FLAGS.SILENT (\\Answered)`,
  ).world;
  const marked = timed(
    flagged,
    `UID STORE ${half.slice(SOME / 2).join(',')} +FLAGS.SILENT (\\Deleted)`,
  ).world;
  const left = timed(timed(marked, 'EXPUNGE').world, 'UNSELECT').world;
  const enabled = timed(left, 'ENABLE QRESYNC').world;
  const select = `SELECT INBOX (QRESYNC (${box?.uidValidity ?? 0} ${box?.modseq ?? 0}))`;
  return again('QRESYNC after 1,000 changes', enabled, select, 50);
}
function reading(open: World): readonly Figure[] {
  return [
    again('SEARCH UNSEEN FLAGGED', open, 'SEARCH OR UNSEEN FLAGGED', 50),
    again('FETCH 1:* (UID FLAGS)', open, 'FETCH 1:* (UID FLAGS)', 50),
    ...twice('FETCH 1:* ENVELOPE', open, 'FETCH 1:* ENVELOPE'),
    ...twice('SEARCH SUBJECT FROM', open, 'SEARCH SUBJECT "kettle, shelf" FROM ida'),
    ...twice('SORT (SUBJECT REVERSE DATE)', open, 'SORT (SUBJECT REVERSE DATE) UTF-8 ALL'),
    ...twice('SORT (FROM TO CC)', open, 'SORT (FROM TO CC) UTF-8 ALL'),
    ...twice('THREAD ORDEREDSUBJECT', open, 'THREAD ORDEREDSUBJECT UTF-8 ALL'),
    ...twice('THREAD REFERENCES', open, 'THREAD REFERENCES UTF-8 ALL'),
  ];
}
function noops(open: World): Figure {
  const input = line('NOOP');
  const value = perSecond(SHORT, () => {
    let now = open;
    for (let i = 0; i < SHORT; i++) now = step(now, input).world;
  });
  return { name: 'imap: NOOP, a hundred thousand selected', value, unit: '/s', target: ['>=', 500_000] };
}

export function imap(): readonly Figure[] {
  const start = performance.now();
  const [rows, closed] = heapOf(() => near(manyMessages()));
  const made = performance.now() - start;
  const open = timed(closed, 'SELECT INBOX').world;
  const [caches, figures] = heapOf(() => [
    again('SELECT', closed, 'SELECT INBOX', 50),
    noops(open),
    ...changing(open),
    resync(closed, open),
    ...reading(open),
  ]);
  return [
    { name: 'imap: a world of a hundred thousand messages is made in', value: made, unit: 'ms' },
    ...figures,
    {
      name: 'imap: heap, with all that was read of them',
      value: (rows + caches) / 1e6,
      unit: 'MB',
      target: ['<=', 250],
    },
  ];
}
