import type { Rfc } from '../base/ids.ts';
import { CRLF, type Octets } from '../base/octets.ts';
import { fresh, TOO_LONG, type Cut, type Framing, type Reading } from './framing.ts';

const END = '\r\n.\r\n';
/** How many octets at the end of a text may be the beginning of END. */
function pending(text: Octets): number {
  for (let n = Math.min(text.length, END.length - 1); n > 0; n--)
    if (text.endsWith(END.slice(0, n))) return n;
  return 0;
}
const unstuff = (text: Octets): Octets => (text.includes('\r\n.') ? text.replaceAll('\r\n.', CRLF) : text);

/** Octets of the line begun in `text`, after so many of it before; -1: some line is longer than `limit`, line end included. */
function column(text: Octets, before: number, limit: number): number {
  let length = before;
  let from = 0;
  for (let end = text.indexOf(CRLF); end >= 0; end = text.indexOf(CRLF, from)) {
    if (length + end + 2 - from > limit) return -1;
    length = 0;
    from = end + 2;
  }
  length += text.length - from;
  return length > limit ? -1 : length;
}

interface Limits {
  /** Octets of the text, unstuffed. */
  readonly total: number;
  /** Octets of one line, line end included, the doubled dot not (RFC 5321 §4.5.3.1.6). */
  readonly line?: number;
  /** A bare LF ends a line too, and LF . LF the text. A leniency, and a dangerous one: two servers no longer agree where a text ends. */
  readonly lf?: boolean;
  /** A doubled dot stays doubled: a bug of who reads. */
  readonly kept?: boolean;
}
// The command line before the text ended in CR LF: held from the start, so that the first line is a line like any other and a dot
// alone on it ends the text. These two octets are in `taken` too, and cut off in the end.
const START: Reading = { taken: '', held: CRLF, cr: false, left: 0, doomed: '' };

/** Lines up to a lone dot; a leading dot is doubled. The frame is the text unstuffed, the dot line not in it. */
export const dotted = (
  { total, line = 1000, lf = false, kept: doubled = false }: Limits,
  rfc: Rfc = '5321#4.5.2',
): Framing => {
  if (lf) return dottedByLf({ total, line, kept: doubled }, rfc);
  const keep = (reading: Reading, certain: Octets, held: Octets, used: number): Cut => {
    const text = doubled ? certain : unstuff(certain);
    const left = reading.doomed === '' ? column(text, reading.left, line) : -1;
    if (left < 0 || reading.taken.length + text.length - CRLF.length > total)
      return { reading: { taken: '', held, cr: false, left: 0, doomed: 'tooLong' }, used };
    return { reading: { taken: reading.taken + text, held, cr: false, left, doomed: '' }, used };
  };
  return {
    name: 'dotted',
    rfc,
    start: START,
    take(reading, input) {
      if (input === '') return { reading, used: 0 };
      const whole = reading.held + input;
      const end = whole.indexOf(END);
      if (end < 0) {
        const certain = whole.length - pending(whole);
        return keep(reading, whole.slice(0, certain), whole.slice(certain), input.length);
      }
      const used = end + END.length - reading.held.length;
      const { taken, doomed } = keep(reading, whole.slice(0, end + CRLF.length), '', used).reading;
      if (doomed !== '') return { reading: fresh, used, frame: TOO_LONG };
      return { reading: fresh, used, frame: { kind: 'whole', text: taken.slice(CRLF.length) } };
    },
  };
};

const LF_START: Reading = fresh;
/** Line by line, a line being whatever an LF ends. */
const dottedByLf = ({ total, line, kept: doubled }: Required<Omit<Limits, 'lf'>>, rfc: Rfc): Framing => ({
  name: 'dotted',
  rfc,
  start: LF_START,
  take(reading, input) {
    let { taken, held, doomed } = reading;
    for (let from = 0; from < input.length;) {
      const end = input.indexOf('\n', from) + 1;
      if (end === 0) {
        held = doomed === '' ? held + input.slice(from) : (held + input.slice(from)).slice(0, 3);
        if (held.length > line || taken.length + held.length > total) [doomed, taken] = ['tooLong', ''];
        return { reading: { taken, held, cr: false, left: 0, doomed }, used: input.length };
      }
      const whole = held + input.slice(from, end);
      held = '';
      from = end;
      if (whole === '.\n' || whole === '.\r\n')
        return {
          reading: fresh,
          used: end,
          frame: doomed === '' ? { kind: 'whole', text: taken } : TOO_LONG,
        };
      const kept = whole.startsWith('.') && !doubled ? whole.slice(1) : whole;
      if (kept.length > line || taken.length + kept.length > total) doomed = 'tooLong';
      taken = doomed === '' ? taken + kept : '';
    }
    return { reading: { taken, held, cr: false, left: 0, doomed }, used: input.length };
  },
});
