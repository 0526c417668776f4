import { gzipSync } from 'node:zlib';
import { minify } from 'terser';
import type { Plugin } from 'vite';

const weight = (code: string) => gzipSync(code, { level: 9 }).length;
/**
 * Minifies once more what arrives before the first reply, where every kilobyte is waited for. The build's own minifier is quick and leaves
 * a hundredth behind; a chunk that would not get smaller stays as it is.
 */
export const smallerPlugin = (chunks: RegExp): Plugin => ({
  name: 'smaller',
  apply: 'build',
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !chunks.test(`/${chunk.fileName}`)) continue;
      const { code } = await minify(chunk.code, {
        module: true,
        ecma: 2020,
        compress: { passes: 3, keep_fargs: false },
      });
      if (code !== undefined && weight(code) < weight(chunk.code)) chunk.code = code;
    }
  },
});
