import type { Topic } from '../../core/trace/beliefs.ts';

const topics: Readonly<Record<Topic, (value: string) => string>> = {
  state: (title) => title,
  closed: (title) => `hung up, after “${title}”`,
  owed: (n) => `waits for the ${n} octets you announced`,
  tls: (value) => (value === 'on' ? 'TLS' : 'no TLS'),
  client: (name) => `you are ${name}`,
  user: (name) => (name === '' ? 'nobody is logged in' : `logged in as ${name}`),
  named: (name) => `you say you are ${name}`,
  sender: (address) => `from ${address}`,
  recipients: (n) => (n === '0' ? 'for nobody yet' : n === '1' ? '1 recipient' : `${n} recipients`),
  mailbox: (name) => `${name}’s mailbox is open`,
  letters: (n) => (n === '1' ? '1 letter' : `${n} letters`),
  marked: (n) => `${n} marked`,
  domain: (name) => `keeps mail for ${name}`,
};
/** The words of the card that explains a refusal. */
export const whyWords = {
  label: 'Why not',
  no: (when: string) => `Refused: ${when}.`,
  hungUp: (when: string) => `The server hung up: ${when}.`,
  believes: 'The server believes',
  topics,
  switch: (name: string, value: string) => `${name}: ${value}`,
  legal: 'Legal now',
  none: 'Nothing: connect again.',
  rest: 'No command: it waits for the rest of what was begun.',
  first: (ways: string) => `First: ${ways}.`,
  then: ', then ',
  or: '; or ',
  rfc: (number: string, section: string) => (section === '' ? `RFC ${number}` : `RFC ${number} §${section}`),
  take: (verb: string) => `Take ${verb}`,
  undo: 'Take it back',
  all: 'All of it',
} as const;
