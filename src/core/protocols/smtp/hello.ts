// What a client calls itself.
import { isAscii } from '../../base/octets.ts';
import { no, token, type Grammar } from '../../spec/grammar.ts';
import { isOverlong, wrongDomain, wrongLiteral } from './path.ts';

export interface Hello {
  /** '': nothing follows. */
  readonly client: string;
  /** What it should have been; '': it is that. */
  readonly wrong: string;
}
/** Whoever has not said who he is may be offered to be this one. */
export const EXAMPLE = 'client.example.net';
const wrongName = (text: string): string => (isAscii(text) ? wrongDomain(text) : 'letters beyond ASCII');
const SHORTER = 'one with 63 octets at most between its dots, and 255 in all';

/**
 * A name, or in EHLO an address in brackets (RFC 5321 §4.1.1.1, §4.1.4). Anything is read, nothing too: the host
 * decides, and its answers to a hello are its own, since they alone carry no enhanced status code (RFC 2034 §4).
 */
export const hello = ({ literal }: { readonly literal: boolean }): Grammar<Hello> => {
  const usual = literal
    ? `the name of your machine, as in ${EXAMPLE}, or its address, as in [203.0.113.50]`
    : `the name of your machine, as in ${EXAMPLE}`;
  const called = literal ? 'client-name' : 'client-domain';
  const name = token(called, /[^\r\n]*/, (text) => text);
  return {
    usage: literal ? '<domain or [address]>' : '<domain>',
    arguments: [{ name: called, usage: '<client-name>', secret: false }],
    rfc: '5321#4.1.1.1',
    read(c) {
      const at = c.at;
      const client = name.read(c);
      if (client === no) return no;
      const good = client.startsWith('[') && literal ? wrongLiteral(client) === '' : wrongName(client) === '';
      const expected = isOverlong(client) ? SHORTER : usual;
      if (!good) c.problem ??= { at, expected, as: 'badSyntax' };
      return { client, wrong: good ? '' : expected };
    },
  };
};
