// Lantern Books, a bookshop of six: strict and modern.
import type { StartHost } from '../../scenario.ts';

const pop: StartHost = {
  id: 'pop.example.com',
  addresses: ['192.0.2.31', '2001:db8:a::31'],
  domain: 'example.com',
  services: [
    { name: 'pop3', port: 110, machine: 'pop3', tls: 'none' },
    { name: 'pop3s', port: 995, machine: 'pop3', tls: 'implicit' },
  ],
  policy: {},
  reaches: [],
  store: 'example.com',
};
export const exampleCom: readonly StartHost[] = [pop];
