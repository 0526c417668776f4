import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const isText = (/** @type {string} */ type) => type.includes('charset');

/**
 * The file a request path names inside the folder, or undefined when it names none of ours.
 * @param {string} folder
 * @param {string} base
 * @param {string} url
 */
export const fileFor = (folder, base, url) => {
  const path = decoded(url.split(/[?#]/, 1)[0] ?? '');
  if (path === undefined || !path.startsWith(base) || path.includes('\0')) return undefined;
  const within = normalize(path.slice(base.length - 1) + (path.endsWith('/') ? 'index.html' : ''));
  const hidden = within.split(/[/\\]/).some((part) => part.startsWith('.'));
  const file = join(folder, within);
  return hidden || !file.startsWith(folder + sep) ? undefined : file;
};

const decoded = (/** @type {string} */ path) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

/**
 * @param {string} file
 * @returns {Promise<Buffer | undefined>}
 */
const contentOf = (file) => readFile(file).catch(() => undefined);

/** What lies under `assets` never changes under its name, and is compressed once. @type {Map<string, Promise<Buffer>>} */
const compressed = new Map();
/**
 * @param {string} file
 * @param {Buffer} content
 */
const packedBody = (file, content) => {
  if (!isAsset(file)) return compress(content);
  const known = compressed.get(file) ?? compress(content);
  compressed.set(file, known);
  return known;
};
const isAsset = (/** @type {string} */ file) => file.includes(`${sep}assets${sep}`);

/** @typedef {{ readonly folder: string, readonly port: number, readonly strict: boolean, readonly base?: string | undefined }} Site */

/**
 * @param {Site} site
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
const answer = async ({ folder, base = '/' }, request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const file = fileFor(folder, base, request.url ?? '/');
  const content = file === undefined ? undefined : await contentOf(file);
  if (file === undefined || content === undefined) {
    await missing(folder, request, response);
    return;
  }
  const type = types[extname(file)] ?? 'application/octet-stream';
  const packed = isText(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  const body = packed ? await packedBody(file, content) : content;
  response.writeHead(200, {
    'content-type': type,
    'content-length': body.length,
    ...(packed ? { 'content-encoding': 'gzip' } : {}),
    vary: 'accept-encoding',
    // Everything under assets/ carries its digest in its name.
    'cache-control': isAsset(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    // The rest of the policy is in the page; this part counts as a header only.
    'content-security-policy': "frame-ancestors 'self'",
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
};

/**
 * Whoever wants a page gets the folder's own, as on any static host.
 * @param {string} folder
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
const missing = async (folder, { headers }, response) => {
  const page = /\btext\/html\b/.test(String(headers.accept))
    ? await contentOf(join(folder, '404.html'))
    : undefined;
  response.writeHead(404, { 'content-type': `text/${page ? 'html' : 'plain'}; charset=utf-8` });
  response.end(page ?? 'Not found\n');
};

/**
 * Listens on 127.0.0.1: the given port, or, unless strict, the next free one.
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {boolean} strict
 * @returns {Promise<number>}
 */
const listen = async (server, port, strict) => {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  } catch (error) {
    if (!isBusy(error) || port >= 65_535) throw error;
    if (strict) throw new Error(`Port ${port} is taken.`, { cause: error });
    return listen(server, port + 1, strict);
  }
};

const isBusy = (/** @type {unknown} */ error) =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/**
 * Serves a folder of static files on 127.0.0.1, under `base`.
 * @param {Site} site
 */
export const serve = async (site) => {
  const server = createServer((request, response) => {
    answer(site, request, response).catch(() => response.destroy());
  });
  const port = await listen(server, site.port, site.strict);
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}${site.base ?? '/'}`, close };
};
