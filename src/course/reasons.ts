// Why a goal is not reached yet, in words. A catalogue: another language is another value of the same type.
import type { StateTitle, Why } from '../core/trace/predicate.ts';

export type Reasons = {
  readonly [K in Why['kind']]: (why: Extract<Why, { readonly kind: K }>, say: (why: Why) => string) => string;
};
const letters = (n: number): string => (n === 1 ? '1 letter' : `${n} letters`);

const boxed = (mailbox: string): string => (mailbox === '*' ? 'any mailbox' : mailbox);

/** What happens to a session without a command of its own, as one speaks of it. */
const HAPPENINGS: Readonly<Record<string, string>> = {
  opened: 'greeting',
  secured: 'TLS handshake',
  closed: 'broken connection',
  content: 'whole letter',
  changed: 'news of an open mailbox',
  response: 'login in two steps',
  done: 'DONE',
  idle: 'timeout',
};
const among = (on: string, by: string, from: string): string => {
  if (on !== '' && by !== '') return ` between ${by} and ${on}`;
  return on !== '' ? ` at ${on}` : by && ` ${from} ${by}`;
};

export const reasonsEn = {
  outcome: ({ protocol, trigger, outcome, on, by, when, last }) => {
    // its verbs are what it hears, and who says them is you
    if (protocol.endsWith('-client')) return 'No client has come that far yet.';
    const happening = HAPPENINGS[trigger];
    const one = happening ?? (trigger === '*' ? 'such line' : trigger);
    if (last?.elsewhere === false && trigger !== '*')
      return `The last ${one} did not get there${last.when && `: ${last.when}`}.`;
    if (last && one === trigger) return `${trigger} works; now say it the way this step asks for.`;
    const then = outcome === '*' || happening ? '' : when && ` (${when})`;
    return `There was no ${one}${among(on, by, happening ? 'in a session of' : 'from')} yet${then}.`;
  },
  reply: ({ to, status, code }) =>
    `${to} has not been answered with ${[status, code && `[${code}]`].filter(Boolean).join(' ') || 'anything'} yet.`,
  sent: ({ verb }) => (verb === '' ? 'That has not been sent yet.' : `${verb} has not been sent yet.`),
  written: () => 'No such line has been written yet.',
  never: () => 'Something happened that must not happen here. Go back to before it, and try again.',
  stored: ({ mailbox, wanted, found, like }) => {
    if (wanted < 0) return `There is no letter${like ? ' like that' : ''} in ${boxed(mailbox)} yet.`;
    const which = `${letters(wanted)}${like ? ' like that' : ''}`;
    return `There should be ${which} in ${boxed(mailbox)}; there ${found === 1 ? 'is' : 'are'} ${found}.`;
  },
  absent: ({ mailbox, found }) =>
    `There ${found === 1 ? 'is' : 'are'} still ${letters(found)} like that in ${boxed(mailbox)}.`,
  device: ({ on, wanted, found, like }) => {
    if (wanted < 0) return `There is no letter${like ? ' like that' : ''} on ${on} yet.`;
    const which = `${letters(wanted)}${like ? ' like that' : ''}`;
    return `There should be ${which} on ${on}; there ${found === 1 ? 'is' : 'are'} ${found}.`;
  },
  offDevice: ({ on, found }) =>
    `There ${found === 1 ? 'is' : 'are'} still ${letters(found)} like that on ${on}.`,
  clicked: ({ does, on }) =>
    `Nobody has clicked ${does === '' ? 'anything' : `“${does}”`}${on === '' ? '' : ` on ${on}`} yet.`,
  now: ({ wanted }) => `No session stands in “${wanted.title}” now.`,
  dialled: ({ to, port }) => `Nobody has called ${to}${port === 0 ? '' : `, port ${port},`} yet.`,
  queue: ({ comes, on }) =>
    `No letter ${on === '' ? 'in a queue' : `in the queue of ${on}`} has come to “${comes}” yet.`,
  dns: ({ name, type }) =>
    name === '*'
      ? `The DNS was not asked for ${type === '' ? 'anything' : `an ${type} record`} yet.`
      : `The DNS was not asked for ${name}${type === '' ? '' : ` (${type})`} yet.`,
  state: ({ protocol, wanted, now }) =>
    now
      ? `The session is in “${now.title}”; “${wanted.title}” is yet to come.`
      : `No ${protocol} session has begun yet.`,
  tls: ({ host }) =>
    host === '*' ? 'No connection is secured by TLS yet.' : `No connection to ${host} is secured by TLS yet.`,
  leak: () => 'The secret has not been seen on the wire.',
  wire: () => 'Nothing like that has crossed the wire yet.',
  cost: ({ of, limit, spent }) =>
    of === 'received'
      ? `${spent} octets came in; ${limit} are enough.`
      : `${spent} commands were sent; ${limit} are enough.`,
  answer: ({ given }) =>
    given ? 'The answer to the question is not right yet.' : 'The question is not answered yet.',
  any: ({ of }, say) => of.map(say).join(' Or: '),
  not: () => 'Something is so that must not be so here. Go back to before it, and try again.',
} as const satisfies Reasons;

/** The same reason with the declaration's own words in it — titles, conditions — put into a language. */
export function reasonIn(why: Why, declared: (text: string) => string): Why {
  const titled = (state: StateTitle): StateTitle => ({ ...state, title: declared(state.title) });
  if (why.kind === 'any') return { ...why, of: why.of.map((each) => reasonIn(each, declared)) };
  if (why.kind === 'now') return { ...why, wanted: titled(why.wanted) };
  if (why.kind === 'state') return { ...why, wanted: titled(why.wanted), now: why.now && titled(why.now) };
  if (why.kind !== 'outcome') return why;
  const { when, last } = why;
  return {
    ...why,
    when: when === '' ? '' : declared(when),
    last: last && { ...last, when: declared(last.when) },
  };
}
/** One reason in the words of a catalogue. */
export function reasonText(why: Why, words: Reasons = reasonsEn): string {
  const say = (other: Why): string => reasonText(other, words);
  switch (why.kind) {
    case 'outcome':
      return words.outcome(why, say);
    case 'reply':
      return words.reply(why, say);
    case 'sent':
      return words.sent(why, say);
    case 'written':
      return words.written(why, say);
    case 'state':
      return words.state(why, say);
    case 'now':
      return words.now(why, say);
    case 'any':
      return words.any(why, say);
    case 'not':
      return words.not(why, say);
    case 'never':
      return words.never(why, say);
    default:
      return ofTheWorld(why, words, say);
  }
}
type OfSessions = 'outcome' | 'reply' | 'sent' | 'written' | 'state' | 'now' | 'any' | 'not' | 'never';
function ofTheWorld(
  why: Exclude<Why, { readonly kind: OfSessions }>,
  words: Reasons,
  say: (why: Why) => string,
): string {
  switch (why.kind) {
    case 'stored':
      return words.stored(why, say);
    case 'absent':
      return words.absent(why, say);
    case 'device':
      return words.device(why, say);
    case 'offDevice':
      return words.offDevice(why, say);
    case 'clicked':
      return words.clicked(why, say);
    case 'dialled':
      return words.dialled(why, say);
    case 'queue':
      return words.queue(why, say);
    case 'dns':
      return words.dns(why, say);
    case 'tls':
      return words.tls(why, say);
    case 'leak':
      return words.leak(why, say);
    case 'wire':
      return words.wire(why, say);
    case 'cost':
      return words.cost(why, say);
    case 'answer':
      return words.answer(why, say);
  }
}
