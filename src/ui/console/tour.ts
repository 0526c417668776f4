// The first visit: one line after the other is offered, the whole way from a name to a letter in bob's mailbox.
import type { TraceEvent } from '../../core/trace/event.ts';

export const LETTER: readonly string[] = [
  'From: You <you@client.example.net>',
  'To: Bob <bob@example.com>',
  'Subject: Typed by hand',
  '',
  'Hello Bob,',
  'no program wrote this letter. I typed it.',
];
const DOT = '.';
/** What the tour offers, one after the other; the letter with its dot is offered, and sent, as one. */
export const TOUR: readonly string[] = [
  'telnet mx1.example.com 25',
  'EHLO client.example.net',
  'MAIL FROM:<you@client.example.net>',
  'RCPT TO:<bob@example.com>',
  'DATA',
  [...LETTER, DOT].join('\n'),
];
const COMMANDS = TOUR.slice(0, -1);

export interface Tour {
  /** The line to offer next, or what is left of the letter. */
  readonly ghost?: string;
  /** The letter is handed over. Not so when something else was typed: that ends the tour as well, without a last word. */
  readonly done: boolean;
  /** Of `done`: nothing was typed since. */
  readonly fresh: boolean;
}
/** May Enter alone send it? Whoever has begun a letter of their own needs an empty line in it, and Enter alone is one. */
export const sendsAlone = (offered: string): boolean => TOUR.includes(offered);
const OVER: Tour = { done: false, fresh: false };

/** Where the tour stands after this much of the trace. Any console counts: to type elsewhere is to go one's own way. */
export function tourOf(trace: readonly TraceEvent[]): Tour {
  let step = 0;
  let written = 0;
  let done = false;
  for (const event of trace) {
    if (event.type !== 'typed') continue;
    if (done) return { done: true, fresh: false };
    if (step === COMMANDS.length) {
      // a letter is its writer's own: any line will do, and the dot ends it
      if (!event.octets.endsWith('\n')) return OVER;
      done = event.octets === `${DOT}\n`;
      written++;
    } else if (event.octets === `${COMMANDS[step] ?? ''}\n`) step++;
    // Enter pressed too early, before anything was offered, is no choice
    else if (event.octets !== '\n') return OVER;
  }
  if (done) return { done: true, fresh: true };
  const left = [...LETTER.slice(written), DOT].join('\n');
  return { ghost: COMMANDS[step] ?? left, done: false, fresh: false };
}
