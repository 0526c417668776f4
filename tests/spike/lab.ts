// A world of the protocols to come, and a real socket's end of each connection: it shakes hands when asked to, and hangs up when
// the server does.
import { usual } from '../../src/core/host/policy.ts';
import { noSpool } from '../../src/core/host/spool.ts';
import { stepper } from '../../src/core/kernel/step.ts';
import type { Input, World } from '../../src/core/kernel/world.ts';
import type { Link } from '../../src/core/net/stream.ts';
import { anyMachine } from '../../src/core/spec/forget.ts';
import { machineOf } from '../../src/core/spec/interpret.ts';
import { append, newMailbox } from '../../src/core/store/mailbox.ts';
import type { TraceEvent } from '../../src/core/trace/event.ts';
import { imap } from './src/imap/protocol.ts';
import { pop3 } from './src/pop3/protocol.ts';
import type { Host } from './src/host.ts';
import { scramSecret } from './src/sasl/scram.ts';
import { smtp } from './src/smtp/protocol.ts';
import { zonesFrom } from '../world.ts';
import { sending } from './src/smtp/sending.ts';

const machines = {
  smtp: anyMachine(machineOf(smtp)),
  'smtp-client': anyMachine(machineOf(sending)),
  pop3: anyMachine(machineOf(pop3)),
  imap: anyMachine(machineOf(imap)),
};
const step = stepper(new Map(Object.entries(machines)));
const ports = { smtp: 25, pop3: 110, imap: 143 } as const;
const letters = ['Subject: 1\r\n\r\n.one\r\n', 'Subject: 2\r\n\r\ntwo\r\n', 'Subject: 3\r\n\r\nthree\r\n'];
const hostA: Host = {
  id: 'mx.a',
  addresses: ['192.0.2.1'],
  domain: 'a.example',
  services: {
    25: { machine: 'smtp', tls: 'none' },
    110: { machine: 'pop3', tls: 'none' },
    143: { machine: 'imap', tls: 'none' },
  },
  neighbours: [],
  dnsCache: {},
  policy: {
    ...usual,
    tls: 'optional',
    commandLf: 'reject',
    size: 100_000,
    spf: false,
    literal: 5000,
    relays: { 'b.example': '192.0.2.2' },
  },
  store: {
    id: '',
    users: {
      alice: {
        name: 'alice',
        password: 'pencil',
        keys: null,
        scram: scramSecret('pencil', 'W"\x90\xa0salt', 4096),
      },
      bob: { name: 'bob', password: 'x', keys: null },
    },
    mailboxes: {
      'alice/INBOX': letters.reduce((box, letter) => append(box, letter), newMailbox(1)),
      'bob/INBOX': newMailbox(1),
    },
    locks: {},
    tokens: {},
  },
  outgoing: [],
  spool: noSpool,
  count: 1,
};
const hostB: Host = {
  ...hostA,
  id: 'mx.b',
  addresses: ['192.0.2.2'],
  domain: 'b.example',
  store: {
    id: '',
    users: { carol: { name: 'carol', password: 'y', keys: null } },
    mailboxes: { 'carol/INBOX': newMailbox(1) },
    locks: {},
    tokens: {},
  },
};
interface Wish {
  readonly spf?: boolean;
  readonly link?: Partial<Link>;
}
const worldOf = ({ spf = false, link }: Wish): World => {
  const a: Host = { ...hostA, policy: { ...hostA.policy, spf } };
  const laptop: Host = { ...hostA, id: 'laptop', addresses: ['192.0.2.3'], services: {} };
  return {
    now: 0,
    epoch: 0,
    seed: 7,
    next: 1,
    seq: 0,
    hosts: { 'mx.a': a, 'mx.b': hostB, laptop },
    consoles: [],
    conns: [],
    lastConn: 0,
    agenda: null,
    names: {
      zones: zonesFrom('good.example TXT "v=spf1 +all"\nbad.example TXT "v=spf1 -all"'),
      faults: {},
      latency: 0,
    },
    links: {},
    middleboxes: {},
    link: { latency: 0, segment: 0, loss: 0, ...link },
  };
};

export class Lab {
  world: World;
  readonly trace: TraceEvent[] = [];
  /** How many octets one arrival has; 0: all. */
  readonly #split: number;

  constructor(split = 0, wish: Wish = {}) {
    this.#split = split;
    this.world = worldOf(wish);
  }
  host(id: string): Host {
    return this.world.hosts[id] as Host;
  }
  go(input: Input): readonly TraceEvent[] {
    const done = step(this.world, input);
    this.world = done.world;
    this.trace.push(...done.trace);
    return [...done.trace, ...done.trace.flatMap((event) => this.#answer(event))];
  }
  #answer(event: TraceEvent): readonly TraceEvent[] {
    if (event.type !== 'conn') return [];
    const { conn, phase, dir } = event;
    const tls = { version: 'TLSv1.3', cipher: '', serverName: '' };
    if (phase === 'securing') return this.go({ type: 'outside', event: { type: 'secured', conn, tls } });
    if (phase === 'fin' && dir === 'b>a')
      return this.go({ type: 'outside', event: { type: 'closed', conn, how: 'close' } });
    return [];
  }
  /** What the server of a connection said in these events. */
  heard(conn: number, events: readonly TraceEvent[]): string {
    return events
      .map((e) => (e.type === 'wire' && e.conn === conn && e.dir === 'b>a' ? e.octets : ''))
      .join('');
  }
  dial(service: keyof typeof ports): number {
    this.go({
      type: 'outside',
      event: { type: 'open', from: 'laptop', to: 'mx.a', port: ports[service], tls: null },
    });
    return this.world.lastConn;
  }
  data(conn: number, octets: string): readonly TraceEvent[] {
    return this.go({ type: 'outside', event: { type: 'data', conn, octets } });
  }
  /** Lines, the last one ended too. */
  say(conn: number, text: string): string {
    const octets = `${text.replaceAll(/\r?\n/g, '\r\n')}\r\n`;
    const size = this.#split || octets.length;
    const pieces = Array.from({ length: Math.ceil(octets.length / size) }, (_, i) =>
      octets.slice(i * size, (i + 1) * size),
    );
    return this.heard(
      conn,
      pieces.flatMap((piece) => this.data(conn, piece)),
    );
  }
  quiet(conn: number): string {
    const quiet: Input = { type: 'pass', until: 'quiet' };
    return this.heard(conn, [...this.go(quiet), ...this.go(quiet)]); // once more, for what the sockets answered
  }
}
