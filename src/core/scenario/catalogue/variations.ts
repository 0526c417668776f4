// The standard world with one thing otherwise: each is worth an afternoon.
import { changed, type Change } from '../../host/change.ts';
import { PERSONALITIES } from '../../host/policy.ts';
import type { World } from '../../kernel/world.ts';
import { standard } from './standard/standard.ts';

const MX = 'mx1.example.com';
const SUBMIT = 'submit.example.com';
const POP = 'pop.example.com';

/** By name; what is turned before anybody sits down. */
export const VARIATIONS = {
  /** Nothing more fits into anybody's mailbox at the bookshop. */
  full: [{ type: 'policy', host: MX, set: { quota: 1 } }],
  /** A stranger is put off for five minutes. */
  greylisting: [{ type: 'policy', host: MX, set: { greylist: 300 } }],
  /** A server of 1982: HELO, seven bits, no extensions, and it says who lives there. */
  old: [{ type: 'policy', host: MX, set: PERSONALITIES.old }],
  /** Nobody at the bookshop offers TLS, and everybody takes a password as it comes. */
  'no-tls': [MX, SUBMIT, POP].map((host): Change => ({ type: 'policy', host, set: { tls: 'off' } })),
  /** Whoever runs the café's network reads along, and takes STARTTLS out of what servers offer. */
  'hostile-cafe': [
    {
      type: 'middlebox',
      host: 'bob-laptop.example.net',
      set: { log: true, strip: ['STARTTLS', 'STLS'] },
    },
  ],
} as const satisfies Readonly<Record<string, readonly Change[]>>;

export function varied(changes: readonly Change[]): World {
  return changes.reduce<World>((world, change) => {
    const { done, expected } = changed(world, change, world.epoch);
    if (!done) throw new Error(expected);
    return { ...world, ...done };
  }, standard());
}
