// A lesson while it is written: whoever looks at it is told that its file has changed, gets what stands there now, and reads where it is broken.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type HotPayload, type Plugin, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { lessonsPlugin } from '../../../scripts/lessons-plugin.ts';
import { lessonsRoot } from '../../../scripts/lessons-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'lessons-'));
const P1 = 'pop3/01-collect-the-post/lesson.md';
const file = join(folder, P1);
const source = readFileSync(join(lessonsRoot, P1), 'utf8');
/** As `useLesson.ts` does. */
const pane: Plugin = {
  name: 'pane',
  resolveId: (id) => (id === '/pane' ? id : undefined),
  load: (id) =>
    id === '/pane'
      ? "import { load } from 'virtual:lessons';\nimport.meta.hot.accept('virtual:lessons', () => {});"
      : undefined,
};
let server: ViteDevServer;
let told: HotPayload[] = [];

beforeAll(async () => {
  cpSync(join(lessonsRoot, 'tracks.yaml'), join(folder, 'tracks.yaml'));
  cpSync(join(lessonsRoot, P1), file);
  server = await createServer({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: null },
    plugins: [pane, lessonsPlugin(folder)],
  });
  server.environments.client.hot.send = (payload: unknown): void => void told.push(payload as HotPayload);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
const ask = async (id: string): Promise<string> =>
  (await server.environments.client.transformRequest(id))?.code ?? '';
/** As an editor does it; what the page is told. */
async function save(text: string): Promise<HotPayload> {
  told = [];
  writeFileSync(file, text);
  server.watcher.emit('change', file);
  return vi.waitFor(() => {
    const [payload] = told;
    if (!payload) throw new Error('nothing yet');
    return payload;
  }, 60_000);
}
/** What the page fetches when it is told so. */
const fetched = async (): Promise<string> => {
  await ask('virtual:lessons');
  return ask('virtual:lessons/P1');
};

describe('a lesson that is edited', () => {
  test('is sent to the pane, and the page is not loaded anew', async () => {
    await ask('/pane');
    expect(await fetched()).toContain('"title":"Collect the post"');
    const payload = await save(source.replace('title: Collect the post', 'title: Freshly written'));
    expect(payload).toMatchObject({ type: 'update', updates: [{ path: '/pane' }] });
    expect(await fetched()).toContain('"title":"Freshly written"');
  });
  test('says file, line and column when it is broken, and is there again when it is mended', async () => {
    const wrong = 'outcome: pop3/PASS/exposed';
    await save(source.replace(wrong, 'outcome: pop3/PASS/fine'));
    const line = source.split('\n').findIndex((text) => text.includes(wrong)) + 1;
    const message = await fetched().then(String, String);
    expect(message).toContain(P1);
    expect(message).toMatch(new RegExp(`${line}:20 +error +PASS has no outcome fine`));
    await save(source);
    expect(await fetched()).toContain('"title":"Collect the post"');
  });
});
