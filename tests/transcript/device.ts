// The mail client on somebody's laptop, and a server that a transcript plays.
import type { Deed, Settings } from '../../src/core/base/device.ts';
import { MINUTE } from '../../src/core/base/time.ts';
import { newDevice, type Device } from '../../src/core/host/device/device.ts';
import { fetched } from '../../src/core/host/device/maildrop.ts';
import { withHost, withPolicy, type Host } from '../../src/core/host/host.ts';
import { usual } from '../../src/core/host/policy.ts';
import { noSpool } from '../../src/core/host/spool.ts';
import type { Input, World } from '../../src/core/kernel/world.ts';
import { userWith } from '../../src/core/scenario/user.ts';
import { CLIENT, testWorld } from '../world.ts';
import { octetsOf } from './octets.ts';
import { factOf, knobsOf } from './place.ts';
import type { Block, Step } from './parse.ts';
import type { Cut } from './play.ts';
import type { Stage } from './serve.ts';

const THEM = 'mail.example.org';
const PORTS: Readonly<Record<string, readonly [number, number]>> = {
  'pop3-client': [110, 995],
  'imap-client': [143, 993],
  'smtp-client': [587, 465],
};
/** `keep=delete`, `days=3`, `watch=true`, `secure=true`, `upgrade=true`: settings; `nobody`: nobody answers; `knows=a,b`, `doomed=a`: of POP3. */
export function deviceStage({ protocol, wishes, steps }: Block, cut: Cut): Stage {
  const segment = cut === 'whole' ? 0 : cut === 'bytes' ? 1 : 1 + (cut % 11);
  const around = 'nowhere' in wishes ? '' : `${THEM} A 198.51.100.10`;
  const start = testWorld({ link: { segment }, more: around });
  const us = start.hosts[CLIENT];
  if (!us) throw new Error('the test world has a machine to sit at');
  const hosts = withHost(
    { ...start.hosts, [THEM]: serverFor(protocol, wishes) },
    {
      ...withPolicy(us, knobsOf(wishes)),
      device: deviceFor(protocol, wishes),
    },
  );
  const first: Deed =
    protocol === 'smtp-client' ? sendTo(wishes['to'] ?? 'alice@example.com') : { does: 'sync' };
  return {
    world: { ...start, hosts },
    inputs: inputsOf(first, steps),
    isOurs: (port) => PORTS[protocol]?.includes(port) ?? false,
    look,
  };
}
function serverFor(protocol: string, wishes: Block['wishes']): Host {
  const [clear = 0, secure = 0] = PORTS[protocol] ?? [];
  return {
    id: THEM,
    addresses: ['198.51.100.10'],
    domain: 'example.org',
    services:
      'nobody' in wishes
        ? {}
        : {
            587: { machine: 'smtp', tls: 'none', role: 'submission' },
            [clear]: { machine: 'puppet', tls: 'none' },
            [secure]: { machine: 'puppet', tls: 'plain' in wishes ? 'none' : 'implicit' },
          },
    store: {
      id: '',
      users: { dave: userWith('dave', 'river-otter') },
      mailboxes: {},
      locks: {},
      tokens: {},
    },
    policy: { ...usual, tls: 'optional', ...knobsOf(wishes) },
    spool: noSpool,
    neighbours: [],
    dnsCache: {},
  };
}
const account = {
  address: 'dave@example.org',
  user: 'dave',
  password: 'river-otter',
  pop3: THEM,
  imap: THEM,
  submission: THEM,
};
function deviceFor(protocol: string, wishes: Block['wishes']): Device {
  const access = protocol === 'imap-client' ? 'imap' : 'pop3';
  const device = newDevice(account, { access, secure: false, watch: false, ...settingsIn(wishes) });
  const ids = (wishes['knows'] ?? '').split(',').filter((id) => id !== '');
  const pop3 = ids.reduce((drop, id) => fetched(drop, id, `Subject: old ${id}\r\n\r\n`, 0), device.pop3);
  const doomed = (wishes['doomed'] ?? '').split(',').filter((id) => id !== '');
  return { ...device, pop3: { ...pop3, doomed } };
}
const settingsIn = (wishes: Block['wishes']): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(wishes).flatMap(([name, value]): [string, unknown][] => {
      if (name === 'keep') return [[name, value]];
      if (name === 'days') return [[name, Number(value)]];
      return name === 'secure' || name === 'upgrade' || name === 'watch' ? [[name, value === 'true']] : [];
    }),
  );

const QUIET: Input = { type: 'pass', until: 'quiet' };
/** Somebody asks what is new; then come the clicks and the time of the transcript, in its order. */
function inputsOf(first: Deed, steps: readonly Step[]): readonly Input[] {
  const inputs: Input[] = [deedInput(first), QUIET];
  let minutes = 0;
  for (const { kind, text } of steps) {
    if (kind === 'click') inputs.push(deedInput(deedOf(text)), QUIET);
    else if (kind === 'later' || kind === 'wait') {
      minutes += Number(text);
      inputs.push({ type: 'pass', until: (minutes + 1) * MINUTE });
    }
  }
  return [...inputs, QUIET];
}
const sendTo = (to: string, subject = 'Hi'): Deed => ({
  does: 'send',
  draft: { to, subject, text: 'Hello.\n', re: null },
});
const deedInput = (deed: Deed): Input => ({ type: 'device', host: CLIENT, deed });
/** `sync`, `read INBOX 4`, `flag INBOX 4`, `move INBOX 4 Work`, `set {"online":false}`, `send a@b Subject`. */
function deedOf(text: string): Deed {
  const [does = '', folder = '', id = '', to = ''] = text.split(' ').map((word) => octetsOf(word, new Map()));
  const letter = { folder, id };
  switch (does) {
    case 'sync':
    case 'forget':
      return { does };
    case 'read':
    case 'delete':
      return { does, letter };
    case 'flag':
      return { does, letter, flag: '\\Flagged', on: to !== 'off' };
    case 'move':
      return { does, letter, to };
    case 'look':
    case 'make':
      return { does, folder };
    case 'set':
      return { does, settings: JSON.parse(text.slice(4)) as Partial<Settings> };
    case 'send':
      return sendTo(folder, id);
    default:
      throw new Error(`no deed: ${text}`);
  }
}
function look({ world }: { readonly world: World }, { kind, text }: Step): string | undefined {
  const device = world.hosts[CLIENT]?.device;
  if (!device) return undefined;
  if (kind !== 'here' && kind !== 'trouble' && kind !== 'queue') return undefined;
  const waiting = factOf({ world, trace: [] }, 'queue', CLIENT, text);
  const is = kind === 'here' ? hereOn(device) : kind === 'trouble' ? troubleOf(device) : waiting;
  return is === text ? undefined : `${kind}: ${is}`;
}
const troubleOf = ({ trouble }: Device): string => (trouble ? `${trouble.what} ${trouble.said}`.trim() : '');
const subjectIn = (octets: string): string => /^subject: *(.*?)\r?$/im.exec(octets)?.[1] ?? '';
/** Every letter: folder, name, subject, flags; `…`: the rest of it is on the server only. */
const hereOn = ({ settings, pop3, imap }: Device): string =>
  (settings.access === 'pop3'
    ? pop3.letters.map(({ folder, id, body, flags }) => [folder, id, subjectIn(body), ...flags])
    : imap.folders.flatMap(({ name, letters }) =>
        letters.map(({ uid, head, flags, body }) => [
          name,
          String(uid),
          subjectIn(head),
          ...flags,
          ...(body === null ? ['…'] : []),
        ]),
      )
  )
    .map((words) => words.join(' '))
    .join('; ');
