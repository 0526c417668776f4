// How one gets to where a command may be said, and what of it is put into the line.
import type { HelpVerb } from '../../core/spec/describe.ts';
import { broughtBy, type Entry } from './entries.ts';
import { LINES, SAMPLES, type Sample } from './samples.ts';

/** How one gets to each state, line by line: what is typed is answered by the server as ever. */
const WAYS: Readonly<Record<string, readonly Way[]>> = {
  smtp: [
    { to: ['greeted'], lines: ['telnet mx1.example.com 25'] },
    { to: ['ready'], lines: ['EHLO client.example.net'] },
    { to: ['mail'], lines: ['MAIL FROM:<you@client.example.net>'] },
    { to: ['recipients'], lines: ['RCPT TO:<bob@example.com>'] },
  ],
  pop3: [
    { to: ['authorization'], lines: ['openssl s_client -quiet -crlf -connect pop.example.com:995'] },
    { to: ['named'], lines: ['USER bob'] },
    { to: ['transaction'], lines: ['PASS correct-horse'] },
  ],
  imap: [
    {
      to: ['notAuthenticated'],
      lines: ['openssl s_client -quiet -crlf -connect imap.example.com:993'],
    },
    { to: ['authenticated'], lines: ['a1 LOGIN alice "paper lantern"'] },
    { to: ['selected'], lines: ['a2 SELECT INBOX'] },
  ],
};
interface Way {
  readonly to: readonly string[];
  readonly lines: readonly string[];
}
/** What few servers or doors offer, and how one begins there. */
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  'smtp/AUTH': ['openssl s_client -quiet -crlf -connect submit.example.com:465'],
  'smtp/ETRN': ['telnet mx2.example.com 25'],
  'smtp/EXPN': ['telnet lab.example.net 25'],
  'smtp/LHLO': ['telnet pop.example.com 24'],
  // where TLS has begun, nobody offers it
  'pop3/STLS': ['telnet pop.example.com 110'],
  'imap/STARTTLS': ['telnet imap.example.com 143'],
  'imap/UNAUTHENTICATE': [
    'openssl s_client -quiet -crlf -connect lab.example.net:993',
    'a1 LOGIN you first-steps',
  ],
};
/** Heard in more states than it has a use in: it belongs where this one does. */
const BESIDE: Readonly<Record<string, { readonly verb: string; readonly from: readonly string[] }>> = {
  'smtp/BDAT': { verb: 'DATA', from: ['recipients'] },
};
type Command = Pick<HelpVerb, 'verb' | 'from'>;

/** The command that is legal exactly where this one makes sense: itself, but for few. */
export const placeOf = (protocol: string, { verb, from }: Command): Command =>
  BESIDE[`${protocol}/${verb}`] ?? { verb, from };
/** The lines from the shell to the first state in which this verb has a use. Undefined: nobody knows a way. */
export const wayTo = (protocol: string, command: Command): readonly string[] | undefined =>
  wayInto(protocol, placeOf(protocol, command).from, SPECIAL[`${protocol}/${command.verb}`]);
function wayInto(
  protocol: string,
  from: readonly string[],
  beginning: readonly string[] = [],
): readonly string[] | undefined {
  const ways = WAYS[protocol] ?? [];
  const end = ways.findIndex(({ to }) => to.some((state) => from.includes(state)));
  if (end < 0) return undefined;
  const lines = ways.slice(0, end + 1).flatMap((way) => way.lines);
  return [...beginning, ...lines.slice(beginning.length)];
}
/** What is done for somebody who wants to try something out. */
export interface Trial {
  /** Where this verb is legal already, no way has to be gone. */
  readonly here?: string;
  /** Said one by one, from the shell on. */
  readonly way: readonly string[];
  /** Sent together, then. */
  readonly sent: readonly string[];
  /** Left in the line, for whoever tries it to send; where nothing was sent together, behind the tag if there are tags. */
  readonly line: string;
}
/** Undefined: nobody knows a way. */
export const trialOfVerb = (protocol: string, verb: HelpVerb): Trial | undefined => {
  const way = wayTo(protocol, verb);
  return (
    way && {
      here: placeOf(protocol, verb).verb,
      way,
      sent: [],
      line: LINES[`${protocol}/${verb.verb}`] ?? stubOf(verb),
    }
  );
};
function trialOfSample(protocol: string, { from, way, lines }: Sample): Trial {
  const line = lines.at(-1) ?? '';
  return { way: wayInto(protocol, [from], way) ?? [], sent: lines.slice(0, -1), line };
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
