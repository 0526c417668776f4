import { spawn } from 'node:child_process';

/** Where a command's words go: on with our own, or into an open file. @typedef {'inherit' | number} Out */

/**
 * Runs a command in the repository and resolves to its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env] added to this process's own
 * @param {Out} [out]
 * @returns {Promise<number>}
 */
export const run = (command, args, env = {}, out = 'inherit') =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', out, out],
      env: { ...process.env, ...env },
    });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });

/**
 * Runs npm: the one that started us when there is one, so that no second copy is looked for.
 * @param {readonly string[]} args
 * @param {Out} [out]
 */
export const npm = (args, out) => {
  const cli = process.env['npm_execpath'];
  return cli?.endsWith('.js') ? run(process.execPath, [cli, ...args], {}, out) : run('npm', args, {}, out);
};

/**
 * Runs a JavaScript file of an installed package under this very Node.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 * @param {Out} [out]
 */
export const node = (file, args, env, out) => run(process.execPath, [file, ...args], env, out);
