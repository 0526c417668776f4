// How one gets to where a command may be said: typed lines, which the servers answer as ever.

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
/** Servers that know what few do, and how one begins there. */
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  ETRN: ['telnet mx.example.org 25'],
  LHLO: ['telnet pop.example.com 24'],
  UNAUTHENTICATE: ['openssl s_client -quiet -crlf -connect lab.example.net:993', 'a1 LOGIN you first-steps'],
};
/** The lines from the shell to the first state in which this verb may be said. Undefined: nobody knows a way. */
export function wayTo(
  protocol: string,
  { verb, from: states }: { readonly verb: string; readonly from: readonly string[] },
): readonly string[] | undefined {
  const ways = WAYS[protocol] ?? [];
  const end = ways.findIndex(({ to }) => to.some((state) => states.includes(state)));
  if (end < 0) return undefined;
  const lines = ways.slice(0, end + 1).flatMap((way) => way.lines);
  const beginning = SPECIAL[verb] ?? [];
  return [...beginning, ...lines.slice(beginning.length)];
}
