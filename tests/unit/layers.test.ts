import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The fences are tried, not trusted: each file below is planted in a copy of the rules and linted there.

/** A line to plant, where, and the rule that must turn red: undefined where the line is welcome. */
type Plant = readonly [file: string, line: string, rule: string | undefined];

const layer = 'no-restricted-imports';
const call = (from: string): string => `import { x } from '${from}';\nexport const y = [x];`;
const name = (from: string): string => `import type { X } from '${from}';\nexport type Y = X;`;

const leftward: readonly Plant[] = [
  ['src/core/base/a.ts', call('../wire/x.ts'), layer],
  ['src/core/wire/a.ts', call('../spec/x.ts'), layer],
  ['src/core/spec/a.ts', call('../store/x.ts'), layer],
  ['src/core/mail/a.ts', call('../store/x.ts'), layer],
  ['src/core/store/a.ts', call('../mail/x.ts'), layer],
  ['src/core/net/a.ts', call('../host/x.ts'), layer],
  ['src/core/host/a.ts', call('../protocols/pop3/x.ts'), layer],
  ['src/core/protocols/pop3/commands/a.ts', call('../../../agents/x.ts'), layer],
  ['src/core/mta/a.ts', call('../agents/x.ts'), layer],
  ['src/core/agents/a.ts', call('../trace/x.ts'), layer],
  ['src/core/trace/a.ts', call('../kernel/step.ts'), layer],
  ['src/core/kernel/a.ts', call('../scenario/x.ts'), layer],
  ['src/core/scenario/a.ts', call('../../course/x.ts'), layer],
  ['src/course/a.ts', call('../app/x.ts'), layer],
  ['src/app/a.ts', call('../ui/x.ts'), layer],
  ['src/ui/stage/a.ts', call('../../bridge/x.ts'), layer],
  ['src/bridge/a.ts', call('../app/x.ts'), layer],
  ['src/sw/a.ts', call('../app/x.ts'), layer],
];

const otherWays: readonly Plant[] = [
  ['src/core/wire/types.ts', name('../spec/x.ts'), layer],
  ['src/core/wire/export.ts', `export { x } from '../spec/x.ts';`, layer],
  ['src/core/wire/lazy.ts', `export const x = import('../spec/x.ts');`, layer],
  ['src/core/wire/react.ts', call('react'), layer],
  ['src/core/wire/node.ts', call('node:fs'), layer],
  ['src/core/protocols/pop3/sibling.ts', call('../smtp/x.ts'), layer],
  ['src/core/trace/calls.ts', call('../kernel/world.ts'), layer],
  ['src/app/react.ts', call('react'), layer],
  ['src/ui/stage/step.ts', name('../../core/kernel/step.ts'), layer],
  ['src/ui/stage/world.ts', call('../../core/kernel/world.ts'), layer],
  ['src/ui/stage/lazy.ts', `export const x = import('../../core/kernel/step.ts');`, layer],
  ['src/bridge/react.ts', call('react'), layer],
];

const welcome: readonly Plant[] = [
  ['src/core/wire/b.ts', call('../base/x.ts'), undefined],
  ['src/core/protocols/pop3/commands/b.ts', call('../../sasl/x.ts'), undefined],
  ['src/core/protocols/pop3/commands/c.ts', call('../shape.ts'), undefined],
  ['src/core/protocols/pop3/commands/d.ts', call('../../../spec/x.ts'), undefined],
  ['src/core/protocols/pop3/md5.ts', call('@noble/hashes/legacy.js'), undefined],
  ['src/core/trace/b.ts', name('../kernel/world.ts'), undefined],
  ['src/core/kernel/b.ts', call('../trace/x.ts'), undefined],
  ['src/course/b.ts', call('../core/trace/goal.ts'), undefined],
  ['src/app/b.ts', call('../core/kernel/step.ts'), undefined],
  ['src/ui/stage/b.ts', call('../../core/trace/scene.ts'), undefined],
  ['src/ui/stage/c.ts', call('../../core/spec/describe.ts'), undefined],
  ['src/ui/stage/d.ts', name('../../core/kernel/world.ts'), undefined],
  ['src/ui/stage/e.ts', call('../../app/engine.ts'), undefined],
  ['src/ui/stage/f.ts', call('../store/x.ts'), undefined],
  ['src/bridge/c.ts', call('./tls.ts'), undefined],
  ['src/bridge/d.ts', call('node:net'), undefined],
  ['src/bridge/b.ts', call('../core/kernel/step.ts'), undefined],
];

const purity: readonly Plant[] = [
  ['src/core/base/date.ts', 'export const x = Date.now();', 'no-restricted-globals'],
  ['src/core/base/timer.ts', 'setTimeout(() => {}, 1);', 'no-restricted-globals'],
  ['src/core/base/console.ts', `console.log('x');`, 'no-restricted-globals'],
  ['src/core/base/intl.ts', 'export const x = new Intl.Segmenter();', 'no-restricted-globals'],
  ['src/core/base/crypto.ts', 'export const x = crypto.randomUUID();', 'no-restricted-globals'],
  ['src/core/base/global.ts', 'export const x = globalThis;', 'no-restricted-globals'],
  ['src/core/base/random.ts', 'export const x = Math.random();', 'no-restricted-properties'],
  ['src/core/base/locale.ts', `export const x = 'a'.localeCompare('b');`, 'no-restricted-properties'],
  ['src/core/base/upper.ts', `export const x = 'a'.toLocaleUpperCase();`, 'no-restricted-properties'],
  ['src/core/base/nfc.ts', `export const x = 'a'.normalize();`, 'no-restricted-properties'],
  [
    'src/core/base/cast.ts',
    'export const x = (y: unknown): string => y as string;',
    'consistent-type-assertions',
  ],
  ['src/core/base/const.ts', `export const x = ['a'] as const;`, undefined],
  ['src/core/base/default.ts', 'export default 1;', 'no-default-export'],
  ['src/core/base/any.ts', 'export const x = (y: any): unknown => [y];', 'no-explicit-any'],
  ['src/core/base/bang.ts', 'export const x = (y?: string): string => y!;', 'no-non-null-assertion'],
  ['src/core/base/spread.ts', 'export const x = (y: object): object => ({ z: 1, ...y });', undefined],
  [
    'src/core/kernel/spread.ts',
    'export const x = (y: object): object => ({ z: 1, ...y });',
    'no-rest-spread-properties',
  ],
  [
    'src/core/spec/interpret.ts',
    'export const x = (y: object): object => ({ z: 1, ...y });',
    'no-rest-spread-properties',
  ],
  [
    'src/core/spec/settle.ts',
    'export const x = (y: object): object => ({ z: 1, ...y });',
    'no-rest-spread-properties',
  ],
];

const repository = resolve(import.meta.dirname, '../..');
const garden = mkdtempSync(join(tmpdir(), 'mailwire-layers-'));
const tool = (path: string): string => join(repository, 'node_modules', path);

const plant = (file: string, text: string): void => {
  const path = join(garden, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text}\n`);
};

/** What a command prints, whatever its exit code. */
const printed = (file: string, ...args: readonly string[]): Promise<string> =>
  new Promise((done) => {
    execFile(process.execPath, [file, ...args], { cwd: garden, maxBuffer: 1e8 }, (_error, stdout) =>
      done(stdout),
    );
  });

const everything = [...leftward, ...otherWays, ...welcome, ...purity];
const red = new Map<string, readonly string[]>();

interface Complaint {
  readonly filename: string;
  readonly code: string;
}

beforeAll(async () => {
  for (const part of [
    'scripts',
    'oxlint.config.mjs',
    'package.json',
    'tsconfig.base.json',
    'tsconfig.core.json',
  ])
    cpSync(join(repository, part), join(garden, part), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(garden, 'node_modules'));
  for (const [file, line] of everything) plant(file, line);
  const output = await printed(
    tool('oxlint/bin/oxlint'),
    '-c',
    'oxlint.config.mjs',
    '--format',
    'json',
    'src',
  );
  const { diagnostics }: { readonly diagnostics: readonly Complaint[] } = JSON.parse(output);
  for (const { filename, code } of diagnostics) red.set(filename, [...(red.get(filename) ?? []), code]);
});
afterAll(() => rmSync(garden, { recursive: true, force: true }));

const rulesOf = (file: string): readonly string[] =>
  (red.get(file) ?? []).map((code) => code.replace(/^.*\(|\)$/g, ''));

describe('a layer imports only layers to its left', () => {
  test.each(leftward)('%s', (file, _line, rule) => expect(rulesOf(file)).toContain(rule));
});

describe('there is no way around the fence', () => {
  test.each(otherWays)('%s', (file, _line, rule) => expect(rulesOf(file)).toContain(rule));
});

describe('what the law allows stays green', () => {
  test.each(welcome)('%s', (file) => expect(rulesOf(file)).toEqual([]));
});

describe('the core is pure', () => {
  test.each(purity)('%s', (file, _line, rule) =>
    expect(rulesOf(file)).toEqual(rule === undefined ? [] : [rule]),
  );
});

test('the core cannot even name the DOM or Node', async () => {
  const foreign = [
    'document',
    'window',
    'localStorage',
    'fetch',
    'setTimeout',
    'process',
    'Buffer',
    'crypto',
  ];
  rmSync(join(garden, 'src/core'), { recursive: true });
  for (const global of foreign) plant(`src/core/base/${global}.ts`, `export const x: unknown = ${global};`);
  const complaints = await printed(
    tool('typescript/bin/tsc'),
    '-p',
    'tsconfig.core.json',
    '--pretty',
    'false',
  );
  const named = Array.from(complaints.matchAll(/Cannot find name '(\w+)'/g), ([, global = '']) => global);
  expect(named.toSorted()).toEqual(foreign.toSorted());
});
