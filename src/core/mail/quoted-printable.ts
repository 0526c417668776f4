// Any octets as printable ASCII, in lines (RFC 2045 §6.7).
import { CRLF, type Octets } from '../base/octets.ts';

/** Characters of a line, its soft line end included. */
const LINE = 76;
const hex = (char: Octets): Octets => `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Line ends stay line ends. */
export const quotedPrintable = (octets: Octets): Octets => octets.split(CRLF).map(lineOf).join(CRLF);

function lineOf(line: Octets): Octets {
  let [out, row] = ['', ''];
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i);
    const last = i === line.length - 1;
    const mark = isPlain(char, last) ? char : hex(char);
    if (row.length + mark.length > LINE - 1) {
      out += `${row}=${CRLF}`;
      row = '';
    }
    row += mark;
  }
  return out + row;
}
/** White space before a line end is written out, or somebody might take it away. */
const isPlain = (char: Octets, last: boolean): boolean =>
  char === ' ' || char === '\t' ? !last : char >= '!' && char <= '~' && char !== '=';
