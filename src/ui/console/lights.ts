// Lines of a terminal that are pointed at, and lines that stand out for as long as somebody points at what they are one thing with.
import type { IDisposable } from '@xterm/xterm';
import { WRITING, type Canvas } from './painter.ts';

const startOf = ({ places }: Canvas, line: number): number => places.of(String(line))?.row ?? -1;
const endOf = ({ rows, first, places }: Canvas, line: number): number =>
  places.of(line + 1 < first + rows.length ? String(line + 1) : WRITING)?.row ?? -1;

/** What is pointed at, and nothing else. */
export function light(canvas: Canvas): void {
  const { term, lit: looked, gone } = canvas;
  if (gone) return;
  for (const old of canvas.lights) old.dispose();
  const { baseY, cursorY } = term.buffer.active;
  canvas.lights = looked.lines.flatMap((line) => {
    const start = startOf(canvas, line);
    if (start < 0 || line >= canvas.first + canvas.rows.length) return [];
    const marker = term.registerMarker(start - baseY - cursorY);
    const height = Math.max(1, endOf(canvas, line) - start);
    const lit = term.registerDecoration({
      marker,
      x: 0,
      width: term.cols,
      height,
      backgroundColor: looked.color,
      layer: 'bottom',
    });
    return [marker, ...(lit ? [lit] : [])];
  });
}
/** `point`: the pointer is on this line, by number; -1: on none. */
export function follow(canvas: Canvas, point: (line: number) => void): IDisposable {
  const { term } = canvas;
  const screen = term.element?.querySelector('.xterm-screen');
  const move = (event: Event): void => {
    if (!screen || !(event instanceof PointerEvent)) return;
    const { top, height } = screen.getBoundingClientRect();
    const row = Math.floor(((event.clientY - top) / height) * term.rows);
    point(lineAt(canvas, term.buffer.active.viewportY + row));
  };
  const leave = (): void => point(-1);
  screen?.addEventListener('pointermove', move);
  screen?.addEventListener('pointerleave', leave);
  return {
    dispose: () => {
      screen?.removeEventListener('pointermove', move);
      screen?.removeEventListener('pointerleave', leave);
    },
  };
}
/** The line on that row of the scrollback, counted from its beginning; -1: none. */
function lineAt(canvas: Canvas, row: number): number {
  if (row >= (canvas.places.of(WRITING)?.row ?? -1)) return -1;
  for (let i = canvas.first + canvas.rows.length - 1; i >= canvas.first; i--) {
    const start = startOf(canvas, i);
    if (start < 0) return -1;
    if (start <= row) return i;
  }
  return -1;
}
