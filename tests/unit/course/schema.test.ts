import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { jsonSchema } from '../../../src/course/schema/json.ts';

it('lessons/schema.json is what the code accepts; else run npm run lessons:schema', () => {
  const file = new URL('../../../lessons/schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(jsonSchema())));
});
