// `npm start`: sets up, builds, serves and prints the address.
import { runOnNewNode } from './node-version.mjs';

runOnNewNode('./start-lab.mjs');
