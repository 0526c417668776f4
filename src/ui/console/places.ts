// Where on a terminal things were written. The terminal itself is asked while it writes: it alone knows how wide a character is.
import type { IDisposable, IMarker, Terminal } from '@xterm/xterm';

export interface Place {
  readonly row: number;
  readonly column: number;
}
/** Rows count from the beginning of the scrollback as it is now. */
export interface Places extends IDisposable {
  /** Written ahead of something, this makes its place known under that name. */
  readonly here: (name: string) => string;
  /** Undefined: never written, or not known any more. */
  readonly of: (name: string) => Place | undefined;
}
/** Written first on an emptied terminal. */
export const EMPTIED = 'emptied';
/** Written before everything below is erased. */
export const ERASING = 'erasing';

/** A private number: no program is simulated that prints it, and what is printed is drawn, never obeyed. */
const OSC = 7110;
/** Rows between anchors: far fewer than the scrollback holds. */
const APART = 200;

/**
 * One marker for all: rows are remembered as they were, and the marker tells how far they have moved since. A marker of its
 * own for each line costs a hundred milliseconds on a long session.
 */
export function placesOn(term: Terminal): Places {
  const known = new Map<string, Place>();
  let anchor: { readonly marker: IMarker; readonly row: number } | undefined;
  const moved = (): number | undefined =>
    anchor && !anchor.marker.isDisposed ? anchor.row - anchor.marker.line : undefined;
  const drop = (row: number): void => {
    anchor?.marker.dispose();
    anchor = { marker: term.registerMarker(0), row };
  };
  const handler = term.parser.registerOscHandler(OSC, (name) => {
    const { baseY, cursorX, cursorY } = term.buffer.active;
    if (name === EMPTIED) {
      known.clear();
      drop(baseY + cursorY);
      return true;
    }
    const gone = moved();
    if (gone === undefined) return true;
    const row = baseY + cursorY + gone;
    if (name === ERASING || row - (anchor?.row ?? row) > APART) drop(row);
    known.set(name, { row, column: cursorX });
    return true;
  });
  return {
    here: (name) => `\x1b]${OSC};${name}\x07`,
    of(name) {
      const place = known.get(name);
      const gone = moved();
      return place && gone !== undefined ? { row: place.row - gone, column: place.column } : undefined;
    },
    dispose: () => {
      anchor?.marker.dispose();
      handler.dispose();
    },
  };
}
