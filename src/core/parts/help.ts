// Apart from the other tools, since it knows every protocol's verbs.
import { FILTERS } from '../agents/console/filters.ts';
import { ADVISERS } from '../agents/console/adviser.ts';
import { completeShell, usageOf } from '../agents/console/complete.ts';
import { help } from '../agents/console/tools/help.ts';

FILTERS.put('help', help);
ADVISERS.put('shell', { completeShell, usageOf });
