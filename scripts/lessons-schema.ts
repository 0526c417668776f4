// `npm run lessons:schema`: writes lessons/schema.json, for editors. A test says when it is out of date.
import { writeFileSync } from 'node:fs';
import { jsonSchema } from '../src/course/schema/json.ts';

writeFileSync(
  new URL('../lessons/schema.json', import.meta.url),
  `${JSON.stringify(jsonSchema(), null, 2)}\n`,
);
