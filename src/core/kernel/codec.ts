// A world as text. It is plain data, but not a tree: a session holds the very rows its mailbox holds, and what changed is found
// by comparing references. So what occurs twice is written once, before its first use, and read back as one thing.
import type { World } from './world.ts';

/** Stands for the n-th line. No record of ours has such a key. */
const LINE = '\u00a7';

/** Lines of JSON: what is shared, each after what it is made of, and last the world. */
export function encode(world: World): string {
  const uses = new Map<object, number>();
  count(world, uses);
  const lines: string[] = [];
  const places = new Map<object, number>();
  const write = (value: object): void => {
    lines.push(
      JSON.stringify(value, (_key, part: unknown) => {
        if (typeof part !== 'object' || part === null || part === value) return part;
        const place = places.get(part);
        return place === undefined ? part : { [LINE]: place };
      }),
    );
  };
  for (const [value, times] of uses)
    if (times > 1) {
      write(value);
      places.set(value, places.size);
    }
  write(world);
  return lines.join('\n');
}
/** How often each object occurs, every one after those inside it. */
function count(value: object, uses: Map<object, number>): void {
  const known = uses.get(value);
  if (known !== undefined) {
    uses.set(value, known + 1);
    return;
  }
  const parts: readonly unknown[] = Object.values(value);
  for (const part of parts) if (typeof part === 'object' && part !== null) count(part, uses);
  uses.set(value, 1);
}

/** Throws a SyntaxError where the text is none that `encode` wrote. */
export function decode(text: string): World {
  const shared: unknown[] = [];
  const revive = (_key: string, part: unknown): unknown => {
    const place = typeof part === 'object' && part !== null && LINE in part ? part[LINE] : undefined;
    return typeof place === 'number' ? shared[place] : part;
  };
  const lines = text.split('\n');
  const world = lines.pop() ?? '';
  for (const line of lines) shared.push(JSON.parse(line, revive));
  return JSON.parse(world, revive);
}
