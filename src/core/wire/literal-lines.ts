import { CRLF, type Octets } from '../base/octets.ts';
import { endOfLine, fresh, TOO_LONG, type Cut, type Framing, type Reading } from './framing.ts';

const LITERAL = /\{(\d{1,15})(\+?)\}\r?\n$/;
/** As much of a line as an announcement takes, line end included. */
const ENOUGH = 24;
/** No tag need be longer to be answered. */
const TAG = 64;
/** Whose a literal is says the beginning of its command. */
const HEAD = 256;

interface Limits {
  /** Octets of a line, line end included. */
  readonly line?: number;
  /** Octets of a command with its literals. */
  readonly total?: number;
  /** A bare LF ends a line as well as CR LF does. A leniency: no protocol of ours allows it. */
  readonly lf?: boolean;
}
/**
 * IMAP: a line that ends in {n} goes on after n octets (RFC 9051 §4.3), {n+} without being asked to (RFC 7888). The frame is the
 * *contiguous wire text* of the command, literals in place, so the grammar reads `{5}\r\nalice` where it stands and a span is an
 * offset. A command that is doomed is swallowed to its end, unasked literals too, or they would be read as commands.
 */
export const literalLines = ({ line = 65_536, total = 67_108_864, lf = false }: Limits = {}): Framing => ({
  name: 'literal lines',
  rfc: '9051#4.3',
  start: fresh,
  take(reading, input) {
    if (reading.left > 0) return takeLiteral(reading, input);
    const end = lf ? input.indexOf('\n') : endOfLine(reading, input);
    if (end < 0) return hold(reading, input, line);
    const used = end + 1;
    const text = reading.held + input.slice(0, used);
    return finishLine(reading, text, used, { line, total });
  },
  refuse: (reading, sync) => (sync ? fresh : later('', '', reading.left, 'refused')),
});
/** An announcement in octets that are commands or replies of IMAP. */
export interface LiteralAt {
  /** Where `{n}` begins. */
  readonly from: number;
  /** Where its octets begin. */
  readonly at: number;
  readonly size: number;
}
/** All of them, in order; what stands within one announces nothing. */
export function literalsIn(octets: Octets): readonly LiteralAt[] {
  const found: LiteralAt[] = [];
  for (let at = octets.indexOf('\n'), from = 0; at >= 0; at = octets.indexOf('\n', from)) {
    const end = at + 1;
    const bare = octets[at - 1] === '\r' ? at - 1 : at;
    const hit =
      octets[bare - 1] === '}' ? LITERAL.exec(octets.slice(Math.max(from, end - ENOUGH), end)) : null;
    from = end;
    if (!hit) continue;
    const size = Number(hit[1]);
    found.push({ from: end - hit[0].length, at: end, size });
    from = end + size;
  }
  return found;
}
const later = (taken: Octets, head: Octets, left: number, doomed: Reading['doomed']): Required<Reading> => ({
  taken,
  head,
  held: '',
  cr: false,
  left,
  doomed,
});
/** The first word of a frame that is too long, and its space: of what is there however the octets arrive. */
function headOf(frame: Octets, line: number): Octets {
  const head = frame.slice(0, Math.min(TAG, line));
  return head.slice(0, head.indexOf(' ') + 1);
}
const tooLong = (used: number, head: Octets): Cut => ({
  reading: fresh,
  used,
  frame: head === '' ? TOO_LONG : { kind: 'tooLong', head },
});
interface Announced {
  readonly taken: Octets;
  readonly size: number;
  readonly sync: boolean;
  readonly used: number;
}
function asked(reading: Reading, line: Octets, { taken, size, sync, used }: Announced): Cut {
  const head = reading.head || line.slice(0, HEAD);
  return {
    reading: later(taken, head, size, ''),
    used,
    frame: { kind: 'ask', head, length: taken.length, size, sync },
  };
}
function finishLine(
  reading: Reading,
  text: Octets,
  used: number,
  { line, total }: Required<Omit<Limits, 'lf'>>,
): Cut {
  const over = reading.doomed === '' && text.length > line;
  const doomed = over ? 'tooLong' : reading.doomed;
  const bare = text.length - (text.endsWith(CRLF) ? 2 : 1);
  const literal = text[bare - 1] === '}' ? LITERAL.exec(text) : null;
  if (!literal) {
    if (doomed === 'refused') return { reading: fresh, used };
    if (doomed === 'tooLong') return tooLong(used, over ? headOf(reading.taken + text, line) : reading.taken);
    return { reading: fresh, used, frame: { kind: 'whole', text: reading.taken + text.slice(0, bare) } };
  }
  const size = Number(literal[1]);
  const sync = literal[2] === '';
  const taken = reading.doomed === '' ? reading.taken + text : reading.taken;
  const fate = doomed === '' && taken.length + size > total ? 'tooLong' : doomed;
  if (fate === '') return asked(reading, text, { taken, size, sync, used });
  const head = reading.doomed === '' ? headOf(taken, line) : taken;
  // Refused, the client does not send what it asked leave for: the next octet begins a command.
  if (sync) return fate === 'tooLong' ? tooLong(used, head) : { reading: fresh, used };
  return { reading: later(head, '', size, fate), used };
}
function hold(reading: Reading, input: Octets, limit: number): Cut {
  if (input === '') return { reading, used: 0 };
  const cr = input.endsWith('\r');
  const all = reading.held + input;
  const over = reading.doomed === '' && all.length > limit;
  const doomed = over ? 'tooLong' : reading.doomed;
  const held = doomed === '' ? all : all.slice(-ENOUGH);
  const taken = over ? headOf(reading.taken + all, limit) : reading.taken;
  return {
    reading: { taken, head: reading.head ?? '', held, cr, left: reading.left, doomed },
    used: input.length,
  };
}
function takeLiteral(reading: Reading, input: Octets): Cut {
  const used = Math.min(reading.left, input.length);
  if (used === 0) return { reading, used };
  const taken = reading.doomed === '' ? reading.taken + input.slice(0, used) : reading.taken;
  return { reading: later(taken, reading.head ?? '', reading.left - used, reading.doomed), used };
}
