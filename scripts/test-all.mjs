import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { node, npm } from './run.mjs';
import { build, install, root } from './setup.mjs';
import { playwrightCounts, vitestCounts } from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

const bin = (/** @type {string} */ path) => join(root, 'node_modules', path);
const report = (/** @type {string} */ name) => join(tmpdir(), `mailwire-${process.pid}-${name}.json`);

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });

/**
 * A gate is one check: it passes or it fails.
 * @param {Promise<number>} running
 * @returns {Promise<Counts>}
 */
const gate = async (running) => ((await running) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * Runs a test runner and reads its own report, so that a run that died counts as failed.
 * @param {string} file
 * @param {(file: string) => Promise<number>} running
 * @param {(report: any) => Counts} counts
 * @returns {Promise<Counts>}
 */
const suite = async (file, running, counts) => {
  rmSync(file, { force: true });
  const code = await running(file);
  try {
    const { passed, failed } = counts(JSON.parse(readFileSync(file, 'utf8')));
    return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(file, { force: true });
  }
};

const unit = (/** @type {string} */ file) =>
  node(bin('vitest/vitest.mjs'), ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);

const typecheck = async () => {
  for (const part of ['core', 'ui', 'bridge', 'tests']) {
    const code = await node(bin('typescript/bin/tsc'), ['-p', join(root, `tsconfig.${part}.json`)]);
    if (code !== 0) return code;
  }
  return 0;
};

/**
 * @param {string} chromium
 * @returns {readonly (readonly [string, () => Promise<Counts>])[]}
 */
const parts = (chromium) => [
  ['format', () => gate(node(bin('oxfmt/bin/oxfmt'), ['--check']))],
  ['lint', () => gate(node(bin('oxlint/bin/oxlint'), ['--type-aware', '-c', 'oxlint.config.mjs']))],
  ['types', () => gate(typecheck())],
  ['unused code', () => gate(node(bin('knip/bin/knip.js'), []))],
  ['lock file', () => gate(npm(['ci', '--dry-run', '--include=dev', '--loglevel=error']))],
  ['lessons', () => gate(node(bin('tsx/dist/cli.mjs'), ['scripts/lessons-check.ts']))],
  ['unit tests', () => suite(report('unit'), unit, vitestCounts)],
  ['build', () => gate(build())],
  ['size budget', () => gate(node(join(root, 'scripts/size.mjs'), []))],
  ['browser tests', () => suite(report('e2e'), (file) => browser(chromium, file), playwrightCounts)],
];

const browser = async (/** @type {string} */ chromium, /** @type {string} */ file) =>
  node(bin('@playwright/test/cli.js'), ['test', '--reporter=list,json'], {
    CHROMIUM_PATH: chromium,
    MAILWIRE_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });

process.chdir(root);
await install();
const chromium = await ensureChromium();
if (chromium === undefined) {
  console.error(
    process.env['CHROMIUM_PATH']
      ? `CHROMIUM_PATH names no program: ${process.env['CHROMIUM_PATH']}`
      : 'The tests need Chromium and it could not be installed: set CHROMIUM_PATH to one.',
  );
  process.exit(1);
}

let passed = 0;
let failed = 0;
/** @type {string[]} */
const red = [];
for (const [name, check] of parts(chromium)) {
  console.log(`\n— ${name}`);
  const started = performance.now();
  const counts = await check();
  passed += counts.passed;
  failed += counts.failed;
  if (counts.failed > 0) red.push(name);
  console.log(
    `  ${counts.failed > 0 ? 'FAILED' : 'ok'} in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
}
if (red.length > 0) console.log(`\nRed: ${red.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
