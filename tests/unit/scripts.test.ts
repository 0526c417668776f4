import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Out } from '../../scripts/run.mjs';
import { nodeProblem } from '../../scripts/node-version.mjs';
import { placeIn } from '../../scripts/options.mjs';
import { fileFor, serve } from '../../scripts/serve-files.mjs';
import { isInstalled } from '../../scripts/setup.mjs';
import { filesOf } from '../../scripts/size.mjs';
import { inLanes } from '../../scripts/stages.mjs';
import { playwrightCounts, vitestCounts } from '../../scripts/test-counts.mjs';

const repository = resolve(import.meta.dirname, '../..');

describe('which Node will do', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s', (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });
  test.each(['20.18.3', '18.20.0', '8.0.0'])('%s is told no in one line', (version) => {
    expect(nodeProblem(version)).toBe(`Mailwire needs Node 20.19 or newer; this is ${version}.`);
  });
});

describe('where the lab is served', () => {
  test.each([
    [[], { port: 4173, strict: false, base: '/' }],
    [['--port', '5000'], { port: 5000, strict: true, base: '/' }],
    [['--port=0', '--base', '/lab/'], { port: 0, strict: true, base: '/lab/' }],
  ])('%j', (args, place) => {
    expect(placeIn(args)).toEqual(place);
  });
  test.each([
    [['--port', 'x'], '--port wants a number up to 65535, not x'],
    [['--port', '65536'], '--port wants a number up to 65535, not 65536'],
    [['--base', 'lab'], '--base wants a path like /lab/, not lab'],
    [['--prot', '5000'], "Unknown option '--prot'"],
    [['5000'], "Unexpected argument '5000'"],
  ])('%j is told no', (args, words) => {
    expect(() => placeIn(args)).toThrow(words);
  });
  test('a port that is asked for and taken is said so; without one the next is taken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailwire-'));
    const first = await serve({ folder, port: 0, strict: true });
    const port = Number(new URL(first.address).port);
    expect(port).toBeGreaterThan(0);
    await expect(serve({ folder, port, strict: true })).rejects.toThrow(`Port ${port} is taken.`);
    const next = await serve({ folder, port, strict: false });
    expect(Number(new URL(next.address).port)).toBeGreaterThan(port);
    first.close();
    next.close();
    rmSync(folder, { recursive: true });
  });
});

describe('what is installed is what the lock asks for', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  };
  test.each([
    ['nothing', {}, false],
    ['all', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }, true],
    ['all but another platform’s', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['an old version', { 'node_modules/a': { version: '0.9.0' } }, false],
    [
      'an old optional one',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } },
      false,
    ],
  ])('%s', (_what, installed, fits) => {
    expect(isInstalled(wanted, installed)).toBe(fits);
  });
});

test('every package is pinned, and the lock names no address', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(repository, 'package.json'), 'utf8'),
  );
  const versions: readonly string[] = Object.values({ ...dependencies, ...devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(readFileSync(join(repository, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
});

describe('the size of a page is what it loads', () => {
  const manifest = {
    'index.html': { file: 'shell.js', imports: ['_react.js'] },
    '_react.js': { file: 'react.js' },
    'terminal.ts': { file: 'terminal.js', imports: ['_react.js', '_xterm.js'] },
    '_xterm.js': { file: 'xterm.js' },
    'later.ts': { file: 'later.js', imports: ['index.html'] },
    '_page-1a2b.js': { file: 'page-1a2b.js', name: 'page', imports: ['_react.js'] },
  };
  test('each chunk once, with all it imports', () => {
    expect(filesOf(manifest, ['index.html', 'terminal.ts']).toSorted()).toEqual([
      'react.js',
      'shell.js',
      'terminal.js',
      'xterm.js',
    ]);
  });
  test('a chunk has a name where it begins with several files', () => {
    expect(filesOf(manifest, ['page'])).toEqual(['page-1a2b.js', 'react.js']);
  });
  test('a chunk that no longer exists is an error, not a saving', () => {
    expect(() => filesOf(manifest, ['gone.ts'])).toThrow('There is no chunk gone.ts');
  });
});

test('checks run in lanes side by side; each prints in one piece, and its result is kept', async () => {
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  const say = (words: string, failed: number) => (out: Out) => {
    if (typeof out === 'number') writeFileSync(out, words);
    return Promise.resolve({ passed: 1 - failed, failed });
  };
  const results = await inLanes(
    [
      ['one', say('uno\n', 0)],
      ['two', say('due\n', 1)],
    ],
    [['three', say('tre\n', 0)]],
  );
  log.mockRestore();
  expect(results.map(({ name, failed }) => `${name} ${failed}`)).toEqual(['one 0', 'two 1', 'three 0']);
  expect(printed.map((text) => text.replace(/[\d.]+ s/, 'n s')).toSorted()).toEqual([
    '\n— one\nuno\n  ok in n s',
    '\n— three\ntre\n  ok in n s',
    '\n— two\ndue\n  FAILED in n s',
  ]);
});

describe('the sum of the tests counts what did not run as failed', () => {
  const unit = (numPassedTests: number, numTotalTests: number, loaded = true) => ({
    numPassedTests,
    numTotalTests,
    testResults: [{ status: loaded ? 'passed' : 'failed', assertionResults: [] }],
  });
  test.each([
    ['all pass', unit(3, 3), { passed: 3, failed: 0 }],
    ['one fails or is skipped', unit(2, 3), { passed: 2, failed: 1 }],
    ['a file does not load', unit(3, 3, false), { passed: 3, failed: 1 }],
    ['there is none', unit(0, 0), { passed: 0, failed: 1 }],
  ])('units: %s', (_what, report, counts) => {
    expect(vitestCounts(report)).toEqual(counts);
  });
  const browser = (expected: number, skipped = 0, errors: readonly unknown[] = []) => ({
    stats: { expected, unexpected: 0, flaky: 0, skipped },
    errors,
  });
  test.each([
    ['all pass', browser(3), { passed: 3, failed: 0 }],
    ['one is skipped', browser(2, 1), { passed: 2, failed: 1 }],
    ['the server does not start', browser(0, 0, ['busy']), { passed: 0, failed: 1 }],
    ['there is none', browser(0), { passed: 0, failed: 1 }],
  ])('browser: %s', (_what, report, counts) => {
    expect(playwrightCounts(report)).toEqual(counts);
  });
});

describe('a request path names a file inside the folder or none', () => {
  test.each([
    ['/', '/', '/site/index.html'],
    ['/', '/assets/a.js?v=1', '/site/assets/a.js'],
    ['/lab/', '/lab/', '/site/index.html'],
    ['/lab/', '/lab/a%20b.png', '/site/a b.png'],
    ['/lab/', '/', undefined],
    ['/', '/../secret', '/site/secret'],
    ['/', '/%2e%2e/secret', '/site/secret'],
    ['/', '/..%2fsecret', '/site/secret'],
    ['/', '/.vite/manifest.json', undefined],
    ['/', '/a%00.js', undefined],
    ['/', '/%', undefined],
  ])('base %s, path %s', (base, path, file) => {
    expect(fileFor('/site', base, path)).toBe(file);
  });
});

describe('the server of the built site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailwire-site-'));
  const running: Awaited<ReturnType<typeof serve>>[] = [];
  const open = async (base?: string): Promise<string> => {
    const server = await serve({ folder, port: 20_000, strict: false, base });
    running.push(server);
    return server.address;
  };

  beforeAll(() => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>é</title>');
    writeFileSync(join(folder, 'assets/app-1a2b.js'), 'export {};');
  });
  afterAll(() => {
    for (const { close } of running) close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('sends pages packed, typed, and not to be framed by others', async () => {
    const response = await fetch(await open());
    expect(await response.text()).toBe('<!doctype html><title>é</title>');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': 'no-cache',
      'content-security-policy': "frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
    });
  });

  test('lets named assets be kept for good, under a sub-path too', async () => {
    const response = await fetch(`${await open('/lab/')}assets/app-1a2b.js`);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  test('answers only GET and HEAD, and 404 for what is not there', async () => {
    const address = await open();
    expect((await fetch(address, { method: 'POST' })).status).toBe(405);
    expect(await (await fetch(address, { method: 'HEAD' })).text()).toBe('');
    expect((await fetch(`${address}nothing`)).status).toBe(404);
  });

  test('takes the next free port, or says that the one asked for is taken', async () => {
    const first = Number(new URL(await open()).port);
    const second = Number(new URL(await open()).port);
    expect(second).toBeGreaterThan(first);
    await expect(serve({ folder, port: first, strict: true })).rejects.toThrow(`Port ${first} is taken.`);
  });
});
