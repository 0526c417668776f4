import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { lessonsPlugin } from './scripts/lessons-plugin.ts';

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
 * Everything the first script needs at once, in one file: each further one is a round trip on a slow link, and most servers
 * answer six at a time. Reached from main.ts by static imports alone.
 */
function consoleOf(id: string, graph: Graph): string | null {
  const seen = new Set<string>();
  const reaches = (from: string): boolean => {
    if (from.endsWith('/src/ui/main.ts')) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return graph.getModuleInfo(from)?.importers.some(reaches) ?? false;
  };
  return reaches(id) ? 'console' : null;
}
interface Graph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

export default defineConfig({
  base: './',
  plugins: [react(), tailwindcss(), lessonsPlugin(), contentSecurityPolicy()],
  build: {
    target: 'es2023',
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\//, priority: 2 },
            { name: 'xterm', test: /node_modules\/@xterm\/(?:xterm|addon-fit)\/lib\//, priority: 2 },
            { name: consoleOf, debugName: 'console', priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          setupFiles: ['tests/parts.ts'],
        },
      },
    ],
  },
});
