// One root for all mailboxes of a user (RFC 9208 §3.2.1).
import type { Octets } from '../../../base/octets.ts';

export const ROOT = '#user/';
export const rootOf = (user: string): Octets => ROOT + user;
