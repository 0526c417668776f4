// `npm test`: sets up and passes every test.
import { runOnNewNode } from './node-version.mjs';

runOnNewNode('./test-all.mjs');
