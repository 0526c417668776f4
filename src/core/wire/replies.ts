// Replies as a client of SMTP hears them: `250-a`, `250-b`, `250 c` is one frame.
import { CRLF, type Octets } from '../base/octets.ts';
import { endOfLine, fresh, TOO_LONG, type Framing } from './framing.ts';

/** Octets of a whole reply: a line has 512 (RFC 5321 §4.5.3.1.5), and nobody needs more than 128 of them. */
const LIMIT = 65_536;
/** Where a line says whether it is the last. */
const MARK = 3;

/** Up to where the reply goes that begins here; -1: it is not all here yet. */
function endOfReply(input: Octets): number {
  let from = 0;
  for (let end = input.indexOf(CRLF); end >= 0; end = input.indexOf(CRLF, from)) {
    if (from + MARK >= end || input.charAt(from + MARK) !== '-') return end + CRLF.length;
    from = end + CRLF.length;
  }
  return -1;
}
/** At once where all of it has come, else line by line: a long reply costs no more than its length. */
export const replies = (limit = LIMIT): Framing => ({
  name: 'reply',
  rfc: '5321#4.2.1',
  start: fresh,
  take(reading, input) {
    if (input === '') return { reading, used: 0 };
    const whole = reading === fresh ? endOfReply(input) : -1;
    if (whole > 0 && whole <= limit)
      return { reading, used: whole, frame: { kind: 'whole', text: input.slice(0, whole - CRLF.length) } };
    const end = endOfLine(reading, input);
    const used = end < 0 ? input.length : end + 1;
    const held = reading.held + input.slice(0, used);
    const doomed = reading.doomed !== '' || reading.taken.length + held.length > limit ? 'tooLong' : '';
    if (end < 0) {
      const kept = doomed === '' ? held : held.slice(0, MARK + 1);
      const taken = doomed === '' ? reading.taken : '';
      return { reading: { taken, held: kept, cr: input.endsWith('\r'), left: 0, doomed }, used };
    }
    const taken = doomed === '' ? reading.taken + held : '';
    if (held.charAt(MARK) === '-') return { reading: { taken, held: '', cr: false, left: 0, doomed }, used };
    if (doomed !== '') return { reading: fresh, used, frame: TOO_LONG };
    return { reading: fresh, used, frame: { kind: 'whole', text: taken.slice(0, -CRLF.length) } };
  },
});
