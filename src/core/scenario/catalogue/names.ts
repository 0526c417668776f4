/** Every world there is to begin in, by name, in the order in which they are offered. What is in them comes with `worldNamed`. */
export const WORLD_NAMES = [
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
