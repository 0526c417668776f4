// One journal, one trace, forever. A difference means that old journals no longer mean what they meant: read every changed line,
// then write the file again with UPDATE=1 and say so in the change log.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MINUTE } from '../../src/core/base/time.ts';
import { hashOf } from '../../src/core/kernel/hash.ts';
import { replay } from '../../src/core/kernel/timeline.ts';
import type { Input } from '../../src/core/kernel/world.ts';
import type { TraceEvent } from '../../src/core/trace/event.ts';
import { CLIENT, POP, testWorld } from '../world.ts';

const quiet: Input = { type: 'pass', until: 'quiet' };
const type = (...lines: readonly string[]): readonly Input[] =>
  lines.flatMap((line) => [{ type: 'type', console: 'you@client', octets: `${line}\n` }, quiet]);
const data = (conn: number, octets: string): Input => ({
  type: 'outside',
  event: { type: 'data', conn, octets },
});

/** A letter read over TLS and deleted; a maildrop in use; a cable cut before QUIT; a client that falls asleep. */
const journal: readonly Input[] = [
  { type: 'open', console: 'you@client', host: CLIENT },
  ...type(
    `openssl s_client -quiet -crlf -connect ${POP}:995`,
    'USER bob',
    'PASS correct-horse',
    'RETR 2',
    'DELE 2',
  ),
  { type: 'outside', event: { type: 'open', from: CLIENT, to: POP, port: 110, tls: null } },
  quiet,
  data(2, 'USER bob\r\nPASS correct-horse\r\nQUIT\r\n'),
  quiet,
  { type: 'outside', event: { type: 'closed', conn: 2, how: 'close' } },
  quiet,
  ...type('QUIT'),
  { type: 'turn', knob: { type: 'link', between: [CLIENT, POP], set: { segment: 16, loss: 4 } } },
  ...type(`telnet ${POP} 110`, 'USER erin', 'CAPA', 'USER bob', 'PASS correct-horse', 'DELE 1'),
  { type: 'cut', conn: 3, after: 3 },
  ...type('QUIT'),
  { type: 'outside', event: { type: 'open', from: CLIENT, to: POP, port: 110, tls: null } },
  data(4, 'NO'),
  { type: 'pass', until: 30 * MINUTE },
];

const readable = (event: TraceEvent): string => {
  const { id, at, cause, type: kind, ...rest } = event;
  return `${id} @${at} <${cause} ${kind} ${JSON.stringify(rest)}`;
};
it('a fixed journal yields the trace it always did', () => {
  const { trace } = replay(testWorld({ link: { latency: 20_000 } }), journal);
  const now = `hash ${hashOf(trace)}\n${trace.map(readable).join('\n')}\n`;
  const file = new URL('trace.txt', import.meta.url);
  if (process.env['UPDATE'] === '1') writeFileSync(file, now);
  expect(now.split('\n')).toEqual(readFileSync(file, 'utf8').split('\n'));
});
