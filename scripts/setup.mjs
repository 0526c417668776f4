import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { node, npm } from './run.mjs';

/** The repository's own folder, wherever the command was given. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ readonly version?: string, readonly optional?: boolean }} Locked */

/**
 * The packages a lock file names, by folder.
 * @param {string} file
 * @returns {Readonly<Record<string, Locked>>}
 */
const lockedIn = (file) => {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
};

/**
 * Whether what is installed is what the lock asks for. Optional packages may be of another platform.
 * @param {Readonly<Record<string, Locked>>} wanted
 * @param {Readonly<Record<string, Locked>>} installed
 */
export const isInstalled = (wanted, installed) =>
  Object.entries(wanted).every(
    ([folder, { version, optional }]) =>
      folder === '' ||
      installed[folder]?.version === version ||
      (optional && installed[folder] === undefined),
  );

/** Installs the packages when they are missing or not the lock's. Exits when that fails. */
export const install = async () => {
  if (isInstalled(lockedIn('package-lock.json'), lockedIn('node_modules/.package-lock.json'))) return;
  console.log('Installing packages…');
  const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code === 0) return;
  console.error('The packages could not be installed: is a package registry within reach?');
  process.exit(1);
};

const sources = [
  'src',
  'lessons',
  'public',
  'scripts',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const stamp = join(root, 'node_modules/.cache/mailwire/built');

/**
 * @param {string} path
 * @returns {readonly string[]}
 */
const filesUnder = (path) => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)));
};

/** A digest of everything the build reads. */
const fingerprint = () => {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesUnder(join(root, source))))
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
};

const isBuilt = () =>
  existsSync(join(root, 'dist/index.html')) &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === fingerprint();

/**
 * Builds `dist` and remembers of which sources. Resolves to an exit code.
 * @param {import('./run.mjs').Out} [out]
 */
export const build = async (out) => {
  const before = fingerprint();
  const code = await node(
    join(root, 'node_modules/vite/bin/vite.js'),
    ['build', '--logLevel', 'warn'],
    {},
    out,
  );
  if (code !== 0) return code;
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, before);
  return 0;
};

/** Builds `dist` when it is missing or older than its sources. Exits when that fails. */
export const buildWhenStale = async () => {
  if (isBuilt()) return;
  console.log('Building…');
  const code = await build();
  if (code !== 0) process.exit(1);
};
