const SEPARATOR = 124;
/** Keyed randomness, 32 bits: the same seed and keys give the same number, so adding a draw never changes another. */
export function draw(seed: number, ...keys: readonly (string | number)[]): number {
  let h = 0x811c9dc5 ^ seed;
  for (const key of keys) {
    const text = typeof key === 'string' ? key : String(key);
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    h = Math.imul(h ^ SEPARATOR, 0x01000193);
  }
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  h = Math.imul(h, 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}
