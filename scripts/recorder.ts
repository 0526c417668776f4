// Pictures of a page, one after the other, bound into one that moves. Only what has changed since the last one is kept.
import type { Browser, Page } from '@playwright/test';
import { movingPicture, type Frame } from './webp.ts';

interface Changed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** WebP, base64. */
  readonly picture: string;
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
  async function encode(png, quality) {
    const bitmap = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    context.drawImage(bitmap, 0, 0);
    const now = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const box = changed(now, bitmap.width, bitmap.height);
    before = now;
    if (!box) return undefined;
    const part = new OffscreenCanvas(box.width, box.height);
    part.getContext('2d', { alpha: false }).putImageData(context.getImageData(box.x, box.y, box.width, box.height), 0, 0);
    const blob = await part.convertToBlob({ type: 'image/webp', quality });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return { ...box, picture: btoa(text) };
  }
  globalThis.encode = encode;
`;

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
      if (next) frames.push({ ...next, picture: Buffer.from(next.picture, 'base64'), shown });
      else if (last) frames[frames.length - 1] = { ...last, shown: last.shown + shown };
    },
    bind: () => movingPicture(size.width, size.height, frames),
  };
}
