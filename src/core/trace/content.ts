// What is typed in a state that reads no lines is content, up to whatever ends it.
import { CRLF, type Octets } from '../base/octets.ts';
import type { Framing, Reading } from '../wire/framing.ts';

export interface Content {
  /** A line with a lone dot (RFC 5321 §4.5.2), or a number of octets that was announced; `literal`: in the middle of a command. */
  readonly ends: 'dot' | 'count' | 'literal';
  /** So far, as they will be kept; -1: so many that they are let go. */
  readonly octets: number;
  /** How many are still owed; 0: a dot ends it. */
  readonly left: number;
  /** The next octet begins a line. */
  readonly lineStart: boolean;
  /** The latest line ended in a bare LF. */
  readonly bareLf: boolean;
}
const ENDS: Readonly<Record<string, Content['ends']>> = {
  dotted: 'dot',
  counted: 'count',
  'literal lines': 'literal',
};

/** Undefined: this framing cuts lines, or nothing. */
export function contentOf(framing: Framing, at: Reading | null): Content | undefined {
  const ends = ENDS[framing.name];
  const reading = at ?? framing.start;
  // between literals it is a line
  if (ends === undefined || (ends === 'literal' && reading.left === 0)) return undefined;
  const said = reading.held === '' ? reading.taken : reading.held;
  // where LF ends a line too, nothing stands before the first one
  const lenient = ends === 'dot' && framing.start.held === '';
  const crlf = said.endsWith(CRLF);
  const lf = said.endsWith('\n') && !crlf;
  return {
    ends,
    octets: reading.doomed === '' ? sizeOf(reading) - sizeOf(framing.start) : -1,
    left: ends === 'dot' ? 0 : reading.left,
    lineStart: said === '' || crlf || (lf && lenient),
    bareLf: lf && !lenient,
  };
}
const sizeOf = ({ taken, held }: Reading): number => taken.length + held.length;
/** The content so far. */
export function textOf(framing: Framing, at: Reading | null): Octets {
  const { taken, held } = at ?? framing.start;
  // a dotted text is read as if the end of the line before it were part of it
  return (taken + held).slice(sizeOf(framing.start));
}
