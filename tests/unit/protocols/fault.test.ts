// A bug in one of our rules costs one session, and nobody else anything.
import { expect, test } from 'vitest';
import { machinesWith } from '../../machines.ts';
import { stepper } from '../../../src/core/kernel/step.ts';
import type { Input } from '../../../src/core/kernel/world.ts';
import { pop3 } from '../../../src/core/protocols/pop3/protocol.ts';
import { command } from '../../../src/core/protocols/pop3/shape.ts';
import { none } from '../../../src/core/spec/grammar.ts';
import { anyMachine } from '../../../src/core/spec/forget.ts';
import { machineOf } from '../../../src/core/spec/interpret.ts';
import { CLIENT, POP, testWorld } from '../../world.ts';

const buggy = command({
  verb: 'NOOP',
  from: ['transaction'],
  args: none,
  rfc: '1939#5',
  summary: '',
  outcomes: { never: { to: 'same', when: 'never' } },
  run() {
    throw new Error('a bug');
  },
});
const commands = pop3.commands.map((it) => (it.verb === 'NOOP' ? buggy : it));
const run = stepper(machinesWith({ pop3: anyMachine(machineOf({ ...pop3, commands })) }));

test('a fault after login gives the maildrop back, with its mail, and says goodbye', () => {
  const inputs: readonly Input[] = [
    { type: 'outside', event: { type: 'open', from: CLIENT, to: POP, port: 110, tls: null } },
    {
      type: 'outside',
      event: { type: 'data', conn: 1, octets: 'USER bob\r\nPASS correct-horse\r\nDELE 1\r\nNOOP\r\n' },
    },
    { type: 'pass', until: 'quiet' },
  ];
  let world = testWorld();
  const trace = inputs.flatMap((input) => {
    const step = run(world, input);
    world = step.world;
    return step.trace;
  });
  expect(trace.filter((e) => e.type === 'fault')).toHaveLength(1);
  expect(trace.flatMap((e) => (e.type === 'wire' ? [e.octets] : [])).at(-1)).toContain(
    '\r\n-ERR [SYS/TEMP] ',
  );
  expect(world.hosts[POP]?.store.locks).toEqual({});
  expect(world.hosts[POP]?.store.mailboxes['bob/INBOX']?.rows.length).toBe(3);
});
