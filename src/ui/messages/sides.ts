import { grouped } from './grouped.ts';
/** The words of whoever chooses whose states are drawn, and of what a session has decided. */
export const sidesWords = {
  label: 'Whose states',
  front: 'The session in front',
  talk: (host: string, peer: string, protocol: string) => `${host} with ${peer}: ${protocol}`,
  over: (talk: string) => `${talk} (over)`,
  why: 'Choices',
  choices: 'What it has decided, and why',
  none: 'It has decided nothing yet.',
  attempts: 'Why this machine',
  first: (preference: number) => `The lowest preference of those the DNS names: ${preference}.`,
  next: (host: string) => `${host} has not taken it, so the next one is asked:`,
  again: (host: string) =>
    `The same machine once more, without TLS: with it, ${host} could not be talked to.`,
  later: 'Some time has passed since, and it begins again with the first.',
  rfc: (number: string, section: string) => (section === '' ? `RFC ${number}` : `RFC ${number} §${section}`),
  states: (protocol: string, state: string) => `${protocol} states; now: ${state}`,
  legal: 'Legal now',
  noneLegal: 'no command: what you type now belongs to the last one',
  unlock: 'Not yet',
  outcomes: (trigger: string) => `What ${trigger} may lead to`,
  stays: 'stays',
  close: 'Close',
  after: (ways: string) => `after ${ways}`,
  or: ', or ',
  securely: (secure: string, ways: string) => `after ${secure}${ways === '' ? '' : `, then ${ways}`}`,
  notOffered: (by: string) => `this server does not offer ${by} now`,
  notHere: 'not on this server',
  owed: 'Now, instead of a command',
  literal: (left: number, argument: string) =>
    argument === ''
      ? `${octets(left)} of a command that is refused already: they are thrown away`
      : `${octets(left)} of the literal, which is <${argument}>`,
  rest: 'the rest of the command, up to CR LF',
  lineEnd: (held: number) => `CR LF: it holds ${octets(held)} of a line that has not ended`,
  chunk: (left: number) => `${octets(left)} of the letter`,
  letter: 'lines of the letter, up to a lone dot',
} as const;
const octets = (n: number): string => (n === 1 ? '1 octet' : `${grouped(n)} octets`);
