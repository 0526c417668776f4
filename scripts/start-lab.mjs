import { join } from 'node:path';
import { serve } from './serve-files.mjs';
import { buildWhenStale, install, root } from './setup.mjs';

process.chdir(root);
await install();
await buildWhenStale();
const { address, close } = await serve({ folder: join(root, 'dist'), port: 4173, strict: false });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
console.log(`Mailwire is at ${address}  (Ctrl-C stops it)`);
