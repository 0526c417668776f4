// How one gets to where a command may be said, and what of it is put into the line.
import type { HelpVerb } from '../../core/spec/describe.ts';

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
export function wayTo(protocol: string, command: Command): readonly string[] | undefined {
  const ways = WAYS[protocol] ?? [];
  const { from } = placeOf(protocol, command);
  const end = ways.findIndex(({ to }) => to.some((state) => from.includes(state)));
  if (end < 0) return undefined;
  const lines = ways.slice(0, end + 1).flatMap((way) => way.lines);
  const beginning = SPECIAL[`${protocol}/${command.verb}`] ?? [];
  return [...beginning, ...lines.slice(beginning.length)];
}
/** The command as far as what has to follow it. Where nothing must, there is no space: to some servers it is an argument. */
export function stubOf({ verb, usage }: Pick<HelpVerb, 'verb' | 'usage'>): string {
  const needed = usage.slice(verb.length).replaceAll(/\[[^\]]*\]/g, '');
  return needed.trim() === '' ? verb : `${verb} `;
}
