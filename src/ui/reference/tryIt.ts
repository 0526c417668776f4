// "Try it": the way to a moment at which a command is legal is typed; the command itself is left to whoever tries it.
import { consoleModel } from '../console/model.ts';
import { focusConsole } from '../shell/keys.ts';
import { arrive } from './arrive.ts';
import type { Trial } from './ways.ts';

/** Resolves when the command is in the line, ready to be finished and sent; with false if nothing leads to where it is legal. */
export async function tryIt(protocol: string, trial: Trial): Promise<boolean> {
  const arrived = await arrive(protocol, trial);
  if (!arrived) return false;
  const { console, line } = arrived;
  consoleModel(console).replace(line, line.length);
  focusConsole();
  return true;
}
