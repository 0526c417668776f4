// What must arrive before a keystroke echoes: followed import by import from the first script.
import { existsSync, readFileSync } from 'node:fs';
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
