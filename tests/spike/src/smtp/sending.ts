// The client's side, in the same words: what it hears are replies, what it says are commands. An exact code wins over its family.
import { CRLF, type Octets } from '../../../../src/core/base/octets.ts';
import type { Host, HostFact, Job } from '../host.ts';
import { rest } from '../../../../src/core/spec/grammar.ts';
import type { WorldSignals } from '../../../../src/core/spec/machine.ts';
import { vocabulary, type Protocol } from '../../../../src/core/spec/protocol.ts';
import { nothing } from '../../../../src/core/wire/framing.ts';
import { replies } from '../replies.ts';

interface Sending {
  readonly states: {
    readonly connecting: {};
    readonly greeting: {};
    readonly hello: {};
    readonly sender: {};
    readonly recipient: { readonly left: readonly string[]; readonly taken: number };
    readonly asking: {};
    readonly handing: {};
    readonly leaving: {};
  };
  readonly session: { readonly job: Job };
  readonly host: Host;
  readonly signals: WorldSignals;
  readonly effect: never;
  readonly fact: HostFact;
  readonly traits: {};
}
const { command, signal } = vocabulary<Sending>();
const text = rest('text');
const wire = (body: Octets): Octets =>
  (body.startsWith('.') ? '.' : '') + body.replaceAll('\r\n.', '\r\n..') + (body.endsWith(CRLF) ? '' : CRLF);

const opened = signal({
  on: 'opened',
  from: ['connecting'],
  rfc: '5321#3.1',
  summary: 'The connection is up; the server speaks first.',
  outcomes: { wait: { to: 'greeting', when: 'always' } },
  run: (_cx, _o, take) => take.wait(),
});
const welcomed = command({
  verb: '220',
  from: ['greeting'],
  args: text,
  rfc: '5321#3.1',
  summary: 'The server is ready.',
  outcomes: { hello: { to: 'hello', says: 'EHLO {helo}', when: 'always' } },
  run: ({ session: { job } }, _text, take) => take.hello(job),
});
const known = command({
  verb: '250',
  from: ['hello'],
  args: text,
  rfc: '5321#3.3',
  summary: 'We may send.',
  outcomes: { from: { to: 'sender', says: 'MAIL FROM:<{from}>', when: 'always' } },
  run: ({ session: { job } }, _text, take) => take.from(job),
});
const named = command({
  verb: '2yz',
  from: ['sender', 'recipient'],
  args: text,
  rfc: '5321#3.3',
  summary: 'Sender or recipient accepted.',
  outcomes: {
    next: { to: 'recipient', says: 'RCPT TO:<{to}>', when: 'somebody is left to name' },
    data: { to: 'asking', says: 'DATA', when: 'all are named' },
  },
  run({ at, session: { job } }, _text, take) {
    const { left, taken } =
      at.name === 'sender' ? { left: job.to, taken: 0 } : { left: at.data.left, taken: at.data.taken + 1 };
    const [to, ...more] = left;
    return to === undefined ? take.data() : take.next({ to }, { state: { left: more, taken } });
  },
});
const go = command({
  verb: '354',
  from: ['asking'],
  args: text,
  rfc: '5321#4.1.1.4',
  summary: 'Hand the content over.',
  outcomes: { content: { to: 'handing', says: '.', when: 'always; the dot follows the content' } },
  run: ({ session: { job } }, _text, take) => take.content({ say: [wire(job.body)] }),
});
const settle = (host: Host, job: Job): { readonly host: Host; readonly facts: readonly HostFact[] } => ({
  host: { ...host, outgoing: host.outgoing.filter((j) => j.id !== job.id) },
  facts: [{ type: 'relayed', id: job.id }],
});
const taken = command({
  verb: '2yz',
  from: ['handing'],
  args: text,
  rfc: '5321#6.1',
  summary: 'It is theirs now.',
  outcomes: { quit: { to: 'leaving', says: 'QUIT', when: 'always; the message leaves our outgoing' } },
  run: ({ session: { job }, host }, _text, take) => take.quit(settle(host, job)),
});
const bye = command({
  verb: '221',
  from: ['leaving'],
  args: text,
  rfc: '5321#4.1.1.10',
  summary: 'They part too.',
  outcomes: { closed: { to: 'closed', when: 'always' } },
  run: (_cx, _t, take) => take.closed(),
});
const refused = (verb: '4yz' | '5yz', when: string) =>
  command({
    verb,
    from: ['greeting', 'hello', 'sender', 'recipient', 'asking', 'handing'],
    args: text,
    rfc: '5321#4.2.1',
    summary: when,
    outcomes: { quit: { to: 'leaving', says: 'QUIT', when } },
    run: (_cx, _t, take) => take.quit(),
  });
export const sending: Protocol<Sending> = {
  id: 'smtp-client',
  title: 'SMTP, sending',
  initial: { name: 'connecting', data: {} },
  session: { job: { id: '', helo: '', from: '', to: [], body: '' } },
  leniency: [],
  states: {
    connecting: { title: 'Connecting', rfc: '5321#3.1', reads: nothing },
    greeting: { title: 'Waiting for 220', rfc: '5321#3.1', reads: replies },
    hello: { title: 'Said hello', rfc: '5321#4.1.1.1', reads: replies },
    sender: { title: 'Named the sender', rfc: '5321#3.3', reads: replies },
    recipient: { title: 'Naming recipients', rfc: '5321#3.3', reads: replies },
    asking: { title: 'Asked to hand over', rfc: '5321#3.3', reads: replies },
    handing: { title: 'Handed over', rfc: '5321#4.1.1.4', reads: replies },
    leaving: { title: 'Leaving', rfc: '5321#4.1.1.10', reads: replies },
  },
  commands: [
    welcomed,
    known,
    named,
    go,
    taken,
    bye,
    refused('4yz', 'later, perhaps'),
    refused('5yz', 'not at all'),
  ],
  signals: [opened],
  extensions: [],
  otherwise: {
    unknown: { to: 'closed', when: 'not a reply' },
    badSequence: { to: 'closed', says: 'QUIT', when: 'a reply nobody expects here' },
    badSyntax: { to: 'closed', when: 'not a reply' },
    badParameter: { to: 'closed', when: 'never' },
    tooLong: { to: 'closed', when: 'no end in sight' },
    fault: { to: 'closed', when: 'a rule threw' },
  },
  hear: (reply) => ({ tag: '', verb: reply.slice(0, 3), rest: Math.min(4, reply.length) }),
  family: (code) => `${code.charAt(0)}yz`,
  encode: ({ rows }) => (rows[0] ?? '') + CRLF,
};
