// `npm run build`: the static site in dist/. With --when-stale, only if its sources changed.
import { build, buildWhenStale, root } from './setup.mjs';

process.chdir(root);
if (process.argv.includes('--when-stale')) await buildWhenStale();
else process.exitCode = await build();
