// An ISP: what leaves its network, its lists, its alumni forwarding, its customers' mail.
import type { StartHost } from '../../scenario.ts';
import { smtp } from './services.ts';

const server = (id: string, address: string, rest: Partial<StartHost>): StartHost => ({
  id,
  addresses: [address],
  domain: id,
  services: [smtp],
  policy: {},
  reaches: [],
  store: id,
  ...rest,
});
export const exampleNet: readonly StartHost[] = [
  server('mail.example.net', '203.0.113.30', { domain: 'example.net', store: 'example.net' }),
  server('lists.example.net', '203.0.113.10', {}),
  server('fwd.example.net', '203.0.113.20', { domain: 'alumni.example.net', store: 'alumni.example.net' }),
  // the way out for whoever is at the café, too
  server('out.example.net', '203.0.113.40', {
    domain: '',
    store: '',
    policy: { relayFrom: ['203.0.113.48/29'] },
  }),
];
