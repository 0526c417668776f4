// A short session, for everything that reads a trace.
import { begin, record, type Timeline } from '../../../src/core/kernel/timeline.ts';
import type { Input } from '../../../src/core/kernel/world.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';

export const TLS = 'openssl s_client -quiet -crlf -connect pop.example.com:995';
export function typed(lines: readonly string[], before: readonly Input[] = []): Timeline {
  const timeline = begin(standard());
  for (const input of before) record(timeline, input);
  for (const line of lines) {
    record(timeline, { type: 'type', console: 'you@client', octets: `${line}\n` });
    record(timeline, { type: 'pass', until: 'quiet' });
  }
  return timeline;
}
