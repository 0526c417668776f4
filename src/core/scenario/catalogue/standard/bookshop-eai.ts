// A bookshop whose name is not ASCII: its domain is bücher.example, written so that DNS can keep it (RFC 5891 §4.4).
import type { StartHost } from '../../scenario.ts';
import { smtp } from './services.ts';

export const BUECHER = 'xn--bcher-kva.example';
export const bookshopEai: readonly StartHost[] = [
  {
    id: `mx-eai.${BUECHER}`,
    addresses: ['203.0.113.90'],
    domain: BUECHER,
    services: [smtp],
    policy: {},
    reaches: [],
    store: BUECHER,
  },
];
