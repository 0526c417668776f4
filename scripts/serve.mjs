// `npm run preview`: serves dist/ as it lies. Options: --port N (exactly that one), --base /path/.
import { join } from 'node:path';
import { placeIn } from './options.mjs';
import { serve } from './serve-files.mjs';
import { root } from './setup.mjs';

const { address, close } = await serve({ folder: join(root, 'dist'), ...placeIn(process.argv.slice(2)) });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
console.log(address);
