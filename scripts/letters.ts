// npm run letters: what the standard world must know of the letters that arrive later. Run it when one of them has changed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { letters } from '../src/core/scenario/letters/collections.ts';
import { receivedAt } from '../src/core/scenario/letters/received-at.ts';
import { headOf, sizeOf } from '../src/core/store/body.ts';

const HEAD = `// Made by \`npm run letters\`: of each letter that arrives later its octets, and when it came in.

export type Filed = readonly [size: number, receivedAt: number];
export const FILED = `;
const noted = Object.entries(letters).map(([name, all]) => [
  name,
  all.map((body) => [sizeOf(body), receivedAt(headOf(body))]),
]);
const text = JSON.stringify(Object.fromEntries(noted), null, 2);
const path = join(import.meta.dirname, '../src/core/scenario/letters/filed.ts');
writeFileSync(path, `${HEAD}${text} as const satisfies Readonly<Record<string, readonly Filed[]>>;\n`);
