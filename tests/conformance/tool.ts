import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Finished {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}
const running = new Set<ChildProcess>();

const gather = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
};
/** Runs a program to its end. Rejects when it is not installed. */
export async function run(program: string, ...args: readonly string[]): Promise<Finished> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const missing = once(child, 'error').then(() => {
    throw new Error(`${program} is not installed, and these tests need it`);
  });
  const done = Promise.all([gather(child.stdout), gather(child.stderr), once(child, 'close')]);
  const [stdout, stderr] = await Promise.race([done, missing]).finally(() => running.delete(child));
  return { code: child.exitCode, stdout, stderr: stderr.toString() };
}
/** Is it installed? Not everybody's machine has everything. */
export function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
/** What a test that failed has left behind. */
export const stopAll = (): void => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
};
