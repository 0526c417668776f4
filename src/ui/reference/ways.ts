// How one gets to where a command may be said, and what of it is put into the line.
import type { HelpVerb } from '../../core/spec/describe.ts';
import { readers } from '../../core/trace/protocols.ts';
import { broughtBy, type Entry } from './entries.ts';
import { leg, withTls, type Leg } from './legs.ts';
import { LAB, LINES, SAMPLES, SUBMISSION_DOOR, type Sample } from './samples.ts';

const maildrop = (user: string, password: string): readonly string[] => [`USER ${user}`, `PASS ${password}`];

/** How one gets to each state, leg by leg: what is typed is answered by the server as ever. The lab's own server is the last resort. */
const WAYS: Readonly<Record<string, readonly Leg[]>> = {
  smtp: [
    leg('greeted', 'telnet mx1.example.com 25', 'telnet lab.example.net 25'),
    leg('ready', 'EHLO client.example.net', 'HELO client.example.net'),
    leg('mail', 'MAIL FROM:<you@client.example.net>'),
    leg('recipients', 'RCPT TO:<bob@example.com>', 'RCPT TO:<you@lab.example.net>'),
  ],
  pop3: [
    leg(
      'authorization',
      withTls('pop.example.com', 995),
      'telnet pop.example.com 110',
      withTls('lab.example.net', 995),
    ),
    { ...leg('named', 'USER bob'), ends: true },
    // one session at a time for each maildrop (RFC 1939 section 4)
    leg(
      'transaction',
      maildrop('bob', 'correct-horse'),
      maildrop('alice', 'paper lantern'),
      maildrop('postmaster', 'stamp-album'),
      maildrop('carol', 'c4rol"quote'),
      maildrop('you', 'first-steps'),
      maildrop('guest', 'open-door'),
    ),
  ],
  imap: [
    leg(
      'notAuthenticated',
      withTls('imap.example.com', 993),
      'telnet imap.example.com 143',
      withTls('lab.example.net', 993),
    ),
    leg('authenticated', 'a1 LOGIN alice "paper lantern"', 'a1 LOGIN you first-steps'),
    leg('selected', 'a2 SELECT INBOX'),
  ],
};
/** What few servers or doors offer, and how one begins there. */
const SPECIAL: Readonly<Record<string, readonly Leg[]>> = {
  'smtp/AUTH': [SUBMISSION_DOOR],
  'smtp/ETRN': [leg('greeted', 'telnet mx2.example.com 25')],
  'smtp/EXPN': [leg('greeted', 'telnet lab.example.net 25')],
  'smtp/LHLO': [leg('greeted', 'telnet pop.example.com 24')],
  // where TLS has begun, nobody offers it
  'pop3/STLS': [leg('authorization', 'telnet pop.example.com 110', 'telnet lab.example.net 110')],
  'imap/STARTTLS': [leg('notAuthenticated', 'telnet imap.example.com 143', 'telnet lab.example.net 143')],
  'imap/UNAUTHENTICATE': LAB,
};
/** Heard in more states than it has a use in: it belongs where this one does. */
const BESIDE: Readonly<Record<string, { readonly verb: string; readonly from: readonly string[] }>> = {
  'smtp/BDAT': { verb: 'DATA', from: ['recipients'] },
};
type Command = Pick<HelpVerb, 'verb' | 'from'>;

/** The command that is legal exactly where this one makes sense: itself, but for few. */
const placeOf = (protocol: string, { verb, from }: Command): Command =>
  BESIDE[`${protocol}/${verb}`] ?? { verb, from };
/** From the shell to the first of these states. Undefined: nobody knows a way. */
function wayInto(
  protocol: string,
  from: readonly string[],
  beginning: readonly Leg[] = [],
): readonly Leg[] | undefined {
  const ways = WAYS[protocol] ?? [];
  const end = ways.findIndex(({ to }) => from.includes(to));
  if (end < 0) return undefined;
  const legs = ways.slice(0, end + 1).filter(({ ends }, i) => !ends || i === end);
  return [...beginning, ...legs.slice(beginning.length)];
}
/** What is done for somebody who wants to try something out. */
export interface Trial {
  /** What has to be legal where the way ends. */
  readonly verbs: readonly string[];
  /** Where it is legal already, no way has to be gone. */
  readonly anywhere: boolean;
  /** From the shell on. */
  readonly way: readonly Leg[];
  /** Sent together, then. */
  readonly sent: readonly string[];
  /** Left in the line, for whoever tries it to send; where nothing was sent together, behind the tag if there are tags. */
  readonly line: string;
}
/** Undefined: nobody knows a way, or nobody ever says yes to it. */
export const trialOfVerb = (protocol: string, verb: HelpVerb): Trial | undefined => {
  const place = placeOf(protocol, verb);
  const way = wayInto(protocol, place.from, SPECIAL[`${protocol}/${verb.verb}`]);
  const reader = readers.get(protocol);
  const taken = verb.outcomes.some(({ name }) => !reader?.isRefusal({ trigger: verb.verb, outcome: name }));
  if (!way || !taken) return undefined;
  const line = LINES[`${protocol}/${verb.verb}`] ?? stubOf(verb);
  return { verbs: [place.verb, verb.verb], anywhere: true, way, sent: [], line };
};
function trialOfSample(protocol: string, { from, way, lines, forbids }: Sample): Trial {
  const [first = '', ...more] = lines;
  const reader = readers.get(protocol);
  const tagged = reader?.tagged && more.length === 0 ? `a ${first}` : first;
  return {
    verbs: forbids ? [] : [reader?.hear(tagged).verb ?? ''],
    anywhere: false,
    way: wayInto(protocol, [from], way) ?? [],
    sent: lines.slice(0, -1),
    line: lines.at(-1) ?? '',
  };
}
/** An extension is tried by the first command it brings, or by what shows it. */
export function trialOf(entry: Entry & { kind: 'extension' }, all: readonly Entry[]): Trial | undefined {
  const [first] = broughtBy(all, entry);
  const sample = SAMPLES[entry.id];
  if (first) return trialOfVerb(entry.protocol, first.verb);
  return sample && trialOfSample(entry.protocol, sample);
}
/** The command as far as what has to follow it. Where nothing must, there is no space: to some servers it is an argument. */
export function stubOf({ verb, usage }: Pick<HelpVerb, 'verb' | 'usage'>): string {
  const needed = usage.slice(verb.length).replaceAll(/\[[^\]]*\]/g, '');
  return needed.trim() === '' ? verb : `${verb} `;
}
