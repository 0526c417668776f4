// What must arrive before a keystroke echoes: followed import by import from the first script.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** Imports that are there when the page runs: types are gone by then, and what is asked for later is no part of this. */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\bfrom\s+)?'([^']+)'/gm;

const importsOf = (text: string): readonly string[] =>
  Array.from(text.matchAll(IMPORT), ([, name = '']) => name);

/** Every file reached, by its path in the repository, and every package. */
function reached(entry: string): { readonly files: readonly string[]; readonly packages: readonly string[] } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const follow = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    if (!/\.tsx?$/.test(file)) return;
    for (const name of importsOf(readFileSync(file, 'utf8')))
      if (name.startsWith('.')) follow(join(dirname(file), name));
      else packages.add(name);
  };
  follow(join(root, entry));
  return { files: Array.from(files, (file) => relative(root, file)), packages: Array.from(packages) };
}

describe('the first script', () => {
  const { files, packages } = reached('src/ui/main.ts');

  it('is followed to where keys are read', () => {
    expect(files.every((file) => existsSync(join(root, file)))).toBe(true);
    expect(files).toContain('src/ui/console/editor.ts');
    expect(files).toContain('src/app/engine.ts');
  });
  it('reaches nothing of the simulation, however many protocols it speaks', () => {
    expect(files.filter((file) => /^src\/(?:core|course|bridge)\//.test(file))).toEqual([]);
  });
  it('needs the terminal and the store, and no view library', () => {
    expect(packages.toSorted()).toEqual([
      '@xterm/addon-fit',
      '@xterm/xterm',
      '@xterm/xterm/css/xterm.css',
      'zustand/vanilla',
    ]);
  });
});
// the first call of each takes browsers tens of milliseconds: they learn every language there is, in the way of whoever clicks
const LEARNS = /\.toLocale\w+\(|\.localeCompare\(|\bIntl\.(?!Segment)/;
it('nothing asks the browser for all languages when English grouping and the order of plain names are wanted', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('bridge'))
    .filter((file) => LEARNS.test(readFileSync(join(root, 'src', file), 'utf8')));
  expect(sources).toEqual([]);
});
describe('how imports are found', () => {
  it.each([
    ["import { a } from './a.ts';", ['./a.ts']],
    ["import {\n  a,\n  type B,\n} from './a.ts';", ['./a.ts']],
    ["import './a.css';", ['./a.css']],
    ["export * from './a.ts';", ['./a.ts']],
    ["import a, { b } from 'c';", ['c']],
    ["import type { A } from './a.ts';", []],
    ["export type { A } from './a.ts';", []],
    ["const a = await import('./a.ts');", []],
  ])('%s', (text, names) => expect(importsOf(text)).toEqual(names));
});
