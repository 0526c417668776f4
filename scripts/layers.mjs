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
  ['parts'],
];

const core = order.flat();
const rims = ['course', 'app', 'ui', 'bridge'];
const protocols = ['smtp', 'pop3', 'imap'];

/** @typedef {{ readonly regex: string, readonly allowTypeImports: boolean, readonly message: string }} Pattern */

/**
 * @param {string} regex over the import's specifier; the linter's expressions know no look-ahead
 * @param {string} message
 * @param {boolean} [allowTypeImports]
 * @returns {Pattern}
 */
const forbid = (regex, message, allowTypeImports = false) => ({ regex, allowTypeImports, message });

const climb = String.raw`^(?:\.\.?/)+`;
const up = `${climb}(?:core/)?`;
const into = (/** @type {readonly string[]} */ names) => `${up}(?:${names.join('|')})/`;

/** Whatever does not begin with this word. */
const unlike = (/** @type {string} */ word) =>
  `(?:${Array.from(word, (letter, at) => `${word.slice(0, at)}[^${letter}]`).join('|')})`;

const strangersOf = (/** @type {string} */ layer) => {
  const at = order.findIndex((group) => group.includes(layer));
  return order
    .slice(at)
    .flat()
    .filter((name) => name !== layer);
};

/** Readers of the trace may name the world it tells about, never call what makes it. */
const readingTheWorld = [
  forbid(into(['mta', 'agents', 'scenario', 'parts']), 'core/trace may only import layers to its left.'),
  forbid(`${up}kernel/${unlike('world.ts')}`, 'core/trace may name the world, nothing else of the kernel.'),
  forbid(`${up}kernel/world.ts$`, 'core/trace may import only types from here.', true),
];

const toItsLeft = (/** @type {string} */ layer) => {
  if (layer === 'trace') return readingTheWorld;
  const strangers = strangersOf(layer);
  return strangers.length > 0
    ? [forbid(into(strangers), `core/${layer} may only import layers to its left.`)]
    : [];
};

const coreLayer = (/** @type {string} */ layer) => ({
  files: [`src/core/${layer}/**`],
  patterns: [
    ...toItsLeft(layer),
    ...(layer === 'protocols'
      ? [forbid(into(protocols), 'Protocols share only sasl/, device/ and the layers below.')]
      : []),
    forbid(into(rims), 'The core knows nothing of its rims.'),
    forbid(`^(?:[^.@]|@${unlike('noble/')})`, 'The core stands alone: @noble/hashes is its only package.'),
  ],
});

const rimLayers = [
  {
    files: ['src/course/**'],
    patterns: [
      forbid(into(['app', 'ui', 'bridge']), 'course may import the core only.'),
      forbid('^(?:react|zustand|@xterm/|node:)', 'A lesson needs neither a view nor Node.'),
    ],
  },
  {
    files: ['src/app/**'],
    patterns: [
      forbid(into(['ui', 'bridge']), 'app may import the core and course only.'),
      forbid('^(?:react|@xterm/|node:)', 'The store needs neither a view nor Node.'),
    ],
  },
  {
    files: ['src/ui/**'],
    patterns: [
      forbid(`${climb}core/kernel/step.ts$`, 'A panel sends its inputs through the store.'),
      forbid(
        `${climb}core/(?:(?:${core.filter((layer) => layer !== 'trace' && layer !== 'spec').join('|')})/|spec/${unlike('describe.ts')})`,
        'ui may use app, course, trace/, spec/describe.ts and types of the core.',
        true,
      ),
      forbid(into(['bridge']), 'Nobody imports the bridge.'),
      forbid('^node:', 'The browser has no Node.'),
    ],
  },
  {
    files: ['src/sw/**'],
    patterns: [forbid(into([...core, ...rims, 'core']), 'The service worker stands alone.')],
  },
  {
    files: ['src/bridge/**'],
    patterns: [
      forbid(into(['course', 'app', 'ui']), 'bridge may import the core only.'),
      forbid(
        `^(?:[^.@n]|n${unlike('ode:')}|@${unlike('noble/')})`,
        'The bridge needs Node and the core, nothing else.',
      ),
    ],
  },
];

/** One entry per layer: the files it covers and the import patterns its files must not match. */
export const layers = [...core.map(coreLayer), ...rimLayers];
