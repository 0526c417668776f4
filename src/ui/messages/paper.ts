// The words around a letter as a mail program shows it, and on the sheets that come out of a printer: they come with them.
import { part } from './part.ts';

export const paperMessages = {
  frame: 'The letter as a mail program shows it',
  plain: 'Plain text, decoded.',
  html: 'HTML on paper of its own: nothing runs in it, nothing is fetched for it, no link leads anywhere.',
  cut: 'This is the beginning: the rest is in Octets.',
  nothing: 'There is no text in this letter that a mail program would show.',
  away: (alt: string, from: string) =>
    alt === '' ? `picture not fetched: ${from}` : `${alt} (picture not fetched: ${from})`,
  pictures: (count: number) =>
    count === 1
      ? 'One picture lies elsewhere and was not fetched: who keeps it would learn that you read this, and when.'
      : `${count} pictures lie elsewhere and were not fetched: who keeps them would learn that you read this, and when.`,
  leftOut: 'Left out:',
  printed: {
    title: (world: string) => `Mailwire: ${world}`,
    moment: (clock: string) => `At ${clock}`,
    empty: 'Nothing has been typed yet: a session that is printed stands here, line by line.',
    handout:
      'For a class there is a sheet with numbered rows, with or without the answers: Projecting, Hand-out to print.',
    transcript: 'Transcript',
    sequence: 'Sequence',
  },
} as const;
export const paperWords = part(paperMessages, 'paper');
