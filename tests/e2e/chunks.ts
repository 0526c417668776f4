import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

type Manifest = Readonly<Record<string, { readonly file: string; readonly name?: string }>>;
const manifest = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../dist/.vite/manifest.json'), 'utf8'),
) as Manifest;

/** The address of a chunk that arrives late, whose file has no name of its own: by what it is called in vite.config.ts, or the file it begins with. */
export function chunkOf(name: string): RegExp {
  const found = Object.values(manifest).find((each) => each.name === name && each.file.endsWith('.js'));
  if (!found) throw new Error(`There is no chunk ${name} in the build.`);
  return new RegExp(`/${found.file.replaceAll('.', String.raw`\.`)}$`);
}
