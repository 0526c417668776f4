// Machines that somebody sits at.
import type { Account } from '../../../base/device.ts';
import type { StartDevice, StartHost } from '../../scenario.ts';

/** Of somebody at the bookshop. */
const accountOf = (user: string, password: string): Account => ({
  address: `${user}@example.com`,
  user,
  password,
  pop3: 'pop.example.com',
  imap: 'imap.example.com',
  submission: 'submit.example.com',
});
const ALICES = accountOf('alice', 'paper lantern');
export const BOBS = accountOf('bob', 'correct-horse');

/** `reaches`: every machine that answers. */
export const desk = (
  reaches: StartHost['reaches'],
  id: string,
  address: string,
  device?: StartDevice,
): StartHost => ({
  id,
  addresses: [address],
  domain: '',
  services: [],
  policy: {},
  reaches,
  store: '',
  ...(device ? { device } : {}),
});
export const desks = (reaches: StartHost['reaches']): readonly StartHost[] => [
  desk(reaches, 'client.example.net', '203.0.113.50'),
  desk(reaches, 'bob-laptop.example.net', '203.0.113.51', { account: BOBS, settings: { access: 'pop3' } }),
  desk(reaches, 'alice-phone.example.net', '203.0.113.52', { account: ALICES, settings: { access: 'imap' } }),
];
