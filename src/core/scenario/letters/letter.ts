import { utf8, type Octets } from '../../base/octets.ts';

/** A letter written as text, line by line, as octets: UTF-8, every line ended by CR LF (RFC 5322 §2.1). */
export const letter = (text: string): Octets => utf8(text.replace(/^\n/, '').replaceAll('\n', '\r\n'));
