// "Show me": the session behind a cell, typed into consoles of a lab of its own, as it was typed to be asked.
import { beginDemonstration } from '../../app/demonstration.ts';
import { demonstrate, engine, FIRST_CONSOLE, focusConsole, openConsole, type } from '../../app/engine.ts';
import { leaveLesson } from '../../app/lessons.ts';
import { settled } from '../../app/settled.ts';
import { CLIENT_HOST, shortLine } from '../../app/short-session.ts';
import { STANDARD } from '../../app/state.ts';
import { answerIn } from './answer.ts';
import type { Cell } from './rows.ts';

function seated(): string {
  let id = '';
  demonstrate(() => {
    id = openConsole(CLIENT_HOST);
  });
  return id;
}
/** Each line waits for the answer to the one before; whoever does something meanwhile takes over. At the end one looks at the answer. */
export async function show({ lines, shows, world = STANDARD }: Cell): Promise<void> {
  if (engine.getState().lesson !== '') await leaveLesson();
  const timeline = await beginDemonstration(world);
  const isOurs = (): boolean => {
    const now = engine.getState();
    return now.live && now.timeline === timeline && !now.own;
  };
  // two may have been asked for at once
  if (!timeline || !isOurs()) return;
  const said = lines.map(shortLine);
  const second = said.some(({ at }) => at === 2) ? seated() : FIRST_CONSOLE;
  for (const { at, line } of said) {
    if (!isOurs()) return;
    const console = at === 2 ? second : FIRST_CONSOLE;
    focusConsole(console);
    demonstrate(() => type(console, line));
    await settled();
  }
  if (isOurs()) focusConsole(answerIn(timeline.trace, shows).at);
}
