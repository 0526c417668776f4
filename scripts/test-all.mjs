import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { node, npm } from './run.mjs';
import { build, install, root } from './setup.mjs';
import { inLanes } from './stages.mjs';
import { playwrightCounts, vitestCounts } from './test-counts.mjs';

/** @typedef {import('./run.mjs').Out} Out */
/** @typedef {import('./stages.mjs').Stage} Stage */
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

const unit = (/** @type {string} */ file, /** @type {Out} */ out) =>
  node(
    bin('vitest/vitest.mjs'),
    ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
    {},
    out,
  );

const typecheck = async (/** @type {Out} */ out) => {
  for (const part of ['core', 'ui', 'bridge', 'tests']) {
    const code = await node(bin('typescript/bin/tsc'), ['-p', join(root, `tsconfig.${part}.json`)], {}, out);
    if (code !== 0) return code;
  }
  return 0;
};

/**
 * @param {string} name
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {Stage}
 */
const check = (name, file, ...args) => [name, (out) => gate(node(file, args, {}, out))];

/** @type {readonly Stage[]} */
const gates = [
  ['build', (out) => gate(build(out))],
  check('size budget', join(root, 'scripts/size.mjs')),
  check('format', bin('oxfmt/bin/oxfmt'), '--check'),
  check('lint', bin('oxlint/bin/oxlint'), '--type-aware', '-c', 'oxlint.config.mjs'),
  ['types', (out) => gate(typecheck(out))],
  check('unused code', bin('knip/bin/knip.js')),
  ['lock file', (out) => gate(npm(['ci', '--dry-run', '--include=dev', '--loglevel=error'], out))],
];
/** @type {Stage} */
const unitTests = ['unit tests', (out) => suite(report('unit'), (file) => unit(file, out), vitestCounts)];

const browser = async (/** @type {string} */ chromium, /** @type {string} */ file) =>
  node(bin('@playwright/test/cli.js'), ['test', '--reporter=list,json'], {
    CHROMIUM_PATH: chromium,
    MAILWIRE_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
/** @param {string} chromium @returns {Stage} */
const browserTests = (chromium) => [
  'browser tests',
  () => suite(report('e2e'), (file) => browser(chromium, file), playwrightCounts),
];

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

// the browser has the machine to itself: what is waited for there is a person's picture
const results = [...(await inLanes(gates, [unitTests])), ...(await inLanes([browserTests(chromium)]))];
const sum = (/** @type {'passed' | 'failed'} */ what) => results.reduce((all, each) => all + each[what], 0);
const red = results.filter(({ failed }) => failed > 0).map(({ name }) => name);
if (red.length > 0) console.log(`\nRed: ${red.join(', ')}`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = red.length > 0 ? 1 : 0;
