// Two hundred letters that set out at the same moment: as many capsules in the air, over as many connections.
import type { Input } from '../src/core/kernel/world.ts';
import { type } from './journal.ts';

/** It passes on whatever anybody gives it. */
const RELAY = 'x.mallory.test';
/** Takes half a minute over each answer: the letter before all others. */
const SLOW = 'slow@slow.test';
const FRIEND = 'dave@example.org';
const WAIT = 20_000_000;

const atOnce = (letters: number): Input => ({
  type: 'turn',
  knob: { type: 'policy', host: RELAY, set: { sendsAtOnce: letters } },
});
const letter = (to: string): readonly Input[] =>
  ['MAIL FROM:<you@client.example.net>', `RCPT TO:<${to}>`, 'DATA', 'Subject: one of many', '', '.'].map(
    type,
  );
const QUIET: Input = { type: 'pass', until: 'quiet' };

/** They wait in a queue that sends one at a time; then a knob is turned, as the last thing that is done. */
export const flock = (letters: number): readonly Input[] => [
  atOnce(1),
  type(`nc -C ${RELAY} 25`),
  QUIET,
  type('EHLO client.example.net'),
  ...letter(SLOW),
  ...Array.from({ length: letters }, () => letter(FRIEND)).flat(),
  { type: 'pass', until: WAIT },
  atOnce(letters + 1),
  QUIET,
];
