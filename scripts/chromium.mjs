import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

// the shell is the same engine without a window around it, which costs as much again as the page
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

/** Arguments under which Chromium runs as root, without a GPU, and talks to nobody by itself. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const isProgram = (/** @type {string} */ path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The first program of that name on the PATH.
 * @param {string} name
 * @param {string} [path]
 */
export const which = (name, path = process.env['PATH'] ?? '') =>
  path
    .split(delimiter)
    .flatMap((folder) => [join(folder, name), join(folder, `${name}.exe`)])
    .find((file) => existsSync(file) && isProgram(file));

const playwrightsOwn = async () => {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
};

/**
 * Where Chromium is: CHROMIUM_PATH, the PATH, the usual places, Playwright's own copy; undefined when nowhere.
 * @returns {Promise<string | undefined>}
 */
export const findChromium = async () => {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return isProgram(named) ? named : undefined;
  const own = names.map((name) => which(name)).find((file) => file !== undefined);
  return own ?? [...usualPlaces, await playwrightsOwn()].find(isProgram);
};

const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

/**
 * Installs Debian packages as root; elsewhere, and when it fails, false.
 * @param {readonly string[]} packages
 */
export const aptInstall = async (...packages) => {
  if (!isDebianRoot()) return false;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  await run('apt-get', [...wait, 'update'], quiet);
  return (
    (await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages], quiet)) === 0
  );
};

const playwrightInstall = async () => {
  const cli = join(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
  return (await run(process.execPath, [cli, 'install', 'chromium'])) === 0;
};

/**
 * Finds Chromium, installing it when it is nowhere.
 * @returns {Promise<string | undefined>}
 */
export const ensureChromium = async () => {
  const found = await findChromium();
  if (found !== undefined || process.env['CHROMIUM_PATH']) return found;
  console.log('Installing Chromium for the tests in a real browser…');
  if (!(await aptInstall('chromium-headless-shell')) && !(await aptInstall('chromium')))
    await playwrightInstall();
  return findChromium();
};
