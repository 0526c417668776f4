// Encoded words (RFC 2047, language tags of 2231 §5). Lenient: they are read wherever they stand.
import type { Octets } from '../base/octets.ts';
import { decodeCharset, textOf } from './charset.ts';
import { decodeBase64, decodeQ } from './transfer.ts';

const WORD = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bq])\?([^?\r\n]*)\?=/gi;

/** Header text for people. A word in a charset nobody here reads stays as it is. */
export function decodedWords(text: Octets): string {
  if (!text.includes('=?')) return textOf(text);
  let [out, at] = ['', 0];
  let run: { charset: string; octets: Octets; source: Octets } | undefined;
  const finish = (): void => {
    if (run) out += decodeCharset(run.octets, run.charset) ?? run.source;
    run = undefined;
  };
  for (const match of text.matchAll(WORD)) {
    const [source, charset = '', encoding = '', inside = ''] = match;
    const between = text.slice(at, match.index);
    const octets = encoding === 'b' || encoding === 'B' ? decodeBase64(inside) : decodeQ(inside);
    // §6.2: white space between two words is not shown. A character cut in two by its writer is joined again.
    const adjacent = run && /^[ \t]*$/.test(between);
    if (run && adjacent && run.charset === charset.toLowerCase()) {
      run = { charset: run.charset, octets: run.octets + octets, source: run.source + between + source };
    } else {
      finish();
      out += adjacent ? '' : textOf(between);
      run = { charset: charset.toLowerCase(), octets, source };
    }
    at = match.index + source.length;
  }
  finish();
  return out + textOf(text.slice(at));
}
