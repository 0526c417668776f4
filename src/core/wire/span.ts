import type { Rfc } from '../base/ids.ts';

/** What a stretch of octets *is*. Offsets in octets, `to` exclusive; derived when somebody paints, never stored. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly role: string;
  readonly rfc?: Rfc;
}
