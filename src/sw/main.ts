// The service worker: written to `sw.js` beside the page, with the list of all files of this build (`scripts/offline-plugin.ts`).
import { answer, gather, tidy, type Means, type Site } from './keeping.ts';

declare const BUILD: Omit<Site, 'scope'>;

/** As much of a service worker's world as is used: the compiler knows either that or a page's. */
interface Lasting extends Event {
  waitUntil(until: Promise<unknown>): void;
}
interface Asked extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Worker {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', heard: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', heard: (event: Asked) => void): void;
}
const worker = globalThis as unknown as Worker;
const site: Site = { scope: worker.registration.scope, ...BUILD };
const means: Means = { caches, fetch: (input, init) => fetch(input, init) };

// a new version takes over when the last page of the old one is closed: until then that finds its scripts here
worker.addEventListener('install', (event) => event.waitUntil(gather(site, means)));
worker.addEventListener('activate', (event) =>
  event.waitUntil(tidy(site, means).then(() => worker.clients.claim())),
);
worker.addEventListener('fetch', (event) => {
  const response = answer(site, means, event.request);
  if (response) event.respondWith(response);
});
