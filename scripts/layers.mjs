// The dependency law. Read by the linter's configuration and by the test that proves it red.

/** Each group may import the groups to its left; layers of one group are strangers to each other. */
const order = [
  ['base'],
  ['wire'],
  ['spec'],
  ['mail', 'store'],
  ['net'],
  ['host'],
  ['protocols'],
  ['mta', 'agents'],
  ['trace'],
  ['kernel'],
  ['scenario'],
];

const core = order.flat();
const rims = ['course', 'app', 'ui', 'bridge'];
const protocols = ['smtp', 'pop3', 'imap'];

const up = String.raw`^(?:\.\.?/)+`;
/** @typedef {{ readonly regex: string, readonly message: string, readonly allowTypeImports: boolean }} Pattern */

const anyOf = (/** @type {readonly string[]} */ names) => `(?:${names.join('|')})`;
const into = (/** @type {readonly string[]} */ names) => `${up}(?:core/)?${anyOf(names)}/`;

/** A bare specifier: a package or a Node module. `except` names package prefixes that are welcome. */
const packages = (/** @type {readonly string[]} */ ...except) =>
  `^(?![./]${except.map((name) => `|${name}`).join('')})`;

/**
 * @param {string} regex
 * @param {string} message
 * @param {boolean} [allowTypeImports]
 * @returns {Pattern}
 */
const forbid = (regex, message, allowTypeImports = false) => ({ regex, message, allowTypeImports });

const strangersOf = (/** @type {string} */ layer) => {
  const at = order.findIndex((group) => group.includes(layer));
  return order
    .slice(at)
    .flat()
    .filter((name) => name !== layer);
};

/**
 * Readers of the trace may name the records it tells about, never call what makes them.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const typeOnly = { trace: ['kernel/world\\.ts$'] };

const coreLayer = (/** @type {string} */ layer) => {
  const named = typeOnly[layer] ?? [];
  const strangers = strangersOf(layer);
  const exceptTypes = named.length > 0 ? `(?!${named.join('|')})` : '';
  return {
    files: [`src/core/${layer}/**`],
    patterns: [
      ...(strangers.length > 0
        ? [
            forbid(
              `${up}${exceptTypes}${anyOf(strangers)}/`,
              `core/${layer} may only import layers to its left.`,
            ),
          ]
        : []),
      ...named.map((path) => forbid(up + path, `core/${layer} may import only types from here.`, true)),
      forbid(`${up}${anyOf(rims)}/`, 'The core knows nothing of its rims.'),
      forbid(packages('@noble/hashes/'), 'The core stands alone: @noble/hashes is its only package.'),
      ...(layer === 'protocols'
        ? [forbid(`${up}${anyOf(protocols)}/`, 'Protocols share only sasl/ and the layers below.')]
        : []),
    ],
  };
};

const rimLayers = [
  {
    files: ['src/course/**'],
    patterns: [
      forbid(into(['app', 'ui', 'bridge']), 'course may import the core only.'),
      forbid(
        packages(
          'valibot$',
          'yaml$',
          'unified$',
          'vfile$',
          'remark-',
          'rehype-',
          'unist-',
          'mdast$',
          'hast$',
        ),
        'A lesson needs no host.',
      ),
    ],
  },
  {
    files: ['src/app/**'],
    patterns: [
      forbid(into(['ui', 'bridge']), 'app may import the core and course only.'),
      forbid('^(?:react|node:|@xterm/)', 'The store runs without a view and without Node.'),
    ],
  },
  {
    files: ['src/ui/**'],
    patterns: [
      forbid(`${up}core/kernel/step\\.ts$`, 'A panel sends inputs through the store.'),
      forbid(
        `${up}core/(?!trace/|spec/describe\\.ts$|kernel/step\\.ts$)`,
        'ui may use app, course, trace/, spec/describe and types of the core.',
        true,
      ),
      forbid(`${up}bridge/`, 'Nobody imports the bridge.'),
      forbid('^node:', 'The browser has no Node.'),
    ],
  },
  {
    files: ['src/bridge/**'],
    patterns: [
      forbid(into(['course', 'app', 'ui']), 'bridge may import the core only.'),
      forbid(packages('node:', '@noble/hashes/'), 'The bridge needs Node and the core, nothing else.'),
    ],
  },
];

/** One entry per layer: the files it covers and the import patterns its files must not match. */
export const layers = [...core.map(coreLayer), ...rimLayers];
