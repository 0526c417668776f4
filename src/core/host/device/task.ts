// What a mail client has still to do on an IMAP server. A click makes one; whoever is connected, or connects next, works it off.
import type { Octets } from '../../base/octets.ts';

/** By folder and UID. */
interface OfLetter {
  readonly folder: Octets;
  readonly uid: number;
}
export type Task =
  /** Open the folder, and learn what has changed in it. */
  | { readonly does: 'refresh'; readonly folder: Octets }
  /** The whole of a letter. */
  | ({ readonly does: 'fetch' } & OfLetter)
  | ({ readonly does: 'flag'; readonly flag: string; readonly on: boolean } & OfLetter)
  | ({ readonly does: 'move'; readonly to: Octets } & OfLetter)
  /** For good. */
  | ({ readonly does: 'erase' } & OfLetter)
  | { readonly does: 'create'; readonly folder: Octets }
  /** A letter that was written here. */
  | { readonly does: 'file'; readonly folder: Octets; readonly body: Octets };
