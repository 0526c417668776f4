// The world most lessons are played in: a bookshop, a university, an ISP, the learner's machine, a café, and trouble.
import type { World } from '../../../kernel/world.ts';
import { build } from '../../build.ts';
import type { Scenario } from '../../scenario.ts';
import { cable, cables, middleboxes } from './cables.ts';
import { desks } from './desks.ts';
import { EPOCH } from './epoch.ts';
import { bookshopEai } from './bookshop-eai.ts';
import { exampleCom } from './example-com.ts';
import { exampleNet } from './example-net.ts';
import { exampleOrg } from './example-org.ts';
import { mallory, singleFaults } from './single-faults.ts';
import { lab } from './lab.ts';
import { stores } from './stores.ts';
import { names } from './zones.ts';

const servers = [...exampleCom, ...exampleOrg, ...exampleNet, lab, ...bookshopEai, mallory, ...singleFaults];
/** `tests/unit/scenario/standard.test.ts` sees to it that nothing is wrong with it: a browser need not. */
export const scenario: Scenario = {
  epoch: EPOCH,
  seed: 20_261_103,
  cable,
  cables,
  middleboxes,
  hosts: [...servers, ...desks(servers.map(({ id }) => id))],
  stores,
  names,
  consoles: [{ id: 'you@client', host: 'client.example.net' }],
};

export const standard = (): World => build(scenario);
