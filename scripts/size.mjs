// `npm run size`: how much JavaScript, gzipped, arrives before a keystroke echoes and before a reply, and how big any other chunk is.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './setup.mjs';

/** @typedef {{ readonly file: string, readonly name?: string, readonly imports?: readonly string[] }} Chunk */
/** @typedef {Readonly<Record<string, Chunk>>} Manifest */
/** @typedef {{ readonly until: string, readonly limit: number, readonly chunks: readonly string[] }} Budget */
/** @typedef {{ readonly budgets: readonly Budget[], readonly others: number }} Budgets */

/**
 * A chunk by the file it begins with, or by its name in vite.config.ts.
 * @param {Manifest} manifest
 * @param {string} name
 */
const keyOf = (manifest, name) => {
  const key = name in manifest ? name : Object.keys(manifest).find((each) => manifest[each]?.name === name);
  if (key === undefined)
    throw new Error(`There is no chunk ${name}: mend scripts/budget.json or vite.config.ts.`);
  return key;
};
/**
 * The files that the named chunks load, each once, with all they import statically.
 * @param {Manifest} manifest
 * @param {readonly string[]} names
 */
export const filesOf = (manifest, names) => {
  /** @type {Set<string>} */
  const seen = new Set();
  const visit = (/** @type {string} */ name) => {
    const key = keyOf(manifest, name);
    if (seen.has(key)) return;
    seen.add(key);
    manifest[key]?.imports?.forEach(visit);
  };
  names.forEach(visit);
  return [...seen].map((name) => manifest[name]?.file ?? '').filter((file) => file.endsWith('.js'));
};

/** @returns {Budgets} */
const read = () => JSON.parse(readFileSync(join(root, 'scripts/budget.json'), 'utf8'));
/**
 * @param {string} folder
 * @returns {Manifest}
 */
const manifestIn = (folder) => {
  const path = join(folder, '.vite/manifest.json');
  if (!existsSync(path)) throw new Error('There is no build to measure: run npm run build first.');
  return JSON.parse(readFileSync(path, 'utf8'));
};
const dist = join(root, 'dist');
/**
 * What a browser fetches until then, according to the build. `tests/e2e/size.spec.ts` compares it with what one does fetch.
 * @param {string} moment
 */
export const filesUntil = (moment, folder = dist) =>
  filesOf(manifestIn(folder), read().budgets.find(({ until }) => until === moment)?.chunks ?? []);

/** Each limit with what there is now, in kB of 1,000 octets. */
export const sizes = (folder = dist) => {
  const manifest = manifestIn(folder);
  const { budgets, others } = read();
  const weigh = (/** @type {string} */ file) =>
    gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000;
  const sums = budgets.map(({ until, limit, chunks }) => {
    const kilobytes = filesOf(manifest, chunks).reduce((sum, file) => sum + weigh(file), 0);
    return { what: `JavaScript until ${until}`, limit, kilobytes };
  });
  const early = new Set(budgets.flatMap(({ chunks }) => filesOf(manifest, chunks)));
  const late = Object.values(manifest).filter(({ file }) => file.endsWith('.js') && !early.has(file));
  const kilobytes = Math.max(0, ...late.map(({ file }) => weigh(file)));
  return [...sums, { what: 'the largest other chunk', limit: others, kilobytes }];
};

if (process.argv[1] === import.meta.filename) {
  for (const { what, limit, kilobytes } of sizes()) {
    console.log(`${what}: ${kilobytes.toFixed(1)} kB gz (at most ${limit})`);
    if (kilobytes > limit) process.exitCode = 1;
  }
}
