import { parseArgs } from 'node:util';

/**
 * Where to serve: the usual port or, when that is taken, the next free one; a port asked for is that one or none.
 * @param {readonly string[]} args of the command line
 * @returns {{ readonly port: number, readonly strict: boolean, readonly base: string }}
 */
export const placeIn = (args) => {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string' }, base: { type: 'string', default: '/' } },
  });
  const { port, base } = values;
  if (!/^\/(?:.*\/)?$/.test(base)) throw new Error(`--base wants a path like /lab/, not ${base}`);
  if (port === undefined) return { port: 4173, strict: false, base };
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Error(`--port wants a number up to 65535, not ${port}`);
  return { port: Number(port), strict: true, base };
};
