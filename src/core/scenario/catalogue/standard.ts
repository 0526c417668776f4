// The world most lessons are played in: a bookshop's mail server, the learner's machine, and a café.
import type { World } from '../../kernel/world.ts';
import { backup } from '../letters/backup.ts';
import { dots } from '../letters/dots.ts';
import { lantern } from '../letters/lantern.ts';
import { lookalike } from '../letters/lookalike.ts';
import { lunch } from '../letters/lunch.ts';
import { reader } from '../letters/reader.ts';
import { stocktaking } from '../letters/stocktaking.ts';
import { load } from '../load.ts';
import type { Cable, Scenario, StartHost } from '../scenario.ts';

/** Tue, 3 Nov 2026 09:00:00 +0000. */
const EPOCH = 1_793_696_400;
const POP = 'pop.example.com';
const CLIENT = 'client.example.net';
const CAFE = 'bob-laptop.example.net';

const ethernet = { segment: 1460, loss: 0 } as const;
const cable: Cable = { latency: 20, ...ethernet };
const policy = { tls: 'required', commandLf: 'reject' } as const;

const pop: StartHost = {
  id: POP,
  addresses: ['192.0.2.31', '2001:db8:a::31'],
  domain: 'example.com',
  services: [
    { name: 'pop3', port: 110, machine: 'pop3', tls: 'none' },
    { name: 'pop3s', port: 995, machine: 'pop3', tls: 'implicit' },
  ],
  policy,
  reaches: [],
  users: { alice: 'paper lantern', bob: 'correct-horse', carol: 'c4rol"quote', erin: 'größe7' },
  mailboxes: {
    'alice/INBOX': { uidValidity: EPOCH, letters: [] },
    'bob/INBOX': { uidValidity: EPOCH, letters: [lantern, lunch, reader, dots, backup, lookalike] },
    'carol/INBOX': { uidValidity: EPOCH, letters: [] },
    'erin/INBOX': { uidValidity: EPOCH, letters: [stocktaking, stocktaking] },
  },
};
/** A machine somebody sits at. */
const desk = (id: string, address: string): StartHost => ({
  id,
  addresses: [address],
  domain: '',
  services: [],
  policy,
  reaches: [POP],
  users: {},
  mailboxes: {},
});

const scenario: Scenario = {
  epoch: EPOCH,
  seed: 20_261_103,
  cable,
  cables: [
    { between: [CLIENT, POP], ...cable },
    { between: [CAFE, POP], ...cable, latency: 35 },
  ],
  hosts: [pop, desk(CLIENT, '203.0.113.50'), desk(CAFE, '203.0.113.51')],
  zones: {},
  consoles: [{ id: 'you@client', host: CLIENT }],
};

export function standard(): World {
  const { world, problems } = load(scenario);
  if (!world) throw new Error(problems.map(({ path, expected }) => `${path}: ${expected}`).join('\n'));
  return world;
}
