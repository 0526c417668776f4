// Other machines around the mail server of the small world: where its letters go, and what is wrong there.
import { utf8 } from '../src/core/base/octets.ts';
import type { Host, Store } from '../src/core/host/host.ts';
import { usual, type Policy } from '../src/core/host/policy.ts';
import { noSpool } from '../src/core/host/spool.ts';
import { userWith } from '../src/core/scenario/user.ts';
import { newMailbox } from '../src/core/store/mailbox.ts';

const storeOf = (id: string, names: readonly string[], aliases: Store['aliases'] = {}): Store => ({
  id,
  users: Object.fromEntries(names.map((name) => [name, userWith(name, 'secret')])),
  mailboxes: Object.fromEntries(names.map((name) => [`${name}/INBOX`, newMailbox(1)])),
  locks: {},
  tokens: {},
  aliases,
});
const server = (id: string, address: string, rest: Partial<Host>): Host => ({
  id,
  addresses: [address],
  domain: '',
  services: { 25: { machine: 'smtp', tls: 'none', role: 'mx' } },
  store: storeOf('', []),
  policy: usual,
  spool: noSpool,
  neighbours: [],
  dnsCache: {},
  ...rest,
});
const backup: Policy = { ...usual, relayFor: ['example.org'] };

/** What each of them adds: a machine, and what the DNS says of it beyond its address. */
export const elsewhere: Readonly<Record<string, { readonly host: Host; readonly names: string }>> = {
  mx: {
    host: server('mx.example.org', '198.51.100.10', {
      domain: 'example.org',
      store: {
        ...storeOf('example.org', ['dave', 'dean', 'desk'], { pong: ['ping@alumni.example.net'] }),
        robots: {
          dean: { kind: 'vacation', text: 'I am away until Monday.' },
          desk: { kind: 'ticket', text: 'Somebody will look at it.' },
        },
      },
    }),
    names: '',
  },
  backup: {
    host: server('mx2.example.org', '198.51.100.11', { policy: backup }),
    names: 'example.org MX 20 mx2.example.org\nmx2.example.org A 198.51.100.11',
  },
  fwd: {
    host: server('fwd.example.net', '203.0.113.20', {
      domain: 'alumni.example.net',
      store: storeOf('alumni.example.net', ['frank'], {
        ping: ['pong@example.org'],
        grace: ['dave@example.org'],
        lost: ['nobdy@example.org'],
      }),
    }),
    names: '',
  },
  shop: {
    host: server('mx.xn--bcher-kva.example', '203.0.113.90', {
      domain: 'xn--bcher-kva.example',
      store: storeOf('xn--bcher-kva.example', [utf8('josé'), 'till']),
    }),
    names: 'xn--bcher-kva.example MX 10 mx.xn--bcher-kva.example\nmx.xn--bcher-kva.example A 203.0.113.90',
  },
  lists: {
    host: server('lists.example.net', '203.0.113.10', {
      domain: 'lists.example.net',
      store: {
        ...storeOf('lists.example.net', ['keeper']),
        lists: {
          talk: {
            title: 'Talk of the town',
            members: ['alice@example.com', 'dave@example.org', 'gone@example.org'],
            owner: 'keeper',
            tag: 'talk',
            footer: 'To leave, write to talk-unsubscribe@lists.example.net',
          },
        },
      },
    }),
    names: 'lists.example.net MX 10 lists.example.net\nlists.example.net A 203.0.113.10',
  },
};
