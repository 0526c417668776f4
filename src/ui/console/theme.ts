// The theme's variables as a terminal wants them: concrete colours in places of its palette.
import type { ITerminalOptions, ITheme } from '@xterm/xterm';

/** `rgb(...)`, `#rrggbb` with or without alpha, whatever the variable says, laid over the ground. */
function concrete(value: string, ground: string): string {
  const [over, under] = [channels(value), channels(ground)];
  if (!over || !under) return value;
  const [, , , alpha = 1] = over;
  const mixed = [0, 1, 2].map((i) => Math.round((over[i] ?? 0) * alpha + (under[i] ?? 0) * (1 - alpha)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
function channels(value: string): readonly number[] | undefined {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})?$/i.exec(value);
  if (hex)
    return [1, 2, 3, 4]
      .map((i) => (hex[i] === undefined ? 255 : Number.parseInt(hex[i], 16)))
      .map((n, i) => (i === 3 ? n / 255 : n));
  const numbers = /^rgba?\(([^)]+)\)$/
    .exec(value)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean);
  return numbers?.map((n, i) =>
    n.endsWith('%') ? (Number.parseFloat(n) / 100) * (i === 3 ? 1 : 255) : Number(n),
  );
}

export function paletteOf(element: Element): ITheme {
  const style = getComputedStyle(element);
  const ground = style.getPropertyValue('--color-ground').trim();
  const color = (name: string): string => concrete(style.getPropertyValue(`--color-${name}`).trim(), ground);
  return {
    background: ground,
    foreground: color('text'),
    cursor: color('client'),
    cursorAccent: ground,
    selectionBackground: color('server-glow'),
    red: color('refusal'),
    green: color('met'),
    yellow: color('client'),
    blue: color('server'),
    magenta: color('tls'),
    cyan: color('server-glow'),
    white: color('soft'),
    brightBlack: color('faint'),
    brightYellow: color('time'),
    brightWhite: color('text'),
    scrollbarSliderBackground: color('line'),
    scrollbarSliderHoverBackground: color('edge'),
    scrollbarSliderActiveBackground: color('edge'),
    overviewRulerBorder: ground,
  };
}

export interface Face {
  readonly fontFamily: string;
  /** CSS pixels. */
  readonly fontSize: number;
  /** CSS pixels between cells: letters that a reader's style sheet sets apart (spaced.css) are not measured as such. */
  readonly letterSpacing: number;
}
export function faceOf(element: Element): Face {
  const style = getComputedStyle(element);
  const size = style.getPropertyValue('--console-size').trim() || '13px';
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const pixels = size.endsWith('rem') ? Number.parseFloat(size) * root : Number.parseFloat(size);
  const fontSize = Number.isFinite(pixels) ? pixels : 13;
  return {
    fontFamily: style.getPropertyValue('--font-mono').trim() || 'ui-monospace, monospace',
    fontSize,
    letterSpacing: 'spaced' in document.documentElement.dataset ? Math.ceil(fontSize * 0.12) : 0,
  };
}
export const optionsFor = (element: Element): ITerminalOptions => ({
  ...faceOf(element),
  theme: paletteOf(element),
  allowProposedApi: true,
  cursorBlink: false,
  cursorStyle: 'block',
  cursorInactiveStyle: 'outline',
  lineHeight: 1.3,
  macOptionIsMeta: true,
  minimumContrastRatio: 4.5,
  scrollback: 5000,
  drawBoldTextInBrightColors: false,
});
