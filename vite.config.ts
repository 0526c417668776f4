import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { iconsPlugin } from './scripts/icons-plugin.ts';
import { lessonsPlugin } from './scripts/lessons-plugin.ts';
import { offlinePlugin } from './scripts/offline-plugin.ts';
import { smallerPlugin } from './scripts/smaller-plugin.ts';

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'", // xterm measures and paints with style elements of its own
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types mailwire',
].join('; ');

/** In the build only: the development server injects inline script and needs a WebSocket. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ],
});

/**
 * What arrives together, in the order of arrival: whatever a file here imports statically is in its chunk or an earlier one. A chunk
 * for every few modules instead would be a round trip each on a slow link, and most servers answer six at a time.
 */
const ARRIVALS: Readonly<Record<string, readonly string[]>> = {
  console: ['ui/main'],
  page: ['ui/page'],
  simulation: ['app/lab', 'app/autosave', 'app/consoles'],
  panes: ['ui/shell/Guide', 'ui/shell/Stage', 'ui/timeline/Timeline', 'ui/network/Strip'],
};
const inside = (folder: string, ...files: readonly string[]) => files.map((file) => `${folder}/${file}`);
/**
 * What comes when there is nothing else to do, or when it is to be shown, in the same order: together with what stands near it, since a
 * chunk for each would be a hundred and fifty requests.
 */
const LATER: Readonly<Record<string, readonly string[]>> = {
  kept: ['app/restore'],
  // what several of the following need: none of them has to wait for another
  common: [
    ...inside('core/host', 'change', 'device/deed', 'device/maildrop'),
    ...inside('core/mail', 'binary', 'header', 'remembered', 'structure', 'text', 'words'),
    ...inside('core/trace', 'devices', 'folded', 'letter', 'pattern/pattern', 'query'),
    ...inside('core', 'mta/routing', 'protocols/imap/grammar/date-time', 'scenario/letters/corpus'),
    ...inside('core', 'store/view', 'wire/literal-lines'),
    ...inside('ui/shell', 'FileButton', 'Switch', 'files', 'keep-place', 'offline', 'singles', 'trusted'),
    ...inside('app', 'gate', 'lessons'),
    ...inside('ui/messages', 'late', 'part'),
    'course/reasons',
  ],
  world: inside('core/parts', 'mta', 'pop3', 'sasl', 'changes', 'corpus'),
  client: inside('core/parts', 'tools', 'help', 'letters', 'devices'),
  imap: ['core/parts/imap'],
  desk: [
    ...inside('core/trace', 'kin', 'life'),
    ...inside('ui/console', 'AskLine', 'Doubted', 'attend', 'inks', 'lights', 'refill'),
    ...inside('ui/literal', 'LiteralCount', 'LiteralNote'),
    ...inside('ui/network', 'Beyond', 'Name', 'Peculiar', 'Services'),
    ...inside('ui/shell', 'BringBack', 'Notices', 'Rail', 'Spaced'),
    ...inside('ui/timeline', 'Branches', 'Flags', 'Held', 'Story', 'Tracks'),
    ...inside('ui', 'credential/CredentialNote', 'sequence/FilterBar', 'tokens/Beneath', 'world/Chooser'),
  ],
  course: inside('ui/lesson', 'LessonPane', 'hint'),
  share: [
    ...inside('ui/shell', 'Dialogs', 'shortcuts'),
    ...inside('ui', 'share/Shared', 'present/Poll', 'present/Project', 'timeline/Tools'),
    'app/mirror',
  ],
  stage: [
    ...inside('ui/machine', 'MachinePanel', 'Outcomes'),
    ...inside('ui/message', 'MessagePanel', 'PartsView'),
    ...inside('ui', 'bytes/BytesPanel', 'glasses/Glasses', 'mailbox/Mailboxes', 'queue/QueuePanel'),
  ],
  devices: inside('ui/devices', 'DeviceConsole', 'DeviceTabs', 'DevicesPanel'),
  guide: inside('ui', 'cast/Cast', 'lesson/Lessons', 'shell/Nowhere', 'world/WorldPane'),
  nudges: ['ui/lesson/Nudges'],
  pages: inside('ui', 'compare/Compare', 'palette/Palette', 'present/Presenter', 'reference/Reference'),
};
/** What is worth the time to be minified twice: React's own has nothing left. */
const EARLY = new RegExp(String.raw`/(?:${[...Object.keys(ARRIVALS), 'xterm'].join('|')})-`);
/** Their chunks, and those of the libraries they need. */
const ARRIVED = new RegExp(
  String.raw`/(?:${[...Object.keys(ARRIVALS), 'react', 'xterm', 'rolldown-runtime'].join('|')})-`,
);
const groups = Object.entries({ ...ARRIVALS, ...LATER }).map(([chunk, roots], at) => ({
  debugName: chunk,
  priority: 20 - at,
  name: (id: string, graph: Graph) => (isImportedBy(roots, id, graph) ? chunk : null),
}));
function isImportedBy(roots: readonly string[], id: string, graph: Graph): boolean {
  const files = roots.map((root) => join(import.meta.dirname, 'src', root));
  const seen = new Set<string>();
  const climb = (from: string): boolean => {
    if (files.includes(from.replace(/\.tsx?$/, ''))) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return graph.getModuleInfo(from)?.importers.some(climb) ?? false;
  };
  return climb(id);
}
interface Graph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

export default defineConfig({
  base: './',
  plugins: [
    react(),
    tailwindcss(),
    lessonsPlugin(),
    iconsPlugin(),
    contentSecurityPolicy(),
    smallerPlugin(EARLY),
    offlinePlugin(),
  ],
  build: {
    target: 'es2023',
    manifest: true,
    modulePreload: {
      // whichever browser the page runs in knows <link rel=modulepreload>
      polyfill: false,
      // whatever comes late finds these here: to name them for each one costs a kilobyte before the first reply
      resolveDependencies: (file, needs) =>
        ARRIVED.test(file) ? needs : needs.filter((each) => each !== file && !ARRIVED.test(each)),
    },
    rolldownOptions: {
      output: {
        // every name stands in the first scripts, and neither it nor a hash compresses: what comes late goes by its hash alone, of which
        // 42 bits tell two builds apart; the manifest says what each is
        chunkFileNames: ({ name }) => `assets/${ARRIVED.test(`/${name}-`) ? '[name]-' : ''}[hash:7].js`,
        assetFileNames: 'assets/[hash:7][extname]',
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\//, priority: 21 },
            { name: 'xterm', test: /node_modules\/@xterm\/(?:xterm|addon-fit)\/lib\//, priority: 21 },
            {
              name: 'markdown',
              test: /node_modules\/(?:[\w-]*(?:hast|mdast|micromark|unist)[\w-]*|unified|vfile[\w-]*|property-information)\//,
              priority: 21,
            },
            // whoever brings a lesson of their own needs it, and nobody else does
            { name: 'yaml', test: /node_modules\/yaml\//, priority: 21 },
            ...groups,
            // those that no script above shows
            { name: 'icons', test: /node_modules\/lucide-react\//, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    // left to itself it keeps one core free, of two
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // a guard against what hangs, not a measure: a machine may be busy
    testTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // one world of modules for all files of a worker: loading it afresh for each takes as long as the tests themselves
          isolate: false,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          setupFiles: ['tests/setup.ts'],
        },
      },
    ],
  },
});
