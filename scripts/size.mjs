// `npm run size`: how much JavaScript, gzipped, must arrive before a keystroke echoes and before a reply.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './setup.mjs';

/** @typedef {{ readonly file: string, readonly imports?: readonly string[] }} Chunk */
/** @typedef {Readonly<Record<string, Chunk>>} Manifest */
/** @typedef {{ readonly until: string, readonly limit: number, readonly chunks: readonly string[] }} Budget */

/**
 * The files that the named chunks load, each once, with all they import statically.
 * @param {Manifest} manifest
 * @param {readonly string[]} names
 */
export const filesOf = (manifest, names) => {
  /** @type {Set<string>} */
  const seen = new Set();
  const visit = (/** @type {string} */ name) => {
    if (seen.has(name)) return;
    const chunk = manifest[name];
    if (chunk === undefined)
      throw new Error(`${name} is no chunk of its own: mend scripts/budget.json or the imports.`);
    seen.add(name);
    chunk.imports?.forEach(visit);
  };
  names.forEach(visit);
  return [...seen].map((name) => manifest[name]?.file ?? '').filter((file) => file.endsWith('.js'));
};

/**
 * Each budget with what it costs now, in kB of 1,000 octets.
 * @param {string} [folder] the built site
 */
export const sizes = (folder = join(root, 'dist')) => {
  const manifest = join(folder, '.vite/manifest.json');
  if (!existsSync(manifest)) throw new Error('There is no build to measure: run npm run build first.');
  /** @type {Manifest} */
  const chunks = JSON.parse(readFileSync(manifest, 'utf8'));
  /** @type {readonly Budget[]} */
  const budgets = JSON.parse(readFileSync(join(root, 'scripts/budget.json'), 'utf8'));
  return budgets.map(({ until, limit, chunks: names }) => {
    const octets = filesOf(chunks, names).map(
      (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
    );
    const kilobytes = octets.reduce((sum, size) => sum + size, 0) / 1000;
    return { until, limit, kilobytes };
  });
};

if (process.argv[1] === import.meta.filename) {
  for (const { until, limit, kilobytes } of sizes()) {
    console.log(`JavaScript until ${until}: ${kilobytes.toFixed(1)} kB gz (at most ${limit})`);
    if (kilobytes > limit) process.exitCode = 1;
  }
}
