// Answers as a client of POP3 hears them: a line, or where more may follow, everything up to a lone dot (RFC 1939 §3).
import { CRLF } from '../base/octets.ts';
import { endOfLine, fresh, TOO_LONG, type Framing, type Reading } from './framing.ts';

interface Options {
  /** After `+OK` lines follow. After `-ERR` none ever do. */
  readonly many?: boolean;
  /** Octets of a whole answer. */
  readonly limit: number;
}
/** Line by line; the frame is the status and what follows it, a dot at the beginning of a line taken off again. */
export const answers = ({ many = false, limit }: Options): Framing => ({
  name: many ? 'answer' : 'status',
  rfc: '1939#3',
  start: fresh,
  take(reading, input) {
    if (input === '') return { reading, used: 0 };
    const end = endOfLine(reading, input);
    const used = end < 0 ? input.length : end + 1;
    const held = reading.held + input.slice(0, used);
    const doomed = reading.doomed !== '' || reading.taken.length + held.length > limit ? 'tooLong' : '';
    // of a line that is too much already, only whether it ends all is of interest
    if (end < 0)
      return { reading: on(reading, doomed === '' ? held : held.slice(0, 3), input, doomed), used };
    const isFirst = reading.left === 0;
    if (!isFirst && held === `.${CRLF}`)
      return { reading: fresh, used, frame: frameOf(reading.taken, doomed) };
    const text = !isFirst && held.startsWith('.') ? held.slice(1) : held;
    const taken = doomed === '' ? reading.taken + text : '';
    if (isFirst && !(many && held.startsWith('+OK')))
      return { reading: fresh, used, frame: frameOf(taken, doomed) };
    return { reading: { taken, held: '', cr: false, left: 1, doomed }, used };
  },
});
const frameOf = (taken: string, doomed: Reading['doomed']) =>
  doomed === '' ? ({ kind: 'whole', text: taken.slice(0, -CRLF.length) } as const) : TOO_LONG;
/** An unfinished line. `left`: is this not the first one? */
const on = ({ taken, left }: Reading, held: string, input: string, doomed: Reading['doomed']): Reading => ({
  taken: doomed === '' ? taken : '',
  held,
  cr: input.endsWith('\r'),
  left,
  doomed,
});
