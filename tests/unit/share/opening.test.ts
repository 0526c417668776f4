// What is opened while somebody goes on: the last thing one has asked for is what one sees.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { resume } from '../../../src/app/autosave.ts';
import { engine, FIRST_CONSOLE, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { fileOf, PRESENT } from '../../../src/app/share/open.ts';
import { attach, sessionOf, startOver } from '../../../src/app/sessions.ts';
import { bringFile, outcome } from '../../../src/ui/share/opening.ts';

const heard = new Set<() => void>();
const address = { hash: '#/shared' };
beforeAll(() => {
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('location', address);
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => heard.add(listener));
  vi.stubGlobal('removeEventListener', (_: string, listener: () => void) => heard.delete(listener));
});
afterAll(() => void vi.unstubAllGlobals());
const goTo = (path: string): void => {
  address.hash = `#${path}`;
  heard.forEach((listener) => listener());
};
const typed = (): readonly string[] =>
  engine.getState().trace.flatMap((e) => (e.type === 'typed' ? [e.octets.trim()] : []));
/** A session of these lines, as a file. */
function saved(...lines: readonly string[]): string {
  for (const line of lines) type(FIRST_CONSOLE, line);
  const text = fileOf(sessionOf(engine.getState()), PRESENT);
  startOver();
  return text;
}
/** A file that is read when `come` is called. */
function slow(text: string): { readonly file: Blob; readonly come: () => void } {
  let come = (): void => undefined;
  const read = new Promise<string>((resolve) => {
    come = () => resolve(text);
  });
  return { file: { slice: () => ({ text: () => read }) } as unknown as Blob, come: () => come() };
}
beforeEach(async () => {
  address.hash = '#/shared';
  engine.setState({ lab: undefined, branches: [], lesson: '', waiting: [], attic: [] });
  await resume(lab);
  attach(lab, undefined);
});

test('whoever goes back to their own lab meanwhile stays there', async () => {
  const { file, come } = slow(saved('date', 'hosts'));
  type(FIRST_CONSOLE, 'help');
  const opening = bringFile(file);
  expect(outcome.getState().kind).toBe('opening');
  goTo('/');
  come();
  await opening;
  expect([engine.getState().lesson, typed(), outcome.getState().kind]).toEqual(['', ['help'], 'none']);
  expect(heard.size).toBe(0);
});
test('what is looked up meanwhile changes nothing', async () => {
  const { file, come } = slow(saved('date', 'hosts'));
  const opening = bringFile(file);
  goTo('/reference');
  come();
  await opening;
  expect([typed(), outcome.getState().kind]).toEqual([['date', 'hosts'], 'opened']);
});
test.each(['a session', 'not to be opened'])(
  'of two, the later one is told of, though the earlier is %s',
  async (what) => {
    const [first, second] = [saved('date', 'hosts'), saved('help')];
    const early = slow(what === 'a session' ? first : '{"kind":"else"}');
    const late = slow(second);
    const both = [bringFile(early.file), bringFile(late.file)];
    late.come();
    await both[1];
    early.come();
    await both[0];
    const now = outcome.getState();
    expect(typed()).toEqual(['help']);
    expect(now.kind === 'opened' && now.opened.session.branches).toEqual(
      sessionOf(engine.getState()).branches,
    );
  },
);
