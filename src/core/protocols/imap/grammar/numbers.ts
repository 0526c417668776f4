// How large a number may be: a grammar of IMAP names its bits, and what is beyond them is no number (RFC 9051 §9, RFC 7162 §7).

const LARGEST = 0xffff_ffff;
/** Those shorter are small enough without being looked at. */
const LONG = /\d{10,}/g;

/** number, nz-number: has every number written in this text 32 bits at most? */
export const has32Bits = (text: string): boolean =>
  (text.match(LONG) ?? []).every((digits) => Number(digits) <= LARGEST);
/** number64, mod-sequence-value: 63 bits, which are more than a double can tell apart. */
export const has63Bits = (digits: string): boolean => digits.length < 19 || BigInt(digits) < 2n ** 63n;
