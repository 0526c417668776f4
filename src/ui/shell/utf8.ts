const decoder = new TextDecoder();

/** What a person reads: one char per octet in, text out; ill-formed sequences become U+FFFD (RFC 3629 §3). */
export const fromUtf8 = (octets: string): string =>
  decoder.decode(Uint8Array.from(octets, (c) => c.charCodeAt(0)));
