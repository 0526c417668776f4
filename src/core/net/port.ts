// Ports that a system gives to whoever calls.
import type { ConnId } from '../base/ids.ts';
import { draw } from '../base/random.ts';

/** Linux's own range of them, within the dynamic ports and below (RFC 6335 §6). */
const FIRST = 32_768;
const LAST = 60_999;
/** The port from which a connection was made. */
export const ephemeralPort = (seed: number, conn: ConnId): number =>
  FIRST + (draw(seed, 'ephemeral port', conn) % (LAST - FIRST + 1));
