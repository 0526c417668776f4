// What the service worker does with the files of the site, so that a visited page opens without a network. No globals here: tests bring theirs.

export interface Site {
  /** Where the page lies, with the slash at its end. */
  readonly scope: string;
  /** Differs whenever any file does. */
  readonly version: string;
  /** All that the page may ask for, from `scope`; `./` is the page itself. */
  readonly files: readonly string[];
  /** Named in the page of this version, and in no other. */
  readonly entry: string;
}
export interface Means {
  readonly caches: CacheStorage;
  readonly fetch: (input: string | Request, init?: RequestInit) => Promise<Response>;
}

const PAGE = './';
/** So many files at a time: whoever is reading meanwhile has a network too. */
const AT_ONCE = 4;
/** Of one origin, several may have a site like this. */
const shelfOf = ({ scope }: Site): string => `mailwire ${scope} `;
const cacheOf = (site: Site): string => shelfOf(site) + site.version;
const urlOf = ({ scope }: Site, file: string): string => new URL(file, scope).href;
/** Its name says what is in it. */
const isFixed = (file: string): boolean => file.startsWith('assets/');

/** Everything is fetched and kept; what an earlier version or attempt has kept is not fetched again. Throws unless all of it has come. */
export async function gather(site: Site, means: Means): Promise<void> {
  const cache = await means.caches.open(cacheOf(site));
  const left = [...site.files];
  const some = async (): Promise<void> => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) {
      const url = urlOf(site, file);
      if (await cache.match(url)) continue;
      const known = isFixed(file) ? await means.caches.match(url) : undefined;
      await cache.put(url, known ?? (await fetched(site, means, file)));
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, some));
  const lost = ends.find((end) => end.status === 'rejected');
  if (lost) throw lost.reason;
}
/** Only what is meant: not a refusal, not the page of a gateway or of a host that answers everything with one, not another version's. */
async function fetched(site: Site, { fetch }: Means, file: string): Promise<Response> {
  const response = await fetch(urlOf(site, file), { cache: isFixed(file) ? 'default' : 'no-cache' });
  const isPage = /\bhtml\b/.test(response.headers.get('content-type') ?? '');
  if (response.status !== 200 || isPage !== (file === PAGE)) throw new Error(`${file} did not come`);
  if (file !== PAGE) return response;
  const text = await response.text();
  if (!text.includes(site.entry)) throw new Error('the page is of another version');
  // as if it had come directly: a browser opens no page that was redirected to elsewhere
  return new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** What earlier versions have kept goes. No page of theirs is open any more, or they would still be in charge. */
export async function tidy(site: Site, { caches }: Means): Promise<void> {
  const others = (await caches.keys()).filter(
    (name) => name.startsWith(shelfOf(site)) && name !== cacheOf(site),
  );
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** Undefined: it is none of ours, and goes its way. */
export function answer(site: Site, means: Means, request: Request): Promise<Response> | undefined {
  const [url = ''] = request.url.split(/[?#]/, 1);
  if (request.method !== 'GET' || !url.startsWith(site.scope)) return undefined;
  const file = url.slice(site.scope.length);
  if (request.mode === 'navigate')
    return file === '' || file === 'index.html' ? newest(site, means, request) : undefined;
  return site.files.includes(file) ? kept(site, means, request) : undefined;
}
/** The page as the network has it now; without a network, or while its server is out of order, as it was kept. */
async function newest(site: Site, means: Means, request: Request): Promise<Response> {
  const response = await means.fetch(request).catch(() => undefined);
  if (response && response.status < 500) return response;
  return (await find(site, means, PAGE)) ?? response ?? Response.error();
}
async function kept(site: Site, means: Means, request: Request): Promise<Response> {
  const [url = ''] = request.url.split(/[?#]/, 1);
  return (await find(site, means, url)) ?? means.fetch(request);
}
async function find(site: Site, { caches }: Means, file: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheOf(site));
  // one file is one file, whatever a host says it varies by
  return cache.match(urlOf(site, file), { ignoreVary: true });
}
