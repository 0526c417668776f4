// Before every test file: nothing of the core arrives late. `tests/unit/kernel/parts.test.ts` is about what happens when it does.
import '../src/core/parts/all.ts';
