// What is on its way is one picture: where in it something is drawn.
import type { Locator } from '@playwright/test';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** On the screen; undefined: the picture is empty. */
export const drawnIn = (panel: Locator): Promise<Box | undefined> =>
  panel.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] };
    const box = { left: width, top: height, right: -1, bottom: -1 };
    for (let i = 3; i < data.length; i += 4) {
      if (data[i] === 0) continue;
      const x = ((i - 3) / 4) % width;
      const y = Math.floor((i - 3) / 4 / width);
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y + 1);
    }
    if (box.right < 0) return undefined;
    const at = canvas.getBoundingClientRect();
    const pixel = at.width / width;
    return {
      x: at.x + box.left * pixel,
      y: at.y + box.top * pixel,
      width: (box.right - box.left) * pixel,
      height: (box.bottom - box.top) * pixel,
    };
  });
