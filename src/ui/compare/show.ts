// "Show me": the session behind a cell, typed into the lab's own consoles.
import { demonstrate, engine, goLive, headWorld, openConsole, type } from '../../app/engine.ts';
import { leaveLesson } from '../../app/lessons.ts';
import { enterWorld } from '../../app/sessions.ts';
import { settled } from '../../app/settled.ts';
import { CLIENT_HOST, shortLine } from '../../app/short-session.ts';
import { focusConsole } from '../shell/keys.ts';
import type { Cell } from './rows.ts';

function seated(): string {
  let id = '';
  demonstrate(() => {
    id = openConsole(CLIENT_HOST);
  });
  return id;
}
/** Each line waits for the answer to the one before; whoever types meanwhile takes over. */
export async function show({ lines, world = 'standard' }: Cell): Promise<void> {
  if (engine.getState().lesson !== '') await leaveLesson();
  if (world !== engine.getState().world) await enterWorld(world);
  goLive();
  const free = headWorld(engine.getState())?.consoles.find(
    ({ id, conn }) => conn === 0 && id === engine.getState().console,
  );
  const first = free?.host === CLIENT_HOST ? free.id : seated();
  const second = lines.some((line) => shortLine(line).at === 2) ? seated() : first;
  const { timeline } = engine.getState();
  focusConsole();
  for (const { at, line } of lines.map(shortLine)) {
    const now = engine.getState();
    if (!now.live || now.timeline !== timeline) return;
    demonstrate(() => type(at === 2 ? second : first, line));
    await settled();
  }
}
