// `npm run preview`: serves dist/ as it lies. Options: --port N (exactly that one), --base /path/.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from './serve-files.mjs';
import { root } from './setup.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string' }, base: { type: 'string', default: '/' } },
});
const { address, close } = await serve({
  folder: join(root, 'dist'),
  port: Number(values.port ?? 4173),
  strict: values.port !== undefined,
  base: values.base,
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
console.log(address);
