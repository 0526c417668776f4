// What the layout asks of the screen, for scripts; the style sheets ask the same.

/** One column: narrow, or a phone on its side. */
export const PHONE = '(max-width: 819.98px), (max-width: 999.98px) and (max-height: 480px)';
/** A keyboard on the glass is to be expected: the line has a field of its own. */
export const TOUCH = '(max-width: 699.98px), (pointer: coarse)';
