// `npm run bench [kernel|imap|site|ui]`: a table, then the same as JSON. Figures to read, never a test: they depend on the machine.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { Figure } from './measure.ts';
import { site } from './site.ts';

/** Bundled as the site is, since what runs a module straight from its source slows it down. */
async function bundled(name: 'kernel' | 'imap'): Promise<readonly Figure[]> {
  const outDir = await mkdtemp(join(import.meta.dirname, '../bench-results-'));
  try {
    const ssr = join(import.meta.dirname, `${name}.ts`);
    await build({
      configFile: false,
      logLevel: 'error',
      build: { ssr, outDir, target: 'node20', emptyOutDir: true },
    });
    const made: Readonly<Record<string, () => readonly Figure[]>> = await import(
      pathToFileURL(join(outDir, `${name}.js`)).href
    );
    return made[name]?.() ?? [];
  } finally {
    await rm(outDir, { recursive: true });
  }
}

const shown = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
const reached = ({ value, target }: Figure): string => {
  if (!target) return '';
  const [sign, bound] = target;
  const good = sign === '>=' ? value >= bound : value <= bound;
  return `${sign} ${shown(bound)}  ${good ? 'reached' : 'MISSED'}`;
};

const part = process.argv[2];
const figures: readonly Figure[] = [
  ...(part === undefined || part === 'kernel' ? await bundled('kernel') : []),
  ...(part === undefined || part === 'imap' ? await bundled('imap') : []),
  ...(part === undefined || part === 'site' || part === 'ui' ? await site(part === 'ui') : []),
];
for (const figure of figures)
  console.log(
    `${figure.name.padEnd(62)}${shown(figure.value).padStart(12)} ${figure.unit.padEnd(6)} ${reached(figure)}`.trimEnd(),
  );
const json = JSON.stringify(
  Object.fromEntries(figures.map(({ name, value, unit }) => [name, { value, unit }])),
  null,
  2,
);
console.log(json);
// the page's own are kept beside what measures them
if (part === 'ui') await writeFile(join(import.meta.dirname, 'ui.json'), `${json}\n`);
