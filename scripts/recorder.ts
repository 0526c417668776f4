// Pictures of a page, one after the other, bound into one that moves. Of each only the squares that have changed since the last one are kept.
import type { Browser, Page } from '@playwright/test';
import { movingPicture, type Frame } from './webp.ts';

interface Changed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** WebP, base64. */
  readonly picture: string;
  /** The same: where the picture is to be seen; absent: everywhere. */
  readonly mask?: string;
}
/** Runs in a page of its own: the browser is the encoder. */
const ENCODER = `
  let before;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  const even = (n) => n - (n % 2);
  const differs = (a, b, i) => a[i] !== b[i];
  function changed(now, width, height) {
    if (!before) return { x: 0, y: 0, width, height };
    const [a, b] = [new Uint32Array(before.data.buffer), new Uint32Array(now.data.buffer)];
    let [left, top, right, bottom] = [width, height, -1, -1];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        if (differs(a, b, y * width + x)) {
          if (x < left) left = x;
          if (x > right) right = x;
          if (y < top) top = y;
          bottom = y;
        }
    if (right < 0) return undefined;
    const [x, y] = [even(left), even(top)];
    return { x, y, width: right - x + 1, height: bottom - y + 1 };
  }
  const SQUARE = 16;
  // Of what has not changed the frame before is seen, and nothing need be kept of it; but what is beside a change stays, since colours bleed.
  function changedSquares(part, old) {
    const [a, b] = [new Uint32Array(old.data.buffer), new Uint32Array(part.data.buffer)];
    const { width, height } = part;
    const across = Math.ceil(width / SQUARE);
    const squareOf = (x, y) => Math.floor(y / SQUARE) * across + Math.floor(x / SQUARE);
    const hot = new Set();
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) if (a[y * width + x] !== b[y * width + x]) hot.add(squareOf(x, y));
    const near = new Set();
    for (const at of hot)
      for (const up of [-across, 0, across]) for (const side of [-1, 0, 1]) near.add(at + up + side);
    const mask = new ImageData(width, height);
    const shown = new Uint32Array(mask.data.buffer);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const square = squareOf(x, y);
        if (hot.has(square)) shown[y * width + x] = 0xffffffff;
        else if (!near.has(square)) b[y * width + x] = b[(y - (y % SQUARE)) * width + x - (x % SQUARE)];
      }
    return mask;
  }
  function cut({ data, width }, box) {
    const part = new ImageData(box.width, box.height);
    for (let y = 0; y < box.height; y++) {
      const from = ((box.y + y) * width + box.x) * 4;
      part.data.set(data.subarray(from, from + box.width * 4), y * box.width * 4);
    }
    return part;
  }
  async function encode(png, quality) {
    const bitmap = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    context.drawImage(bitmap, 0, 0);
    const now = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const box = changed(now, bitmap.width, bitmap.height);
    const old = before;
    before = now;
    if (!box) return undefined;
    const part = cut(now, box);
    const mask = old && changedSquares(part, cut(old, box));
    return {
      ...box,
      picture: await packed(part, quality, false),
      ...(mask ? { mask: await packed(mask, quality, true) } : {}),
    };
  }
  async function packed(image, quality, alpha) {
    const painted = new OffscreenCanvas(image.width, image.height);
    painted.getContext('2d', { alpha }).putImageData(image, 0, 0);
    const blob = await painted.convertToBlob({ type: 'image/webp', quality });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }
  globalThis.encode = encode;
`;

const frameOf = ({ picture, mask, ...place }: Changed, shown: number): Frame => ({
  ...place,
  picture: Buffer.from(picture, 'base64'),
  mask: Buffer.from(mask ?? '', 'base64'),
  shown,
});

export interface Recorder {
  /** A picture of the page as it is, shown for so many milliseconds. */
  readonly snap: (page: Page, shown: number) => Promise<void>;
  readonly bind: () => Buffer;
}
export async function recorder(
  browser: Browser,
  size: { readonly width: number; readonly height: number },
  quality: number,
): Promise<Recorder> {
  const encoder = await browser.newPage();
  await encoder.evaluate(ENCODER);
  const frames: Frame[] = [];
  return {
    async snap(page, shown) {
      const png = (await page.screenshot()).toString('base64');
      const next = await encoder.evaluate<Changed | undefined>(`encode(${JSON.stringify(png)}, ${quality})`);
      const last = frames.at(-1);
      if (next) frames.push(frameOf(next, shown));
      else if (last) frames[frames.length - 1] = { ...last, shown: last.shown + shown };
    },
    bind: () => movingPicture(size.width, size.height, frames),
  };
}
