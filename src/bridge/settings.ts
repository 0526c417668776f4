// What `--set HOST:SWITCH=VALUE` says about the servers of a world: the same switches that the lab has.
import { withHost, withPolicy } from '../core/host/host.ts';
import { misset } from '../core/host/policy.ts';
import type { World } from '../core/kernel/world.ts';

const SETTING = /^([^:]+):(\w+)=(.*)$/s;

/** Numbers, true, false and lists as in JSON; whatever is none of these is a word. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
/** Each of them in turn; throws where one makes no sense, with what would. */
export const withSettings = (world: World, settings: readonly string[]): World =>
  settings.reduce(withOne, world);
function withOne(world: World, setting: string): World {
  const [, id = '', name = '', text = ''] = SETTING.exec(setting) ?? [];
  if (name === '') throw new Error(`--set wants HOST:SWITCH=VALUE, not ${setting}`);
  const host = Object.hasOwn(world.hosts, id) ? world.hosts[id] : undefined;
  if (!host) throw new Error(`--set ${setting}: this world has no ${id}`);
  const set = { [name]: valueOf(text) };
  const expected = misset(set);
  if (expected !== undefined) throw new Error(`--set ${setting}: ${name} wants ${expected}`);
  return { ...world, hosts: withHost(world.hosts, withPolicy(host, set)) };
}
