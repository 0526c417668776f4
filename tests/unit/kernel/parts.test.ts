// Parts of the simulation that arrive late, in the midst of a journal: they make no difference to what is told.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Kind, Part } from '../../../src/core/base/parts.ts';
import type { Input, World } from '../../../src/core/kernel/world.ts';

const CONSOLE = 'you@client';
const typed = (...lines: readonly string[]): readonly Input[] =>
  lines.flatMap((line): readonly Input[] => [
    { type: 'type', console: CONSOLE, octets: `${line}\n` },
    { type: 'pass', until: 'quiet' },
  ]);
/** Every part is needed at some time, in the shell, by a dial, in the midst of a session, and in a pipe. */
const journal: readonly Input[] = [
  ...typed('telnet mx1.example.com 25', 'EHLO client.example.net', 'MAIL FROM:<a@example.org>', 'QUIT'),
  ...typed('telnet mx.example.org 25', 'EHLO client.example.net', 'MAIL FROM:<a@example.com>'),
  ...typed('RCPT TO:<frank@example.org>', 'DATA', 'Subject: Old times', '.', 'QUIT'),
  ...typed('dig +short mx example.com', 'help RCPT', 'printf "CAPA\\r\\n" | nc pop.example.com 110'),
  { type: 'type', console: CONSOLE, octets: '\x03' },
  ...typed('telnet pop.example.com 110', 'USER bob', 'QUIT'),
  ...typed(
    'openssl s_client -quiet -crlf -connect pop.example.com:995',
    'AUTH PLAIN',
    'AGJvYgBjb3JyZWN0LWhvcnNl',
  ),
  ...typed('STAT', 'QUIT', 'help', 'sleep 1h'),
  { type: 'turn', knob: { type: 'policy', host: 'pop.example.com', set: { quota: 1 } } },
  { type: 'device', host: 'bob-laptop.example.net', deed: { does: 'sync' } },
  { type: 'pass', until: 'quiet' },
];

/** The core afresh, with no part of it on any shelf. */
async function bare() {
  vi.resetModules();
  const [parts, step, hash, scenario] = await Promise.all([
    import('../../../src/core/base/parts.ts'),
    import('../../../src/core/kernel/step.ts'),
    import('../../../src/core/kernel/hash.ts'),
    import('../../../src/core/scenario/catalogue/standard/standard.ts'),
  ]);
  return { ...parts, ...step, ...hash, ...scenario };
}
const LOAD: Readonly<Record<Part, () => Promise<unknown>>> = {
  first: () => import('../../../src/core/parts/first.ts'),
  mta: () => import('../../../src/core/parts/mta.ts'),
  pop3: () => import('../../../src/core/parts/pop3.ts'),
  imap: () => import('../../../src/core/parts/imap.ts'),
  sasl: () => import('../../../src/core/parts/sasl.ts'),
  tools: () => import('../../../src/core/parts/tools.ts'),
  devices: () => import('../../../src/core/parts/devices.ts'),
  changes: () => import('../../../src/core/parts/changes.ts'),
  help: () => import('../../../src/core/parts/help.ts'),
  letters: () => import('../../../src/core/parts/letters.ts'),
  corpus: () => import('../../../src/core/parts/corpus.ts'),
};
interface Played {
  readonly told: string;
  /** In the order in which they were missed. */
  readonly missed: readonly Part[];
}
/** Plays the journal; what is missing comes when it is missed, and the same input is given again. */
async function play(there: readonly Part[]): Promise<Played> {
  const core = await bare();
  await LOAD.first();
  for (const part of there) await LOAD[part]();
  const missed: Part[] = [];
  const told: unknown[] = [];
  let world: World = core.standard();
  for (const input of journal)
    for (let done = false; !done;) {
      try {
        const after = core.step(world, input);
        world = after.world;
        told.push(...after.trace);
        done = true;
      } catch (error) {
        if (!(error instanceof core.NotHere)) throw error;
        missed.push(error.part);
        await LOAD[error.part]();
      }
    }
  return { told: JSON.stringify(told), missed };
}

describe('parts', () => {
  beforeEach(() => vi.resetModules());

  it('that arrive late change nothing', async () => {
    const all = await play(['mta', 'pop3', 'sasl', 'tools', 'help', 'changes', 'devices']);
    const late = await play([]);
    const some = await play(['help', 'pop3']);
    expect(all.missed).toEqual([]);
    expect(late.missed).toEqual(['mta', 'tools', 'help', 'pop3', 'sasl', 'changes', 'devices']);
    expect(some.missed).toEqual(['mta', 'tools', 'sasl', 'changes', 'devices']);
    expect(late.told).toBe(all.told);
    expect(some.told).toBe(all.told);
    expect(all.told).toContain('"trigger":"AUTH"');
    expect(all.told).not.toContain('"type":"fault"');
  });

  it.each([
    'machines',
    'protocols',
    'mechanisms',
    'programs',
    'commands',
    'filters',
    'manuals',
    'collections',
    'directories',
    'changes',
  ] as const)('bring all the %s of their list', async (kind: Kind) => {
    const { PARTS, shelf } = await bare();
    const { names } = shelf(kind);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    for (const part of PARTS) await LOAD[part]();
    const shelves = await shelvesOf();
    for (const name of names) expect(shelves[kind].get(name)).toBeDefined();
  });
  it('leave the manual of telnet there from the beginning, and the names of all commands', async () => {
    const { NotHere, standard } = await bare();
    const { completeShell, usageOf } = await import('../../../src/core/agents/console/complete.ts');
    await LOAD.first();
    const hosts = Object.values(standard().hosts);
    for (const host of hosts)
      expect(completeShell('t', { host, users: [], names: [] })).toEqual(['telnet', 'token']);
    expect(usageOf('telnet')?.usage).toBe('telnet HOST [PORT]');
    expect(() => usageOf('dig mx')).toThrow(NotHere);
    await LOAD.tools();
    expect(usageOf('dig mx')?.usage).toContain('dig [@SERVER]');
  });
  it('keep to their lists', async () => {
    const { shelf } = await bare();
    expect(() => shelf('machines').put('gopher', 1)).toThrow('on no list');
    expect(shelf('machines').get('gopher')).toBeUndefined();
  });
});
async function shelvesOf() {
  const [
    { MACHINES },
    { readers },
    { MECHANISMS },
    { DIRECTORIES },
    { PROGRAMS },
    { COMMANDS },
    { FILTERS },
    { MANUALS },
    { COLLECTIONS },
    { CHANGES },
  ] = await Promise.all([
    import('../../../src/core/kernel/machines.ts'),
    import('../../../src/core/trace/protocols.ts'),
    import('../../../src/core/protocols/sasl/mechanisms.ts'),
    import('../../../src/core/protocols/sasl/directory.ts'),
    import('../../../src/core/agents/console/programs.ts'),
    import('../../../src/core/agents/console/shell.ts'),
    import('../../../src/core/agents/console/filters.ts'),
    import('../../../src/core/agents/console/manual.ts'),
    import('../../../src/core/store/body.ts'),
    import('../../../src/core/host/changing.ts'),
  ]);
  return {
    machines: MACHINES,
    protocols: readers,
    mechanisms: MECHANISMS,
    programs: PROGRAMS,
    commands: COMMANDS,
    filters: FILTERS,
    manuals: MANUALS,
    collections: COLLECTIONS,
    directories: DIRECTORIES,
    changes: CHANGES,
  };
}
