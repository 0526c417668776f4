// The standard world, and bob has a phone besides his laptop: one account, two ways to its mail.
import type { World } from '../../kernel/world.ts';
import { build } from '../build.ts';
import { BOBS, desk } from './standard/desks.ts';
import { scenario } from './standard/standard.ts';

const servers = scenario.hosts.filter(({ services }) => services.length > 0).map(({ id }) => id);
const phone = desk(servers, 'bob-phone.example.net', '203.0.113.53', {
  account: BOBS,
  settings: { access: 'imap' },
});
/** Nobody else's devices are there. */
export const twoDevices = (): World =>
  build({
    ...scenario,
    hosts: [
      ...scenario.hosts.map(({ device, ...host }) => (device?.account === BOBS ? { ...host, device } : host)),
      phone,
    ],
  });
