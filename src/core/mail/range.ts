import type { Octets } from '../base/octets.ts';

/** Octets of a stored message, from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
export const sliceOf = (octets: Octets, { start, end }: Range): Octets => octets.slice(start, end);
export const lengthOf = ({ start, end }: Range): number => end - start;

/** Just after the line that holds `at`: lines end with LF, with or without CR before it. */
export function nextLine(octets: Octets, at: number, end: number): number {
  const lf = octets.indexOf('\n', at);
  return lf < 0 || lf >= end ? end : lf + 1;
}
/** How many lines end here: what IMAP calls the size in text lines (RFC 9051 §7.5.2). */
export function linesIn(octets: Octets, { start, end }: Range): number {
  let lines = 0;
  for (let lf = octets.indexOf('\n', start); lf >= 0 && lf < end; lf = octets.indexOf('\n', lf + 1)) lines++;
  return lines;
}
