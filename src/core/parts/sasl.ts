// What the mechanisms say; which of them a host offers is known without it.
import { utf8 } from '../base/octets.ts';
import { DIRECTORIES } from '../protocols/sasl/directory.ts';
import { mechanisms } from '../protocols/sasl/dialogues.ts';
import { MECHANISMS } from '../protocols/sasl/mechanisms.ts';
import { KEYS } from '../scenario/keys.ts';

DIRECTORIES.put('scenarios', new Map(Object.entries(KEYS).map(([who, keys]) => [utf8(who), keys])));
for (const [name, mechanism] of mechanisms) MECHANISMS.put(name, mechanism);
