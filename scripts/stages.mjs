// Checks one after the other, in lanes side by side. What a check prints stays together.
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {import('./run.mjs').Out} Out */
/** @typedef {import('./test-counts.mjs').Counts} Counts */
/** @typedef {readonly [name: string, check: (out: Out) => Promise<Counts>]} Stage */
/** @typedef {Counts & { readonly name: string }} Result */

const secondsSince = (/** @type {number} */ start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/**
 * @param {Stage} stage
 * @param {Out} out
 * @returns {Promise<Result & { readonly took: string }>}
 */
const timed = async ([name, check], out) => {
  const start = performance.now();
  const counts = await check(out);
  return { ...counts, name, took: secondsSince(start) };
};
const verdict = (/** @type {Result & { readonly took: string }} */ { failed, took }) =>
  `  ${failed > 0 ? 'FAILED' : 'ok'} in ${took}`;

/** @param {Stage} stage */
const shown = async (stage) => {
  console.log(`\n— ${stage[0]}`);
  const result = await timed(stage, 'inherit');
  console.log(verdict(result));
  return result;
};
/** @param {Stage} stage */
const shownAfterwards = async (stage) => {
  const file = join(tmpdir(), `mailwire-${process.pid}-${stage[0].replaceAll(' ', '-')}.log`);
  const out = openSync(file, 'w');
  try {
    const result = await timed(stage, out);
    console.log(`\n— ${stage[0]}\n${readFileSync(file, 'utf8')}${verdict(result)}`);
    return result;
  } finally {
    closeSync(out);
    rmSync(file, { force: true });
  }
};

/**
 * The results of all, in the order of the lanes.
 * @param {readonly (readonly Stage[])[]} lanes
 * @returns {Promise<readonly Result[]>}
 */
export const inLanes = async (...lanes) => {
  const show = lanes.length === 1 ? shown : shownAfterwards;
  const results = lanes.map(async (lane) => {
    /** @type {Result[]} */
    const done = [];
    for (const stage of lane) done.push(await show(stage));
    return done;
  });
  return (await Promise.all(results)).flat();
};
