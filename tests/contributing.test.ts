// The recipe of CONTRIBUTING.md, followed to the letter in a copy of the tree: it works, and each step is needed.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const copy = mkdtempSync(join(tmpdir(), 'mailwire-contributing-'));
afterAll(() => rmSync(copy, { recursive: true }));

interface Step {
  readonly language: string;
  readonly path: string;
  readonly text: string;
}
const recipe = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const steps: readonly Step[] = Array.from(
  recipe.matchAll(/^(`{3,4})(ts|diff|md) (\S+)\n([\s\S]*?)^\1$/gm),
  ([, , language = '', path = '', text = '']) => ({ language, path, text }),
);

/** Each `-` line is replaced by the `+` line after it; a `+` line after a line of context follows it. */
function patched(before: string, diff: string): string {
  let [text, anchor] = [before, ''];
  for (const line of diff.trimEnd().split('\n')) {
    const [mark, words] = [line[0], line.slice(1)];
    if (mark !== '+') {
      if (!text.includes(`${words}\n`)) throw new Error(`not in the file: ${words}`);
      anchor = mark === '-' ? `${words}\n` : '';
      if (mark === ' ') text = text.replace(`${words}\n`, () => `${words}\n\0`);
      continue;
    }
    text = anchor === '' ? text.replace('\0', () => `${words}\n`) : text.replace(anchor, () => `${words}\n`);
  }
  return text;
}
function follow({ language, path, text }: Step): void {
  const file = join(copy, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, language === 'diff' ? patched(readFileSync(file, 'utf8'), text) : text);
}
function run(...words: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}
const SUITES = ['tests/transcripts.test.ts', 'tests/edges.test.ts'];
/** One world of modules for both, kept for the second run but for what has changed in between. */
const CONFIG = `export default {
  test: {
    setupFiles: ['tests/setup.ts'],
    isolate: false,
    maxWorkers: 1,
    experimental: { fsModuleCache: true, fsModuleCachePath: 'modules' },
  },
};
`;
/** Of both suites what the new command can change: the others' transcripts are played in this very tree. */
const vitest = (): ReturnType<typeof run> =>
  run(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=verbose',
    '-t',
    'xecho|every declared outcome',
    ...SUITES,
  );

test('the recipe names a declaration, a list and a transcript', () => {
  expect(steps.map(({ language }) => language)).toEqual(['ts', 'diff', 'md']);
});

test('following it adds a command; without the transcript the gate is red', { timeout: 120_000 }, () => {
  for (const path of ['src/core', 'tests/transcript', 'tests/transcripts'])
    cpSync(join(root, path), join(copy, path), { recursive: true });
  for (const path of [
    ...SUITES,
    'tests/world.ts',
    'tests/setup.ts',
    'tests/elsewhere.ts',
    'tsconfig.core.json',
    'tsconfig.base.json',
  ])
    cpSync(join(root, path), join(copy, path));
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(copy, 'vitest.config.js'), CONFIG);
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  const [declare, list, show] = steps;
  if (!declare || !list || !show) throw new Error('the recipe has three steps');

  follow(declare);
  follow(list);
  expect(run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.core.json')).toEqual({ status: 0, said: '' });
  const red = vitest();
  expect(red.status).toBe(1);
  expect(red.said).toContain('XECHO/silent');

  follow(show);
  const green = vitest();
  expect(green.said).toContain('xecho.md');
  expect(green.status).toBe(0);
});
