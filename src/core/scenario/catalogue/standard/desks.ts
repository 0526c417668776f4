// Machines that somebody sits at.
import type { StartHost } from '../../scenario.ts';

/** `reaches`: every machine that answers. */
export const desks = (reaches: StartHost['reaches']): readonly StartHost[] => {
  const desk = (id: string, address: string): StartHost => ({
    id,
    addresses: [address],
    domain: '',
    services: [],
    policy: {},
    reaches,
    store: '',
  });
  return [
    desk('client.example.net', '203.0.113.50'),
    desk('bob-laptop.example.net', '203.0.113.51'),
    desk('alice-phone.example.net', '203.0.113.52'),
  ];
};
