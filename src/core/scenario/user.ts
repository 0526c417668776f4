import { utf8 } from '../base/octets.ts';
import type { User } from '../host/host.ts';

/** A user of a scenario. `keys`: where SCRAM's are filed that were made for this name and this password (`npm run keys`). */
export const userWith = (name: string, password: string, keys: User['keys'] = 'scenarios'): User => ({
  name: utf8(name),
  password: utf8(password),
  keys,
});
