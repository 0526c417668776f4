import { expect, test } from 'vitest';
import { imap } from '../../../src/core/protocols/imap/protocol.ts';
import { patienceOf } from '../../../src/core/protocols/imap/commands/session.ts';
import { edges } from '../../../src/core/spec/diagram.ts';

const MINUTE = 60_000_000;

test('when a silent client is told BYE is said as it is: sooner before a login than after it', () => {
  const expired = edges(imap).find(({ trigger, outcome }) => trigger === 'idle' && outcome === 'expired');
  const early = patienceOf({ user: '', patience: 30 * MINUTE }) / MINUTE;
  expect(expired?.when).toContain(`${early} minutes before the login`);
  expect(patienceOf({ user: 'bob', patience: 30 * MINUTE })).toBe(30 * MINUTE);
});
