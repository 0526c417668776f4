import { layers } from './scripts/layers.mjs';

const forbiddenGlobals = [
  'Date',
  'Intl',
  'clearInterval',
  'clearTimeout',
  'console',
  'crypto',
  'fetch',
  'globalThis',
  'performance',
  'process',
  'queueMicrotask',
  'requestAnimationFrame',
  'setInterval',
  'setTimeout',
];

const forbiddenProperties = [
  { object: 'Math', property: 'random', message: 'Use draw(seed, ...keys).' },
  { property: 'localeCompare', message: 'Depends on the locale.' },
  { property: 'toLocaleLowerCase', message: 'Depends on the locale.' },
  { property: 'toLocaleUpperCase', message: 'Depends on the locale.' },
  { property: 'toLocaleString', message: 'Depends on the locale.' },
  {
    property: 'normalize',
    message: 'Depends on the Unicode version: saslprep.ts, fold.ts and casemap.ts alone, with vectors.',
  },
];

const layerOverrides = layers.map(({ files, patterns }) => ({
  files,
  rules: { 'eslint/no-restricted-imports': ['error', { patterns }] },
}));

// The linter takes a default export from its configuration.
export default {
  plugins: ['eslint', 'typescript', 'react', 'jsx-a11y', 'import', 'unicorn', 'vitest', 'promise', 'oxc'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { reportUnusedDisableDirectives: 'error' },
  rules: {
    'eslint/complexity': ['error', { max: 16 }],
    'eslint/max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
    'eslint/max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    'eslint/max-params': ['error', { max: 6 }],
    'eslint/no-else-return': 'error',
    'eslint/no-shadow': 'off',
    'eslint/no-var': 'error',
    'eslint/prefer-const': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-unassigned-import': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'promise/always-return': 'off',
    'react/exhaustive-deps': 'error',
    'react/react-in-jsx-scope': 'off',
    'react/rules-of-hooks': 'error',
    'typescript/consistent-return': 'off',
    'unicorn/no-thenable': 'off', // an outcome says what happens `then`; nobody awaits one
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unsafe-type-assertion': 'off',
  },
  overrides: [
    {
      files: ['src/core/**'],
      rules: {
        'eslint/no-restricted-globals': ['error', ...forbiddenGlobals],
        'eslint/no-restricted-properties': ['error', ...forbiddenProperties],
        'typescript/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      },
    },
    {
      files: ['src/core/protocols/sasl/saslprep.ts', 'src/core/base/fold.ts', 'src/core/mail/casemap.ts'],
      rules: {
        'eslint/no-restricted-properties': [
          'error',
          ...forbiddenProperties.filter(({ property }) => property !== 'normalize'),
        ],
      },
    },
    {
      files: ['src/core/spec/forget.ts'],
      rules: {
        'typescript/consistent-type-assertions': 'off',
        'typescript/no-unnecessary-type-parameters': 'off',
      },
    },
    {
      // An event, a session, a connection and a world are written out: a spread costs 500 times as much.
      files: ['src/core/kernel/**', 'src/core/spec/{interpret,choose,settle}.ts'],
      rules: { 'oxc/no-rest-spread-properties': 'error' },
    },
    {
      // A component is markup and a test file is a list: their length says little.
      files: ['src/ui/**/*.tsx', 'tests/**', 'bench/**'],
      rules: {
        'eslint/max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
        // a slider of marks, a list of thousands of rows and a group of buttons have no tag of their own
        'jsx-a11y/prefer-tag-over-role': 'off',
      },
    },
    {
      files: ['*.config.{ts,mjs}'],
      rules: { 'import/no-default-export': 'off' },
    },
    ...layerOverrides,
  ],
};
