// A capsule as a picture. It is drawn once, around its own middle: whoever flies it only moves the picture.
import { CAPSULE_H, type Capsule } from './capsule.ts';

export interface Sprite {
  readonly image: HTMLCanvasElement;
  /** Where its middle is in it, in pixels of the screen. */
  readonly x: number;
  readonly y: number;
}
/** Where pictures are shown, and how. */
export interface Look {
  /** Pixels of the screen to a unit. */
  readonly scale: number;
  readonly theme: string;
  readonly on: Element;
}
type Pen = CanvasRenderingContext2D;

const HEIGHTS = { text: CAPSULE_H, refusal: CAPSULE_H, record: 26, dot: 26 } as const;
const isFilled = ({ shape }: Capsule): boolean => shape === 'text' || shape === 'refusal';
const isLocked = (capsule: Capsule): boolean => capsule.secure && isFilled(capsule);
function shapeOf(capsule: Capsule) {
  const { voice, shape } = capsule;
  const filled = isFilled(capsule);
  const locked = isLocked(capsule);
  const colour = { text: voice, dot: voice, record: 'tls', refusal: 'refusal' }[shape];
  return {
    h: HEIGHTS[shape],
    fill: filled ? colour : 'pane',
    stroke: locked ? 'tls' : colour,
    lineWidth: locked ? 2.5 : 1.5,
    dash: shape === 'dot' ? [3, 3] : [],
    ink: filled ? 'ink' : colour,
    weight: filled ? 600 : 500,
  };
}
/** From left to right: the middle of a lock and of a cross, if it has them, and where its words begin; and the point of its chevron. */
function placesOf(capsule: Capsule) {
  const { width, voice, crossed } = capsule;
  const start = -width / 2 + (voice === 'client' ? 15 : 27);
  const locked = isLocked(capsule);
  const cross = start + (locked ? 20 : 4);
  return {
    lock: locked ? start + 5 : undefined,
    cross: crossed ? cross : undefined,
    text: crossed ? cross + 10 : start + (locked ? 15 : 0),
    tip: voice === 'client' ? width / 2 - 15 : 15 - width / 2,
  };
}
/** Half of the widest edge, and a little. */
const AROUND = 2;
/** Of the note: its line under the edge, and what hangs below it. */
const NOTE = 15;
const BELOW = 5;

type Style = (property: string) => string;
const told = new Map<string, string>();
/** Of a theme, asked once: to ask is to make the browser work out how all of the page looks, in the middle of a change. */
const styleOf =
  ({ on, theme }: Look): Style =>
  (property) => {
    const key = `${theme} ${property}`;
    const kept = told.get(key) ?? getComputedStyle(on).getPropertyValue(property);
    told.set(key, kept);
    return kept;
  };
const drawn = new Map<string, Sprite>();
/** What was drawn long ago is drawn again. */
const KEPT = 400;

/** `scale`: pixels of the screen to a unit; `on`: where it will be shown, for its fonts and for the colours of this theme. */
export function spriteOf(capsule: Capsule, look: Look): Sprite {
  const { scale, theme } = look;
  const { voice, shape, crossed, secure, text, note } = capsule;
  // fonts may come later than the words
  const key = [theme, scale, document.fonts.status, voice, shape, crossed, secure, text, note].join('\n');
  const kept = drawn.get(key);
  if (kept) return kept;
  if (drawn.size >= KEPT) drawn.clear();
  const sprite = newSprite(capsule, scale, styleOf(look));
  drawn.set(key, sprite);
  return sprite;
}
function newSprite(capsule: Capsule, scale: number, style: Style): Sprite {
  const { width, note, shape } = capsule;
  const h = HEIGHTS[shape] / 2;
  const image = document.createElement('canvas');
  const pen = image.getContext('2d');
  if (pen) pen.font = `11px ${style('font-family')}`;
  const x = Math.ceil((Math.max(width, pen?.measureText(note).width ?? 0) / 2 + AROUND) * scale);
  const y = Math.ceil((h + AROUND) * scale);
  image.width = 2 * x;
  image.height = y + Math.ceil((h + (note === '' ? AROUND : NOTE + BELOW)) * scale);
  pen?.setTransform(scale, 0, 0, scale, x, y);
  if (pen) draw(pen, capsule, style);
  return { image, x, y };
}
function draw(pen: Pen, capsule: Capsule, style: Style): void {
  const { width, voice, shape, text, note } = capsule;
  const { h, fill, stroke, lineWidth, dash, ink, weight } = shapeOf(capsule);
  const place = placesOf(capsule);
  const sans = style('font-family');
  const colour = (name: string): string => style(`--color-${name}`);
  pen.beginPath();
  // a stop sign has corners
  if (shape === 'refusal') octagon(pen, width / 2, h / 2);
  else pen.roundRect(-width / 2, -h / 2, width, h, h / 2);
  pen.fillStyle = colour(fill);
  pen.strokeStyle = colour(stroke);
  pen.lineWidth = lineWidth;
  pen.setLineDash(dash);
  pen.fill();
  pen.stroke();
  pen.setLineDash([]);
  pen.lineJoin = 'round';
  pen.fillStyle = colour(ink);
  pen.strokeStyle = colour(ink);
  if (place.lock !== undefined) drawLock(pen, place.lock);
  if (place.cross !== undefined) drawCross(pen, place.cross);
  pen.font = `${weight} 12px ${shape === 'dot' ? sans : style('--font-mono')}`;
  // what is spaced has no ligatures: on a wire there are none
  pen.letterSpacing = '0.001px';
  pen.fillText(text, place.text, 4.2);
  drawChevron(pen, place.tip, voice === 'client' ? -4.5 : 4.5);
  pen.fillStyle = colour('faint');
  pen.font = `11px ${sans}`;
  pen.textAlign = 'center';
  pen.fillText(note, 0, h / 2 + NOTE);
}
function drawLock(pen: Pen, x: number): void {
  pen.lineWidth = 1.5;
  pen.stroke(new Path2D(`M${x - 4} -1h8v6h-8zM${x - 2.5} -1v-2.2a2.5 2.5 0 0 1 5 0v2.2`));
}
function drawCross(pen: Pen, x: number): void {
  pen.lineWidth = 2;
  pen.stroke(new Path2D(`M${x - 3.5} -3.5l7 7m0 -7l-7 7`));
}
/** A long stop sign. */
function octagon(pen: Pen, x: number, y: number): void {
  const cut = y * 0.6;
  pen.moveTo(-x, cut - y);
  for (const [a, b] of [
    [cut - x, -y],
    [x - cut, -y],
    [x, cut - y],
    [x, y - cut],
    [x - cut, y],
    [cut - x, y],
    [-x, y - cut],
  ] as const)
    pen.lineTo(a, b);
  pen.closePath();
}
/** With its point at x. */
function drawChevron(pen: Pen, x: number, back: number): void {
  pen.lineWidth = 2;
  pen.lineCap = 'round';
  pen.stroke(new Path2D(`M${x + back} -4.5 ${x} 0l${back} 4.5`));
}
