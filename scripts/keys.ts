// npm run keys: what the directories of the scenarios keep for SCRAM. Run it when a user or a password has changed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from '../src/core/protocols/sasl/hash.ts';
import { scramKeys } from '../src/core/protocols/sasl/scram-keys.ts';
import { utf8 } from '../src/core/base/octets.ts';
import { stores } from '../src/core/scenario/catalogue/standard/stores.ts';

const HEAD = `// Made by \`npm run keys\`: what SCRAM needs to know of the scenarios' users (RFC 5802 §3), by name:password.
import type { ScramKeys } from '../host/host.ts';

export const KEYS: Readonly<Record<string, ScramKeys>> = `;

const users = Object.values(stores).flatMap((store) => Object.entries(store.users));
const made = users.map(([name, password]) => {
  // a salt need not be secret, only everybody's own
  const salt = hash('sha256', utf8(`${name}\0${password}`)).slice(0, 16);
  return [`${name}:${password}`, scramKeys(utf8(password), salt)] as const;
});
const text = JSON.stringify(Object.fromEntries(made), null, 2);
writeFileSync(join(import.meta.dirname, '../src/core/scenario/keys.ts'), `${HEAD}${text};\n`);
