// Whatever world one is in, "Try it" leads to where a command is legal, or stops and says that nothing does.
import { describe, expect, test } from 'vitest';
import { noteOf } from '../../../src/app/consoles.ts';
import { engine, headWorld, setReduced } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach, enterWorld, startOver } from '../../../src/app/sessions.ts';
import { WORLD_NAMES } from '../../../src/core/scenario/catalogue/names.ts';
import { readers } from '../../../src/core/trace/protocols.ts';
import { arrive, type Arrived } from '../../../src/ui/reference/arrive.ts';
import { entries, type Entry } from '../../../src/ui/reference/entries.ts';
import { areLegal, connOf, type Moment } from '../../../src/ui/reference/rehearse.ts';
import { trialOf, trialOfVerb, type Trial } from '../../../src/ui/reference/ways.ts';

const all = entries();
const trialFor = (entry: Entry): Trial | undefined =>
  entry.kind === 'command' ? trialOfVerb(entry.protocol, entry.verb) : trialOf(entry, all);
async function enter(world: string): Promise<void> {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  setReduced(true);
  if (world !== 'standard') await enterWorld(world);
}
async function tried(id: string): Promise<Arrived | undefined> {
  const entry = all.find((each) => each.id === id);
  const trial = entry && trialFor(entry);
  if (!entry || !trial) throw new Error(`no trial of ${id}`);
  return arrive(entry.protocol, trial);
}
const momentOf = (console: string): Moment => {
  const world = headWorld(engine.getState());
  if (!world) throw new Error('no world');
  return { world, console };
};
const typed = (): readonly string[] =>
  engine.getState().trace.flatMap((e) => (e.type === 'typed' ? [e.octets.trim()] : []));
/** What was typed at a shell and belongs to a protocol. */
const misplaced = (): readonly string[] => {
  const { timeline } = engine.getState();
  return timeline.trace.flatMap((e, i) =>
    e.type === 'typed' && noteOf(timeline, i).prompt !== '' && !/^(?:telnet|openssl) /.test(e.octets)
      ? [e.octets]
      : [],
  );
};
/** What goes into a literal is no command; and one shows that LOGIN is not legal where nobody has begun TLS. */
const OTHERWISE = new Set(['imap/+LITERAL', 'imap/+MULTIAPPEND', 'imap/+LOGINDISABLED']);
function isLegal(entry: Entry, { console, line }: Arrived): boolean {
  const moment = momentOf(console);
  if (OTHERWISE.has(entry.id)) return connOf(moment)?.b.machine === entry.protocol;
  const verb = readers.get(entry.protocol)?.hear(line).verb ?? '';
  return areLegal(moment, entry.protocol, [verb]);
}

describe.each(WORLD_NAMES)('in the world %s', (world) => {
  test('what is left in the line is legal, and no credential was typed at a shell', async () => {
    await enter(world);
    const wrong: string[] = [];
    for (const entry of all) {
      const trial = trialFor(entry);
      if (!trial) continue;
      startOver();
      engine.setState({ attic: [] });
      const arrived = await arrive(entry.protocol, trial);
      if (!arrived) wrong.push(`${entry.id}: nothing leads there`);
      else if (!isLegal(entry, arrived)) wrong.push(`${entry.id}: ${arrived.line}`);
      wrong.push(...misplaced().map((line) => `${entry.id}: ${line} at a shell`));
    }
    expect(wrong).toEqual([]);
  });
});
test('where it is legal already one goes on, whichever console is in front', async () => {
  await enter('standard');
  const stat = await tried('pop3/STAT');
  expect((await tried('pop3/APOP'))?.console).toBe('you@client/2');
  expect(await tried('pop3/TOP')).toEqual({ console: stat?.console, line: 'TOP 1 5' });
  await tried('smtp/NOOP');
  expect(engine.getState().console).toBe('you@client/3');
  expect((await tried('pop3/UIDL'))?.console).toBe(stat?.console);
  expect(engine.getState().console).toBe(stat?.console);
});
test('a maildrop that is in use is left to whoever has it', async () => {
  await enter('standard');
  await tried('pop3/STAT');
  const listing = await tried('pop3/+PIPELINING');
  expect(listing).toEqual({ console: 'you@client/2', line: 'LIST' });
  expect(typed()).toContain('USER alice');
});
test('where nothing leads there, the first refusal is the last thing that is typed', async () => {
  await enter('standard');
  for (let taken = 0; taken < 7; taken++) expect(await tried('pop3/+PIPELINING')).toBeDefined();
  const before = typed().length;
  expect(await tried('pop3/+PIPELINING')).toBeUndefined();
  expect(
    typed()
      .slice(before)
      .map((line) => line.split(' ')[0]),
  ).toEqual(['openssl', 'USER', 'PASS']);
});
test.each([
  ['old', 'smtp/RCPT', ['EHLO', 'HELO'], 'HELO'],
  ['no-tls', 'pop3/STAT', ['openssl', 'telnet'], 'telnet'],
] as const)('in the world %s the way to %s is another one', async (world, id, either, way) => {
  await enter(world);
  await tried(id);
  const verbs = typed().map((line) => line.split(' ')[0] ?? '');
  expect(verbs.filter((verb) => either.some((it) => it === verb))).toEqual([way]);
});
