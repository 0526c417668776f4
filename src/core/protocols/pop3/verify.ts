import type { Host } from '../../host/host.ts';

/** Does this password belong to this user here? */
export const verify = (host: Host, name: string, password: string): boolean =>
  Object.hasOwn(host.store.users, name) && host.store.users[name]?.password === password;
