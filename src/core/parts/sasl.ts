// What the mechanisms say; which of them a host offers is known without it.
import { mechanisms } from '../protocols/sasl/dialogues.ts';
import { MECHANISMS } from '../protocols/sasl/mechanisms.ts';

for (const [name, mechanism] of mechanisms) MECHANISMS.put(name, mechanism);
