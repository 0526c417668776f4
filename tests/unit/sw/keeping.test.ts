// The service worker's rules, over caches and a network of the test's own.
import { expect, test } from 'vitest';
import { answer, gather, tidy, type Means, type Site } from '../../../src/sw/keeping.ts';

const SCOPE = 'https://school.test/lab/';
const HTML = { 'content-type': 'text/html' };
const JS = { 'content-type': 'text/javascript' };
const siteOf = (version: string, ...assets: readonly string[]): Site => ({
  scope: SCOPE,
  version,
  files: ['./', 'favicon.svg', ...assets],
  entry: assets[0] ?? '',
});
const first = siteOf('1', 'assets/a1.js', 'assets/same.js');
const second = siteOf('2', 'assets/a2.js', 'assets/same.js');

/** As much of caches as is asked of them. */
function cachesOf(): CacheStorage {
  const all = new Map<string, Map<string, Response>>();
  const cacheIn = (files: Map<string, Response>) => ({
    match: async (url: string) => files.get(url)?.clone(),
    put: async (url: string, response: Response) => void files.set(url, response),
  });
  return {
    open: async (name: string) => {
      const files = all.get(name) ?? new Map<string, Response>();
      all.set(name, files);
      return cacheIn(files);
    },
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
    match: async (url: string) => [...all.values()].flatMap((files) => files.get(url) ?? [])[0]?.clone(),
  } as unknown as CacheStorage;
}
/** A host with these files; what it was asked for. Without files: no network. */
function hostOf(caches: CacheStorage, files: Readonly<Record<string, Response>> | undefined) {
  const asked: string[] = [];
  const fetch: Means['fetch'] = async (input) => {
    const url = typeof input === 'string' ? input : input.url;
    if (!files) throw new TypeError('Failed to fetch');
    asked.push(url.slice(SCOPE.length));
    return files[url.slice(SCOPE.length)]?.clone() ?? new Response('', { status: 404 });
  };
  return { caches, fetch, asked };
}
const filesOf = ({ files, entry }: Site): Readonly<Record<string, Response>> =>
  Object.fromEntries(
    files.map((file) =>
      file === './'
        ? ['', new Response(`<script src="./${entry}">`, { headers: HTML })]
        : [file, new Response(`${file} as it is`, { headers: JS })],
    ),
  );
const request = (file: string, mode = 'cors', method = 'GET'): Request =>
  ({ url: new URL(file, SCOPE).href, mode, method }) as Request;
const textOf = async (response: Promise<Response> | undefined): Promise<string | undefined> =>
  (await response)?.text();

test('once everything is kept, the page and its files come without a network', async () => {
  const caches = cachesOf();
  await gather(first, hostOf(caches, filesOf(first)));
  const offline = hostOf(caches, undefined);
  for (const page of ['', '?lang=zh', 'index.html'])
    expect(await textOf(answer(first, offline, request(page, 'navigate')))).toContain('assets/a1.js');
  expect(await textOf(answer(first, offline, request('assets/same.js')))).toBe('assets/same.js as it is');
});
test('a page comes from the network where there is one, unless its server is out of order; files do not', async () => {
  const caches = cachesOf();
  await gather(first, hostOf(caches, filesOf(first)));
  const host = hostOf(caches, filesOf(second));
  expect(await textOf(answer(first, host, request('', 'navigate')))).toContain('assets/a2.js');
  await answer(first, host, request('assets/a1.js'));
  expect(host.asked).toEqual(['']);
  const broken = hostOf(caches, { '': new Response('out of order', { status: 503 }) });
  expect(await textOf(answer(first, broken, request('', 'navigate')))).toContain('assets/a1.js');
});
test.each([
  ['what is sent', request('', 'navigate', 'POST')],
  ['another folder of the host', request('/other/', 'navigate')],
  ['another host', request('https://elsewhere.test/assets/a1.js')],
  ['a file of no list', request('assets/a2.js')],
  ['a page that is not this one', request('404.html', 'navigate')],
])('%s goes its way', (_what, asked) => {
  expect(answer(first, hostOf(cachesOf(), undefined), asked)).toBeUndefined();
});
test('what a browser has thrown away meanwhile is fetched', async () => {
  const host = hostOf(cachesOf(), filesOf(first));
  expect(await textOf(answer(first, host, request('assets/a1.js')))).toBe('assets/a1.js as it is');
});
test.each([
  ['a file is missing', { 'assets/a1.js': new Response('', { status: 404 }) }],
  ['a host answers everything with a page', { 'assets/a1.js': new Response('<html>', { headers: HTML }) }],
  ['the page is of another version', { '': filesOf(second)[''] ?? Response.error() }],
])('where %s nothing of that is kept, and the version does not begin', async (_what, other) => {
  const caches = cachesOf();
  await expect(gather(first, hostOf(caches, { ...filesOf(first), ...other }))).rejects.toThrow(
    /did not come|another version/,
  );
  const [file = ''] = Object.keys(other);
  const cache = await caches.open(`mailwire ${SCOPE} 1`);
  expect(await cache.match(SCOPE + file)).toBeUndefined();
});
test('an attempt that failed goes on where it was', async () => {
  const caches = cachesOf();
  await gather(
    first,
    hostOf(caches, { ...filesOf(first), 'assets/same.js': new Response('', { status: 500 }) }),
  ).catch(() => undefined);
  const host = hostOf(caches, filesOf(first));
  await gather(first, host);
  expect(host.asked).toEqual(['assets/same.js']);
});
test('a new version replaces the old: it fetches what differs, takes nothing away before its turn, and nothing of others', async () => {
  const caches = cachesOf();
  const others = ['mailwire https://school.test/ 1', 'of somebody else'];
  for (const name of others) await caches.open(name);
  await gather(first, hostOf(caches, filesOf(first)));
  const host = hostOf(caches, filesOf(second));
  await gather(second, host);
  expect(host.asked.toSorted()).toEqual(['', 'assets/a2.js', 'favicon.svg']);
  // pages of the old version are still open
  const offline = hostOf(caches, undefined);
  expect(await textOf(answer(first, offline, request('assets/a1.js')))).toBe('assets/a1.js as it is');
  // they are closed
  await tidy(second, offline);
  expect(await caches.keys()).toEqual([...others, `mailwire ${SCOPE} 2`]);
  expect(await textOf(answer(second, offline, request('', 'navigate')))).toContain('assets/a2.js');
  expect(await textOf(answer(second, offline, request('assets/same.js')))).toBe('assets/same.js as it is');
});
