import { join } from 'node:path';
import { placeIn } from './options.mjs';
import { serve } from './serve-files.mjs';
import { buildWhenStale, install, root } from './setup.mjs';

const place = placeIn(process.argv.slice(2));
process.chdir(root);
await install();
await buildWhenStale();
const { address, close } = await serve({ folder: join(root, 'dist'), ...place });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
console.log(`Mailwire is at ${address}  (Ctrl-C stops it)`);
