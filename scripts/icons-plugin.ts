// In the build, whoever shows an icon imports that icon alone. The package's own front imports every one: by it the first script of the
// page would bring the icons of all that arrives later. And each is drawn by a few lines of our own (src/ui/shell/drawn.ts).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const FRONT = 'lucide-react';
const DRAWN = join(import.meta.dirname, '../src/ui/shell/drawn.ts');
/** In the place of the package's own runtime. */
const RUNTIME = '\0icons';
const IMPORT = /import \{([^}]*)\} from 'lucide-react';/g;

/** By the name of an icon, the file that draws it: what the package's front says. */
function filesByName(): ReadonlyMap<string, string> {
  const root = dirname(createRequire(import.meta.url).resolve(`${FRONT}/package.json`));
  const front = readFileSync(join(root, 'dist/esm/lucide-react.mjs'), 'utf8');
  const exported = front.matchAll(/export \{([^}]*)\} from '\.\/icons\/([^']*)\.mjs';/g);
  return new Map(
    [...exported].flatMap(([, names = '', file = '']) =>
      [...names.matchAll(/default as (\w+)/g)].map(([, name = '']): [string, string] => [name, file]),
    ),
  );
}
function single(code: string, files: ReadonlyMap<string, string>): string {
  return code.replaceAll(IMPORT, (_all, list: string) =>
    list
      .split(',')
      .map((it) => it.trim())
      .filter((it) => it !== '' && !it.startsWith('type '))
      .map((it) => {
        const [name = '', local = name] = it.split(' as ');
        const file = files.get(name);
        if (file === undefined) throw new Error(`${FRONT} has no icon ${name}`);
        return `import ${local} from '${FRONT}/icons/${file}';`;
      })
      .join(' '),
  );
}
export function iconsPlugin(): Plugin {
  const files = filesByName();
  return {
    name: 'icons',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === '../createLucideIcon.mjs' && importer?.includes(`/${FRONT}/dist/esm/icons/`)
        ? RUNTIME
        : null,
    load: (id) => (id === RUNTIME ? `export { drawn as default } from ${JSON.stringify(DRAWN)};` : null),
    transform: (code, id) =>
      /\/src\/ui\/.*\.tsx?$/.test(id) && code.includes(FRONT)
        ? { code: single(code, files), map: null }
        : null,
  };
}
