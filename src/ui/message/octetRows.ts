// The octets of a letter as rows: lines as they are, long ones cut where the panel ends. Only offsets: a letter may have millions.
/** Where each row begins, and where the last one ends. */
export function rowStarts(octets: string, columns: number): readonly number[] {
  const starts = [0];
  const most = Math.max(8, columns);
  for (let at = 0; at < octets.length;) {
    const feed = octets.indexOf('\n', at);
    const end = feed < 0 ? octets.length : feed + 1;
    while (at < end) {
      at = end - at <= most + lineEnd(octets, at, end) ? end : wholeLetter(octets, at + most);
      starts.push(at);
    }
  }
  return starts;
}
/** CR LF is drawn beside a line, not in it. */
const lineEnd = (octets: string, from: number, end: number): number => {
  if (octets[end - 1] !== '\n') return 0;
  return end - from > 1 && octets[end - 2] === '\r' ? 2 : 1;
};
/** Not within a letter of UTF-8 (RFC 3629 §3): no octet of those is cut off from the others. */
function wholeLetter(octets: string, at: number): number {
  let cut = at;
  for (let back = 0; back < 3 && (octets.charCodeAt(cut) & 0xc0) === 0x80; back++) cut--;
  return (octets.charCodeAt(cut) & 0xc0) === 0x80 ? at : cut;
}
const two = (n: number): string => n.toString(16).padStart(2, '0');
/** `48 65 6c 6c 6f`. */
export const hexOf = (octets: string): string =>
  Array.from(octets, (char) => two(char.charCodeAt(0))).join(' ');
/** As hex dumps write it: what is no letter is a dot. */
export const asciiOf = (octets: string): string => octets.replace(/[^\x20-\x7e]/g, '.');
/** `01f4`, as wide as the last one needs, and four at least. */
export const offsetText = (at: number, length: number): string =>
  at.toString(16).padStart(Math.max(4, length.toString(16).length), '0');

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly covered: boolean;
}
/** A row cut where what is covered begins and ends. */
export function piecesOf(
  start: number,
  end: number,
  covers: readonly { readonly start: number; readonly end: number }[],
): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const cover of covers) {
    const from = Math.max(at, cover.start);
    const to = Math.min(end, cover.end);
    if (from >= to) continue;
    if (from > at) pieces.push({ start: at, end: from, covered: false });
    pieces.push({ start: from, end: to, covered: true });
    at = to;
  }
  return at < end ? [...pieces, { start: at, end, covered: false }] : pieces;
}
