// Still WebP pictures bound into one that moves (the WebP container: RIFF with VP8X, ANIM and a frame, ANMF, for each picture).

export interface Frame {
  /** A whole WebP file with one picture. */
  readonly picture: Buffer;
  /** The same, or nothing: where it is transparent the frame before is seen. */
  readonly mask: Buffer;
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  /** Milliseconds. */
  readonly shown: number;
}
const uint24 = (n: number): Buffer => Buffer.from([n & 255, (n >> 8) & 255, (n >> 16) & 255]);
const uint32 = (n: number): Buffer => Buffer.concat([uint24(n), Buffer.from([n >>> 24])]);
function chunk(name: string, body: Buffer): Buffer {
  const padding = Buffer.alloc(body.length % 2);
  return Buffer.concat([Buffer.from(name, 'latin1'), uint32(body.length), body, padding]);
}
/** The chunks of such names, without the file around them. */
function chunksOf(file: Buffer, names: readonly string[]): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 12; at + 8 <= file.length;) {
    const name = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (names.includes(name)) chunks.push(file.subarray(at, end));
    at = end;
  }
  return Buffer.concat(chunks);
}
const ANIMATED = 0x02;
const ALPHA = 0x10;
/** Neither of its flags: laid over the frame before, and left there for the next. */
const OVER = 0;

/** Offsets must be even: the container counts them in twos. */
export function movingPicture(width: number, height: number, frames: readonly Frame[]): Buffer {
  const header = Buffer.concat([
    Buffer.from([ANIMATED | ALPHA, 0, 0, 0]),
    uint24(width - 1),
    uint24(height - 1),
  ]);
  const forever = Buffer.from([0, 0, 0, 0, 0, 0]);
  const bound = frames.map((frame) =>
    chunk(
      'ANMF',
      Buffer.concat([
        uint24(frame.x / 2),
        uint24(frame.y / 2),
        uint24(frame.width - 1),
        uint24(frame.height - 1),
        uint24(frame.shown),
        Buffer.from([OVER]),
        chunksOf(frame.mask, ['ALPH']),
        chunksOf(frame.picture, ['VP8 ', 'VP8L']),
      ]),
    ),
  );
  const body = Buffer.concat([Buffer.from('WEBP'), chunk('VP8X', header), chunk('ANIM', forever), ...bound]);
  return Buffer.concat([Buffer.from('RIFF'), uint32(body.length), body]);
}
