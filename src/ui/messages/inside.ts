// The words of what a machine in the network has.
import { part } from './part.ts';

export const insideMessages = {
  of: (host: string) => `What ${host} has`,
  what: 'queue, mailboxes, sessions',
  queue: 'Queue',
  nothing: 'No letter waits.',
  status: { fresh: 'taken', going: 'on its way', waiting: 'waits', done: 'done' },
  next: (clock: string, span: string) => `next try ${clock}, in ${span}`,
  mailboxes: 'Mailboxes',
  none: 'It keeps none.',
  sessions: 'Sessions',
  nobody: 'Nobody is connected.',
} as const;
export const insideWords = part(insideMessages, 'inside');
