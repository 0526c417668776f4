// What somebody may do with a mail client, and what may be decided about it: a click is an input of the world.
import type { HostId } from './ids.ts';
import type { Octets } from './octets.ts';

export const ACCESS = ['pop3', 'imap'] as const;
/** What becomes of a letter on the server once POP3 has brought it here. */
export const KEEPS = ['leave', 'mirror', 'days', 'delete'] as const;
export const INBOX = 'INBOX';
/** Where copies of what was sent lie, unless the server calls that otherwise (RFC 6154 §2). */
export const SENT = 'Sent';

export interface Account {
  /** As the letters written here have it: `bob@example.com`. */
  readonly address: Octets;
  readonly user: Octets;
  readonly password: Octets;
  readonly pop3: HostId;
  readonly imap: HostId;
  readonly submission: HostId;
}
export interface Settings {
  readonly access: (typeof ACCESS)[number];
  /** `leave`: it stays; `mirror`: it goes when it is deleted here; `days`: after so many; `delete`: at once. */
  readonly keep: (typeof KEEPS)[number];
  readonly days: number;
  /** TLS from the first octet (RFC 8314 §3); false: the ports of old, and a password anybody on the way can read. */
  readonly secure: boolean;
  /** On those ports of old: STLS or STARTTLS before anything else is said, and nothing without (RFC 2595, 3207). */
  readonly upgrade: boolean;
  /** Stay connected and listen: IDLE. */
  readonly watch: boolean;
  /** File what is sent: a copy into the folder for that. */
  readonly copy: boolean;
  readonly online: boolean;
}
/** By folder, and there by POP3's unique id, or by the UID as a number. */
export interface LetterRef {
  readonly folder: Octets;
  readonly id: string;
}
export interface Draft {
  /** Addresses, with commas between. */
  readonly to: Octets;
  readonly subject: Octets;
  readonly text: Octets;
  /** The letter it answers. */
  readonly re: LetterRef | null;
}
export type Deed =
  /** Fetch what is new, send what waits. */
  | { readonly does: 'sync' }
  | { readonly does: 'set'; readonly settings: Partial<Settings> }
  /** Somebody else's mail from now on: what is here is forgotten. */
  | { readonly does: 'account'; readonly account: Account }
  /** Look at this folder. */
  | { readonly does: 'look'; readonly folder: Octets }
  | { readonly does: 'read'; readonly letter: LetterRef }
  | { readonly does: 'flag'; readonly letter: LetterRef; readonly flag: Flag; readonly on: boolean }
  | { readonly does: 'move'; readonly letter: LetterRef; readonly to: Octets }
  | { readonly does: 'delete'; readonly letter: LetterRef }
  /** A new folder. */
  | { readonly does: 'make'; readonly folder: Octets }
  | { readonly does: 'send'; readonly draft: Draft }
  /** A letter in the outbox is not to go out after all. */
  | { readonly does: 'discard'; readonly job: string }
  /** All that lies here is thrown away: the next sync begins anew. */
  | { readonly does: 'forget' };
export const FLAGS = ['\\Seen', '\\Flagged'] as const;
export type Flag = (typeof FLAGS)[number];
