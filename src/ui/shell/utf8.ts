const decoder = new TextDecoder();

/** What a person reads: one char per octet in, text out; ill-formed sequences become U+FFFD (RFC 3629 §3). */
export const fromUtf8 = (octets: string): string =>
  // most of what travels is ASCII, and may be a line of a million octets
  /[^\0-\x7f]/.test(octets) ? decoder.decode(Uint8Array.from(octets, (c) => c.charCodeAt(0))) : octets;
