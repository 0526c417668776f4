// Somebody at a terminal: types, and reads what is printed. Everything goes through the kernel.
import { expect, test } from 'vitest';
import type { Octets } from '../../../src/core/base/octets.ts';
import { step } from '../../../src/core/kernel/step.ts';
import type { Input, World } from '../../../src/core/kernel/world.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { CLIENT, testWorld, type Wish } from '../../world.ts';

export const SEAT = 'you@client';
/** Keys that are no letters. */
export const KEY = { c: '\x03', d: '\x04', escape: '\x1d', z: '\x1a' } as const;

export interface Terminal {
  world: World;
  readonly trace: TraceEvent[];
}
/** With a latency, so that programs do wait for the network. */
export function sitDown(wish: Wish = {}): Terminal {
  const world = testWorld({ link: { latency: 20_000, segment: 1460 }, ...wish });
  const terminal: Terminal = { world, trace: [] };
  feed(terminal, { type: 'open', console: SEAT, host: CLIENT });
  return terminal;
}
export function feed(terminal: Terminal, ...inputs: readonly Input[]): readonly TraceEvent[] {
  const from = terminal.trace.length;
  for (const input of inputs) {
    const { world, trace } = step(terminal.world, input);
    terminal.world = world;
    terminal.trace.push(...trace);
  }
  return terminal.trace.slice(from);
}
export const printed = (trace: readonly TraceEvent[]): Octets =>
  trace.flatMap((event) => (event.type === 'printed' ? [event.octets] : [])).join('');
/** What went out, one send after the other. */
export const sent = (trace: readonly TraceEvent[]): readonly Octets[] =>
  trace.flatMap((event) => (event.type === 'wire' && event.dir === 'a>b' ? [event.octets] : []));

/** A greeting's timestamp depends on the clock. */
const masked = (text: Octets): Octets => text.replaceAll(/<\d[^>]*@[^>]*>/g, '<stamp>');
export const typed = (terminal: Terminal, octets: Octets): readonly TraceEvent[] =>
  feed(terminal, { type: 'type', console: SEAT, octets }, { type: 'pass', until: 'quiet' });
export const type = (terminal: Terminal, octets: Octets): Octets => masked(printed(typed(terminal, octets)));
export const state = ({ world }: Terminal): unknown => world.consoles[0]?.state;

/** What is typed (Enter after it, unless it is a key), and the lines it prints; a line that ends in \r came from a server. */
export type Row = readonly [typed: Octets, ...printed: readonly Octets[]];
export const GREETING = '+OK pop.example.com POP3 server ready <stamp>\r';
const keys: readonly string[] = Object.values(KEY);
export const entered = (text: Octets): Octets => (keys.includes(text) ? text : `${text}\n`);

/** A session as a table. The words are those the real tools printed against a server of ours. */
export const session = (name: string, rows: readonly Row[], wish: Wish = {}): void =>
  test.each([[name]])('%s', () => {
    const terminal = sitDown(wish);
    const seen = rows.map(([text]): Row => [text, ...type(terminal, entered(text)).split('\n').slice(0, -1)]);
    expect(seen).toEqual(rows);
    expect(terminal.trace.filter((event) => event.type === 'fault')).toEqual([]);
  });
