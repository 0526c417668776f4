import { CRLF } from '../../../src/core/base/octets.ts';
import { endOfLine, fresh, TOO_LONG, type Framing } from '../../../src/core/wire/framing.ts';

const LIMIT = 65_536;
/** The client's side of SMTP: `250-a`, `250-b`, `250 c` is one frame. Line by line, so that a long reply costs no more than its length. */
export const replies: Framing = {
  name: 'reply',
  rfc: '5321#4.2',
  start: fresh,
  take(reading, input) {
    const end = endOfLine(reading, input);
    const used = end < 0 ? input.length : end + 1;
    if (used === 0) return { reading, used };
    const held = reading.held + input.slice(0, used);
    if (reading.taken.length + held.length > LIMIT) return { reading: fresh, used, frame: TOO_LONG };
    if (end < 0)
      return { reading: { taken: reading.taken, held, cr: held.endsWith('\r'), left: 0, doomed: '' }, used };
    const taken = reading.taken + held;
    if (held.charAt(3) === '-') return { reading: { taken, held: '', cr: false, left: 0, doomed: '' }, used };
    return { reading: fresh, used, frame: { kind: 'whole', text: taken.slice(0, -CRLF.length) } };
  },
};
