// Apart from the other tools, since it knows every protocol's verbs.
import { FILTERS } from '../agents/console/filters.ts';
import { help } from '../agents/console/tools/help.ts';

FILTERS.put('help', help);
