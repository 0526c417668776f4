/** Every world one can begin in, in the order in which they are offered. */
export const WORLDS = [
  'standard',
  'empty',
  'full',
  'greylisting',
  'old',
  'no-tls',
  'hostile-cafe',
  'many-messages',
  'two-devices',
] as const;
