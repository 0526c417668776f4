// What a terminal is given when there is nothing else to do.
import type { IDisposable } from '@xterm/xterm';
import { measureGlyphs } from './glyphs.ts';
import { follow } from './lights.ts';
import type { Canvas } from './painter.ts';

/** `point`: the pointer is on this line, by number; -1: on none. */
export function attend(canvas: Canvas, point: (line: number) => void): IDisposable {
  const given = [follow(canvas, point), measureGlyphs(canvas.term)];
  return { dispose: () => given.forEach((one) => one.dispose()) };
}
