// What is legal at a moment that lies between a line and its answer is what the picture of that moment shows.
import { beforeEach, expect, test } from 'vitest';
import {
  engine,
  FIRST_CONSOLE,
  goLive,
  sceneNow,
  seekEvent,
  setReduced,
  type,
} from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';
import { shownIn } from '../../../src/app/moment.ts';
import { readerOf } from '../../../src/ui/machine/reader.ts';

const LINES = [
  'telnet mx1.example.com 25',
  'EHLO client.example.net',
  'MAIL FROM:<you@client.example.net>',
  'RCPT TO:<bob@example.com>',
  'DATA',
  'Subject: Hello',
  '.',
  'QUIT',
];
beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  setReduced(false);
  for (const line of LINES) type(FIRST_CONSOLE, line);
  goLive();
});
/** At the moment on screen: where the picture has the first session, and what its server would take. */
function here() {
  const state = engine.getState();
  const scene = sceneNow(state);
  const session = scene?.sessions.find((it) => it.protocol === 'smtp');
  const shown = scene && session && shownIn(state, scene, session);
  const verbs = shown && readerOf('smtp')?.legalNow(shown.state, shown.host);
  return { state: session?.state, legal: verbs?.filter(({ why }) => !why).map(({ verb }) => verb) };
}
const sent = (line: string): number =>
  engine.getState().trace.findIndex((e) => e.type === 'wire' && e.octets.startsWith(line));
const moved = (trigger: string): number =>
  engine.getState().trace.findIndex((e) => e.type === 'outcome' && e.trigger === trigger);

test('while MAIL is on its way it is legal, and RCPT is not; when it has been obeyed, the other way round', () => {
  seekEvent(sent('MAIL'));
  expect(here()).toMatchObject({ state: 'ready' });
  expect(here().legal).toContain('MAIL');
  expect(here().legal).not.toContain('RCPT');
  seekEvent(moved('MAIL'));
  expect(here().legal).toContain('RCPT');
  expect(here().legal).not.toContain('MAIL');
});
test('at every moment of an open session something is legal where the picture has it, forward and back', () => {
  const { trace } = engine.getState();
  const first = moved('EHLO');
  const last = moved('QUIT');
  const moments = Array.from({ length: last - first }, (_, i) => first + i);
  const letter = (at: number): boolean => at >= moved('DATA') && at <= sent('QUIT');
  for (const at of [...moments, ...moments.toReversed()].filter((it) => !letter(it))) {
    seekEvent(at);
    const { state, legal } = here();
    expect(legal, `${at} ${trace[at]?.type} ${state}`).toContain(state === 'ready' ? 'MAIL' : 'RSET');
  }
});
test('while time runs, what takes longer than a turn is begun once, not at every frame', () => {
  let turns = 0;
  const slow: typeof lab = { ...lab, turn: () => (turns++, 'busy') };
  seekEvent(sent('MAIL'));
  engine.setState({ lab: slow, playing: 'forward' });
  here();
  engine.setState(({ time }) => ({ time: time + 1 }));
  here();
  expect(turns).toBe(1);
});
