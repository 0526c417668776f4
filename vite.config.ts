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

/** The terminal is asked for by the first script: its own chunk need not wait until that has been read. */
const terminalEarly = (): Plugin => ({
  name: 'terminal-early',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /(?:^|\/)xterm-[^/]*\.(?:js|css)$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: file.endsWith('.js')
            ? { rel: 'modulepreload', crossorigin: true, href: `./${file}` }
            : { rel: 'preload', as: 'style', crossorigin: true, href: `./${file}` },
          injectTo: 'head' as const,
        })),
  },
});

export default defineConfig({
  base: './',
  plugins: [react(), tailwindcss(), lessonsPlugin(), contentSecurityPolicy(), terminalEarly()],
  build: {
    target: 'es2023',
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler|zustand)\// },
            { name: 'xterm', test: /node_modules\/@xterm\/(?:xterm|addon-fit)\// },
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
        },
      },
    ],
  },
});
