import { spawn } from 'node:child_process';

/**
 * Runs a command in the repository, its output passed on, and resolves to its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env] added to this process's own
 * @returns {Promise<number>}
 */
export const run = (command, args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });

/**
 * Runs npm: the one that started us when there is one, so that no second copy is looked for.
 * @param {readonly string[]} args
 */
export const npm = (args) => {
  const cli = process.env['npm_execpath'];
  return cli?.endsWith('.js') ? run(process.execPath, [cli, ...args]) : run('npm', args);
};

/**
 * Runs a JavaScript file of an installed package under this very Node.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 */
export const node = (file, args, env) => run(process.execPath, [file, ...args], env);
