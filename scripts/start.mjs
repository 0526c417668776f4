// `npm start`: sets up, builds, serves and prints the address. Options: -- --port N (exactly that one), --base /path/.
import { runOnNewNode } from './node-version.mjs';

runOnNewNode('./start-lab.mjs');
