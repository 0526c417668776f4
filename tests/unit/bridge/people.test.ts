// Whoever a command line names logs in by that name and by the whole address, in every protocol and by every mechanism.
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { md5 } from '@noble/hashes/legacy.js';
import { expect, test } from 'vitest';
import { withKeys } from '../../../src/bridge/keys.ts';
import { beginnings } from '../../../src/bridge/scenarios.ts';
import { encode64 } from '../../../src/core/base/base64.ts';
import { toBytes, utf8 } from '../../../src/core/base/octets.ts';
import { withHost } from '../../../src/core/host/host.ts';
import { step } from '../../../src/core/kernel/step.ts';
import type { Input, World } from '../../../src/core/kernel/world.ts';
import { cram, scram } from '../../transcript/client.ts';

const MAIL = 'mail.a.example';
const worldFor = (...users: readonly string[]): World => {
  const world = beginnings['blank']?.({ domains: [], users, separator: '.' });
  const host = world?.hosts[MAIL];
  if (!world || !host) throw new Error(`no ${MAIL}`);
  const store = { ...host.store, tokens: { good: { user: 'ann', expires: 1 } } };
  return withKeys({ ...world, hosts: withHost(world.hosts, { ...host, store }) });
};
const world = worldFor('ann@a.example:pencil', 'ben@b.example:pencil');
const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', serverName: MAIL };

/** A conversation inside TLS: what is said, and what comes back. */
function talk(port: number, from: World = world): (octets: string) => string {
  let now = from;
  const give = (input: Input): string => {
    const { world: next, trace } = step(now, input);
    now = next;
    return trace.flatMap((e) => (e.type === 'wire' && e.dir === 'b>a' ? [e.octets] : [])).join('');
  };
  const conn = now.lastConn + 1;
  let greeting = give({
    type: 'outside',
    event: { type: 'open', from: 'client.example.net', to: MAIL, port, tls },
  });
  return (octets) => {
    const said = greeting;
    greeting = '';
    return octets === '' ? said : give({ type: 'outside', event: { type: 'data', conn, octets } });
  };
}
type Say = (octets: string) => string;
/** The server's challenge, in base64, however the protocol marks it. */
const challengeIn = (reply: string): string => /^(?:334|\+) (\S*)\r\n/.exec(reply)?.[1] ?? '';
const MECHANISMS: Readonly<Record<string, (ask: Say, say: Say, name: string) => string>> = {
  PLAIN: (ask, say, name) => (ask('PLAIN'), say(encode64(`\0${name}\0pencil`))),
  'PLAIN for oneself': (ask, say, name) => (ask('PLAIN'), say(encode64(`ann\0${name}\0pencil`))),
  LOGIN: (ask, say, name) => (ask('LOGIN'), say(encode64(name)), say(encode64('pencil'))),
  'CRAM-MD5': (ask, say, name) => say(cram([challengeIn(ask('CRAM-MD5')), name, 'pencil'])),
  'SCRAM-SHA-1': (ask, say, name) => (ask('SCRAM-SHA-1'), scrammed(sha1, say, name)),
  'SCRAM-SHA-256': (ask, say, name) => (ask('SCRAM-SHA-256'), scrammed(sha256, say, name)),
  OAUTHBEARER: (ask, say, name) => (
    ask('OAUTHBEARER'),
    say(encode64(`n,a=${name},\x01auth=Bearer good\x01\x01`))
  ),
};
function scrammed(hash: Parameters<typeof scram>[0], say: Say, name: string): string {
  const first = `n,,n=${name},r=abc`;
  const challenge = challengeIn(say(encode64(first)));
  return (say(scram(hash, [first, challenge, 'pencil']).response), say(''));
}
const PROTOCOLS = {
  smtp: { port: 465, hello: 'EHLO c\r\n', auth: 'AUTH', in: /^235 .*ann\r\n$/ },
  pop3: { port: 995, hello: '', auth: 'AUTH', in: /^\+OK 0 messages/ },
  imap: { port: 993, hello: '', auth: 'a AUTHENTICATE', in: /^a OK .*ann\r\n$/ },
} as const;
const NAMES = ['ann', 'ann@a.example', 'ann@A.Example'];
const rows = Object.keys(PROTOCOLS).flatMap((protocol) =>
  Object.keys(MECHANISMS).map((mechanism) => [protocol, mechanism] as const),
);
test.each(rows)('%s: AUTH %s', (protocol, mechanism) => {
  const { port, hello, auth, in: granted } = PROTOCOLS[protocol as keyof typeof PROTOCOLS];
  const login = (name: string): string => {
    const wire = talk(port);
    wire('');
    if (hello !== '') wire(hello);
    const ask: Say = (verb) => wire(`${auth} ${verb}\r\n`);
    return MECHANISMS[mechanism]?.(ask, (line) => wire(`${line}\r\n`), name) ?? '';
  };
  for (const name of NAMES) expect(login(name)).toMatch(granted);
  for (const name of ['ann@b.example', '@a.example', 'ann@', 'a@nn@a.example'])
    expect(login(name)).not.toMatch(granted);
});

test.each([...NAMES, 'ann@b.example'])('by the commands that are older than AUTH: %s', (name) => {
  const mine = name !== 'ann@b.example';
  const user = talk(995);
  expect(user(`USER ${name}\r\nPASS pencil\r\n`).includes('\n+OK 0 messages')).toBe(mine);
  const apop = talk(995);
  const timestamp = /<.*>/.exec(apop(''))?.[0] ?? '';
  const digest = bytesToHex(md5(toBytes(`${timestamp}pencil`)));
  expect(apop(`APOP ${name} ${digest}\r\n`).startsWith('+OK')).toBe(mine);
  const imap = talk(993);
  expect(imap(`a LOGIN ${name} pencil\r\n`).includes('a OK')).toBe(mine);
});
test('levels of names are parted as one likes', () => {
  const imap = talk(993);
  imap('a LOGIN ann pencil\r\n');
  expect(imap('b LIST "" ""\r\n')).toMatch(/^\* LIST \(.*\) "\." ""\r\nb OK /);
  expect(imap('c CREATE Projects.Seed\r\nd LIST "" %\r\n')).toContain('(\\HasChildren) "." Projects\r\n');
});
test('a name beyond ASCII is that name: it logs in, and gets mail', () => {
  const there = worldFor('josé@a.example:größe');
  const pop = talk(995, there);
  expect(pop(utf8('UTF8\r\nUSER josé\r\nPASS größe\r\n'))).toContain('\n+OK 0 messages');
  const smtp = talk(25, there);
  smtp('EHLO c\r\nMAIL FROM:<> SMTPUTF8\r\n');
  expect(smtp(utf8('RCPT TO:<josé@a.example>\r\n'))).toMatch(/^250 2\.1\.5 /);
});
test('with one domain, a name is enough', () => {
  expect(Object.keys(worldFor('ann@a.example:pa', 'eve:x').hosts[MAIL]?.store.users ?? {})).toEqual([
    'ann',
    'eve',
  ]);
});

test.each(['standard', 'blank'])(
  'in %s a bare LF ends a command, and a letter only at smuggle.test',
  (name) => {
    const world = beginnings[name]?.({ domains: [], users: [], separator: undefined });
    const servers = Object.values(world?.hosts ?? {}).filter(
      ({ services }) => Object.keys(services).length > 0,
    );
    expect(servers.filter(({ policy }) => policy.commandLf !== 'accept')).toEqual([]);
    const tolerant = servers.filter(({ policy }) => policy.lfTolerant).map(({ id }) => id);
    expect(tolerant).toEqual(name === 'blank' ? [] : ['smuggle.test']);
  },
);
