// npm run letters: what the standard world must know of the letters that arrive later. Run it when one of them has changed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownOf } from '../src/core/trace/letter-shown.ts';
import { letters } from '../src/core/scenario/letters/collections.ts';
import { receivedAt } from '../src/core/scenario/letters/received-at.ts';
import { headOf, sizeOf } from '../src/core/store/body.ts';

const HEAD = `// Made by \`npm run letters\`: of each letter that arrives later its octets, when it came in, from whom, and about what.

export type Filed = readonly [size: number, receivedAt: number, from: string, subject: string];
export const FILED = `;
const noted = Object.entries(letters).map(([name, all]) => [
  name,
  all.map((body) => {
    const { from, subject } = shownOf(body);
    return [sizeOf(body), receivedAt(headOf(body)), from, subject];
  }),
]);
const text = JSON.stringify(Object.fromEntries(noted), null, 2);
const path = join(import.meta.dirname, '../src/core/scenario/letters/filed.ts');
writeFileSync(path, `${HEAD}${text} as const satisfies Readonly<Record<string, readonly Filed[]>>;\n`);
