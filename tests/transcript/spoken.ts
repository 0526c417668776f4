// The protocols of the transcripts: how each begins, and how its replies are cut and compared.
import { encode64 } from '../../src/core/base/base64.ts';
import type { Octets } from '../../src/core/base/octets.ts';
import { browsing } from '../../src/core/protocols/imap/client/protocol.ts';
import { imap } from '../../src/core/protocols/imap/protocol.ts';
import { collecting } from '../../src/core/protocols/pop3/client/protocol.ts';
import { pop3 } from '../../src/core/protocols/pop3/protocol.ts';
import { sending } from '../../src/core/protocols/smtp/client/protocol.ts';
import { smtp } from '../../src/core/protocols/smtp/protocol.ts';
import { commandsOf, signalsOf } from '../../src/core/spec/compile.ts';
import type { Protocol } from '../../src/core/spec/protocol.ts';
import type { Shape } from '../../src/core/spec/take.ts';
import { declarationOf, declared, type Declaration, type OutcomeEvent } from './coverage.ts';
import { passwords } from './people.ts';

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

type Wishes = Readonly<Record<string, string>>;
export interface Spoken {
  readonly id: string;
  /** Where a client connects who names no port. */
  readonly port: (wishes: Wishes) => string;
  /** What is taken for granted before the first line; undefined: not even the connection. */
  readonly before: (wishes: Wishes) => readonly string[] | undefined;
  /** The part of a reply that comes from the standard and not from the program. */
  readonly code: RegExp;
  /** A status line without what depends on the session. */
  readonly bare: (line: Octets) => Octets;
  /** The row of an outcome's words by which it is known. */
  readonly status: (says: string) => string;
  /** May this line stand between the replies, without any outcome that says it? */
  readonly isAside: (line: Octets) => boolean;
  /** Is there more after this first line; is this the last one? */
  readonly goesOn: (says: string, line: Octets) => boolean;
  readonly isLast: (line: Octets) => boolean;
  readonly declared: readonly string[];
  /** The transcript plays the server. */
  readonly serves?: true;
  readonly verbs: readonly string[];
  /** Of the rules; not of parameters, which are a command's. */
  readonly triggers: readonly string[];
  readonly declarationOf: (event: OutcomeEvent) => Declaration | undefined;
}
const readers = <P extends Shape>(
  p: Protocol<P>,
): Pick<Spoken, 'id' | 'declared' | 'verbs' | 'triggers' | 'declarationOf'> => {
  const verbs = [...new Set(commandsOf(p).map(({ rule }) => rule.verb))];
  return {
    id: p.id,
    declared: declared(p),
    verbs,
    triggers: [...verbs, ...signalsOf(p).map(({ rule }) => rule.on)],
    declarationOf: (event) => declarationOf(p, event),
  };
};
/** The transcript is the server, and what it says is nobody's reply to anything. */
const serving = <P extends Shape>(p: Protocol<P>, port: string): Spoken => ({
  ...readers(p),
  serves: true,
  port: () => port,
  before: () => undefined,
  code: /^/,
  bare: (line) => line,
  status: first,
  isAside: () => false,
  goesOn: () => false,
  isLast: () => true,
});
const first = (says: string): string => says.split('\n')[0] ?? '';
const last = (says: string): string => says.split('\n').at(-1) ?? '';
const all: readonly Spoken[] = [
  {
    ...readers(imap),
    port: ({ port = '143' }) => port,
    before: ({ as, greeted, selected, examined }) => {
      if (as === undefined) return greeted === undefined ? undefined : [];
      const login = `0 LOGIN ${as} ${quoted(passwords[as] ?? '')}`;
      if (selected !== undefined) return [login, '0 SELECT INBOX'];
      return examined === undefined ? [login] : [login, '0 EXAMINE INBOX'];
    },
    code: /^(?:\* (?!(?:OK|NO|BAD|BYE)\b).*|\S+ (?:(?:OK|NO|BAD|BYE)\b(?: \[[^\]]*\])?)?)/,
    bare: (line) => line.replace(/^(?:[^*+ ]\S* (?=(?:OK|NO|BAD)\b)|\* (?=BAD\b))/, ''),
    status: last,
    isAside: (line) => line.startsWith('* '),
    goesOn: () => false,
    isLast: () => true,
  },
  {
    ...readers(pop3),
    port: ({ port = '110' }) => port,
    before: ({ as, greeted }) => {
      if (as !== undefined) return [`USER ${as}`, `PASS ${passwords[as] ?? ''}`];
      return greeted === undefined ? undefined : [];
    },
    code: /^(?:\+OK|-ERR|\+(?= ))?(?: \[[^\]]*\])?/,
    bare: (line) => line,
    status: first,
    isAside: () => false,
    goesOn: (says) => says.includes('{*'),
    isLast: (line) => line === '.',
  },
  {
    ...readers(smtp),
    port: ({ port, as }) => port ?? (as === undefined ? '25' : '587'),
    before: ({ as, greeted, ready, envelope, port }) => {
      const hello = [`${port === '24' ? 'LHLO' : 'EHLO'} client.example.net`];
      if (envelope !== undefined)
        return [...hello, 'MAIL FROM:<dave@example.org>', 'RCPT TO:<bob@example.com>'];
      if (as !== undefined) return [...hello, `AUTH PLAIN ${encode64(`\0${as}\0${passwords[as] ?? ''}`)}`];
      if (ready !== undefined) return hello;
      return greeted === undefined ? undefined : [];
    },
    code: /^\d{3}[- ](?:\d\.\d{1,3}\.\d{1,3} )?/,
    bare: (line) => line.replace(/^(\d{3})[- ](?:\d\.\d{1,3}\.\d{1,3} )?/, '$1 '),
    status: first,
    isAside: () => false,
    goesOn: (_says, line) => /^\d{3}-/.test(line),
    isLast: (line) => /^\d{3} /.test(line),
  },
  serving(sending, '25'),
  serving(collecting, '110'),
  serving(browsing, '143'),
];
/** By the protocol's id, which is its machine's name and the first word of a block. */
export const spoken: ReadonlyMap<string, Spoken> = new Map(all.map((it) => [it.id, it]));
