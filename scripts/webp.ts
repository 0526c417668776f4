// Still WebP pictures bound into one that moves (the WebP container: RIFF with VP8X, ANIM and a frame, ANMF, for each picture).

export interface Frame {
  /** A whole WebP file with one picture. What is transparent in it shows the frame before. */
  readonly picture: Buffer;
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
/** The picture's own chunks, without the file around them: what is transparent, and its colours. */
function pictureChunks(file: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 12; at + 8 <= file.length;) {
    const name = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (['ALPH', 'VP8 ', 'VP8L'].includes(name)) chunks.push(file.subarray(at, end));
    at = end;
  }
  if (chunks.length === 0) throw new Error('That is no WebP picture.');
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
        pictureChunks(frame.picture),
      ]),
    ),
  );
  const body = Buffer.concat([Buffer.from('WEBP'), chunk('VP8X', header), chunk('ANIM', forever), ...bound]);
  return Buffer.concat([Buffer.from('RIFF'), uint32(body.length), body]);
}
