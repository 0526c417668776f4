// What a person calls a character may be many code units: every step of the caret is a whole grapheme.

let segmenter: Intl.Segmenter | undefined;
/** Made when something composed is first written: browsers learn all scripts for it, in the way of whoever types the first key. */
function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}
const BLANK = /\s/;
/** Not Latin, punctuation, arrows or drawn control characters: those take one cell each, whatever they stand next to. */
const COMPOSED = /[^\0-\u02ff\u2010-\u2027\u2039\u203a\u2190-\u2193\u2400-\u2426]/;
export const isComposed = (text: string): boolean => COMPOSED.test(text);
/** Every code unit is a grapheme of its own. */
const isPlain = (text: string): boolean => !COMPOSED.test(text) && !text.includes('\r\n');

/** A caret that fell inside a grapheme moves to that grapheme's beginning. */
export function settle(text: string, caret: number): number {
  if (caret <= 0) return 0;
  if (caret >= text.length) return text.length;
  if (isPlain(text)) return caret;
  return segments(text).containing(caret)?.index ?? text.length;
}
export function previous(text: string, caret: number): number {
  if (caret <= 0) return 0;
  if (isPlain(text)) return Math.min(caret, text.length) - 1;
  return segments(text).containing(Math.min(caret, text.length) - 1)?.index ?? 0;
}
export function next(text: string, caret: number): number {
  if (isPlain(text)) return Math.min(caret + 1, text.length);
  const here = segments(text).containing(caret);
  return here === undefined ? text.length : here.index + here.segment.length;
}
export const countOf = (text: string): number => (isPlain(text) ? text.length : [...segments(text)].length);

/** Back over blanks, then over a word; `isBlank` decides what parts words. */
export function wordLeft(
  text: string,
  caret: number,
  isBlank: (char: string) => boolean = notWordly,
): number {
  let at = caret;
  while (at > 0 && isBlank(text.charAt(at - 1))) at--;
  while (at > 0 && !isBlank(text.charAt(at - 1))) at--;
  return settle(text, at);
}
export function wordRight(text: string, caret: number): number {
  let at = caret;
  while (at < text.length && notWordly(text.charAt(at))) at++;
  while (at < text.length && !notWordly(text.charAt(at))) at++;
  return at === text.length ? at : settle(text, at);
}
export const isSpace = (char: string): boolean => BLANK.test(char);
/** Alt-B and Alt-F stop at punctuation too, as readline does; Ctrl-W only at blanks. */
const notWordly = (char: string): boolean => /[\p{P}\p{S}\s]/u.test(char);
