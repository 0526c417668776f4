// How wide the boxes of the drawing are: as their words, however wide the panel; where it is narrow a name goes on in a further line.

/** The share of its size that a letter takes in width, at most; an ideograph takes all of it. */
const LETTER = 0.57;
const IDEOGRAPH = /[\u2e80-\uffff]/u;
const wideOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, letter) => sum + (IDEOGRAPH.test(letter) ? size : size * LETTER), 0);

/** What a line may end after. */
const wordsOf = (name: string): readonly string[] => name.split(/(?<=[\u2e80-\uffff]|\s)/u);
/** Lines that a name takes in a box that leaves it so much room. */
export function linesIn(name: string, size: number, room: number): number {
  let lines = 1;
  let line = '';
  for (const word of wordsOf(name)) {
    if (wideOf((line + word).trimEnd(), size) <= room) line += word;
    else {
      const alone = Math.ceil(wideOf(word.trimEnd(), size) / room);
      lines += line === '' ? alone - 1 : alone;
      line = word;
    }
  }
  return lines;
}
/** Of the letters, of what is beside them, and the height of a line and of all else in the box. */
const KINDS = {
  main: { size: 12, pad: 10, line: 14, rest: 24 },
  side: { size: 11, pad: 10, line: 12, rest: 6 },
} as const;
type Kind = keyof typeof KINDS;
const linesOf = (names: readonly string[], kind: Kind, width: number): number =>
  Math.max(1, ...names.map((name) => linesIn(name, KINDS[kind].size, Math.max(12, width - KINDS[kind].pad))));
const WIDEST = 240;
/** The narrowest box in which none of these names takes more lines, nor has a word broken. */
function widthFor(names: readonly string[], kind: Kind, lines: number): number {
  const { size, pad } = KINDS[kind];
  const longest = Math.max(...names.flatMap(wordsOf).map((word) => wideOf(word.trimEnd(), size)));
  let width = Math.ceil(Math.max(48, longest + pad));
  while (width < WIDEST && linesOf(names, kind, width) > lines) width += 2;
  return width;
}
const heightFor = (names: readonly string[], kind: Kind, width: number): number =>
  KINDS[kind].rest + KINDS[kind].line * Math.max(kind === 'side' ? 2 : 1, linesOf(names, kind, width));

export interface Boxes {
  readonly main: number;
  readonly mainHeight: number;
  readonly side: number;
  readonly sideHeight: number;
}
/** Commands stand below a name. */
const ROOMY = 150;
/** What both tracks take of so much room; the names of the one beside give way first. */
export function boxesIn(main: readonly string[], side: readonly string[], room: number): Boxes {
  const wanted = Math.max(ROOMY, widthFor(main, 'main', 1));
  let beside = 0;
  if (side.length > 0) {
    const [least, most] = [widthFor(side, 'side', 3), widthFor(side, 'side', 2)];
    beside = Math.min(most, Math.max(least, room - wanted), room / 2);
  }
  const wide = Math.min(wanted, room - beside);
  return {
    main: wide,
    mainHeight: heightFor(main, 'main', wide),
    side: beside,
    sideHeight: heightFor(side, 'side', beside),
  };
}
/** As many of the commands as can be read whole. */
export function verbsIn(verbs: readonly string[], width: number): readonly string[] {
  let left = width - 10;
  return verbs.filter((verb) => (left -= verb.length * 6.6 + 8) >= 0);
}
