import type { Octets } from '../../base/octets.ts';

// RFC 3629 §4: no surrogates, nothing above U+10FFFF, the shortest form only; octets, NUL among them.
const WELL_FORMED =
  /^(?:[\0-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})*$/;

export const isUtf8 = (octets: Octets): boolean => WELL_FORMED.test(octets);
