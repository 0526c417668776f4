// The two encoders are fixed by WHATWG and pure; everything else of the platform stays unnameable in the core.
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean });
  readonly encoding: string;
  decode(bytes: Uint8Array): string;
}
