// Where segments begin in a send, and what of a connection an eavesdropper has had by then.
import { expect, test } from 'vitest';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { bordersOf, givenAway, type Shown } from '../../../src/ui/bytes/shown.ts';
import { TLS, typed } from './session.ts';

function shownIn(trace: readonly TraceEvent[], said: string): Shown {
  const index = trace.findIndex((event) => event.type === 'wire' && event.octets.startsWith(said));
  const send = trace[index];
  if (send?.type !== 'wire') throw new Error(`nobody said ${said}`);
  return { index, send, from: '', to: '' };
}
test('a long reply goes in segments as long as the link allows; a short one is one', () => {
  const between = ['client.example.net', 'mx1.example.com'] as const;
  const { trace } = typed(
    ['telnet mx1.example.com 25', 'EHLO client.example.net'],
    [{ type: 'turn', knob: { type: 'link', between, set: { segment: 64 } } }],
  );
  const long = shownIn(trace, '250-');
  const size = long.send.type === 'wire' ? long.send.octets.length : 0;
  const borders = long.send.type === 'wire' ? bordersOf(long.send) : [];
  expect(borders).toEqual(Array.from({ length: Math.ceil(size / 64) - 1 }, (_, i) => (i + 1) * 64));
  const short = shownIn(trace, 'EHLO');
  expect(short.send.type === 'wire' && bordersOf(short.send)).toEqual([]);
});
test('in clear everything is given away, over TLS sizes', () => {
  const clear = typed(['telnet mx1.example.com 25', 'EHLO client.example.net']).trace;
  const open = givenAway(clear, shownIn(clear, 'EHLO'));
  expect(open).toMatchObject({ lines: 2, sealed: 0 });
  const sealed = typed([TLS, 'USER bob']).trace;
  const shut = givenAway(sealed, shownIn(sealed, 'USER'));
  expect(shut).toMatchObject({ lines: 0, clear: 0 });
  expect(shut.records).toMatchObject([{ record: 'ApplicationData', size: 'USER bob\r\n'.length + 22 }]);
});
