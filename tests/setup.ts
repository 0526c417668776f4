// Before every test file.
import * as fc from 'fast-check';
// nothing of the core arrives late; `tests/unit/kernel/parts.test.ts` is about what happens when it does
import '../src/core/parts/all.ts';

// The same commit, the same verdict. Who looks for what nobody has thought of yet gives another seed: SEED=any, or a number to see it again.
const asked = process.env['SEED'] ?? '19820801';
const seed = asked === 'any' ? Math.floor(Math.random() * 0x7fffffff) : Number(asked);
if (process.env['SEED'] !== undefined) console.log(`properties: SEED=${seed}`);
fc.configureGlobal({ seed });
