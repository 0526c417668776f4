import { utf8 } from '../base/octets.ts';
import type { User } from '../host/host.ts';
import { KEYS } from './keys.ts';

/** A user of a scenario; with keys, when they were made for this name and this password. */
export function userWith(name: string, password: string): User {
  const made = `${name}:${password}`;
  return { name, password: utf8(password), keys: (Object.hasOwn(KEYS, made) && KEYS[made]) || null };
}
