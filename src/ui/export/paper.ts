// Where words stand on a printed ladder. Percent of its width.

/** So much room at least: lines are long, lanes may be close. */
const LEAST = 56;
/** Words at an edge reach a little further than the lane. */
const BESIDE = 1.5;

export interface Words {
  readonly left: number;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}
/** The words of what goes from one lane to another, in the middle between the two; at an edge that is near they begin or end there. */
export function wordsAt(from: number, to: number): Words {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const width = Math.max(LEAST, high - low);
  const left = (low + high - width) / 2;
  if (left < 0) return { left: Math.max(0, low - BESIDE), width, align: 'left' };
  if (left > 100 - width) return { left: Math.min(100, high + BESIDE) - width, width, align: 'right' };
  return { left, width, align: 'center' };
}
