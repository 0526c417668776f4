// Writes `sw.js`, the service worker, with the list of all that this build consists of.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

const source = join(import.meta.dirname, '../src/sw/main.ts');

/** One classic script: not every browser takes a service worker that imports. */
async function scriptFor(site: object): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { BUILD: JSON.stringify(site) },
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: { input: source, output: { format: 'iife' } },
    },
  });
  const [script] = (result as Rolldown.RolldownOutput).output;
  return script.code;
}
/** All files of the folder, from it, in an order of their own. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => relative(folder, join(it.parentPath, it.name)).replaceAll(sep, '/'))
    .toSorted();
/** What no page asks for: notes about the build, and what a host has for others. */
const isAside = (file: string): boolean => file.startsWith('.') || ASIDE.includes(file);
const ASIDE = ['404.html', 'robots.txt', 'sw.js'];

export const offlinePlugin = (): Plugin => ({
  name: 'offline',
  apply: 'build',
  writeBundle: {
    order: 'post',
    async handler({ dir = '' }) {
      const files = filesIn(dir).filter((file) => !isAside(file));
      const page = readFileSync(join(dir, 'index.html'), 'utf8');
      // the last one names, by its imports, all the others: its own name is another in every version
      const entry = [...page.matchAll(/<script type="module"[^>]* src="\.\/([^"]+)"/g)].at(-1)?.[1];
      if (entry === undefined) throw new Error('The page names no script.');
      const hash = createHash('sha256');
      for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(dir, file)));
      const version = hash.digest('hex').slice(0, 12);
      const site = { version, entry, files: files.map((file) => (file === 'index.html' ? './' : file)) };
      writeFileSync(join(dir, 'sw.js'), await scriptFor(site));
    },
  },
});
