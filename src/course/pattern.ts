// Which regular expressions a lesson may have: one that backtracks for ever would stop the page.

/** A group is repeated without end, and repeats or chooses inside: its time may double with every character. */
export function runsAway(source: string): boolean {
  const groups: boolean[] = [false];
  let closed = false;
  for (let i = 0; i < source.length; i++) {
    const repeated = isEndless(source, i);
    if (repeated && closed) return true;
    if (repeated) groups[groups.length - 1] = true;
    closed = false;
    const c = source[i];
    if (c === '\\') i++;
    else if (c === '[') i = endOfClass(source, i);
    else if (c === '(') groups.push(false);
    else if (c === '|') groups[groups.length - 1] = true;
    else if (c === ')' && groups.length > 1) {
      closed = groups.pop() === true;
      // what is inside is inside of what is around it, too
      if (closed) groups[groups.length - 1] = true;
    }
  }
  return false;
}
const MANY = 20;
/** `*`, `+`, `{2,}`, `{2,99}`. */
function isEndless(source: string, i: number): boolean {
  if (source[i] === '*' || source[i] === '+') return true;
  if (source[i] !== '{') return false;
  const [, least, more, most] = /^\{(\d+)(,?)(\d*)\}/.exec(source.slice(i, i + 16)) ?? [];
  if (least === undefined) return false;
  return (more === ',' && most === '') || Number(most === '' ? least : most) > MANY;
}
function endOfClass(source: string, from: number): number {
  for (let i = from + 1; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === ']') return i;
  }
  return source.length;
}
