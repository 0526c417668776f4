import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './scripts/chromium.mjs';

const port = process.env['MAILWIRE_PORT'] ?? '4173';
const address = `http://127.0.0.1:${port}/`;
const executablePath = await findChromium();
// a test opens a page of its own, and is over before code that was optimized for it has run; two of them leave no core for threads of their own
const args = [...chromiumArgs, '--js-flags=--no-opt --no-maglev --single-threaded-gc'];

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  reporter: 'list',
  // what a test waits for comes, or does not: how soon is measured elsewhere, on a machine that does nothing else
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: address,
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    // nothing moves unless the movement is what is tested: a page that moves takes twice the time
    contextOptions: { reducedMotion: 'reduce' },
    // it would answer what a test withholds; offline.spec.ts has it
    serviceWorkers: 'block',
    launchOptions: { args, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  webServer: {
    command: `node scripts/serve.mjs --port ${port}`,
    url: address,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});
