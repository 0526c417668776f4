// Everything one can do on the page, as one list: what keys do, and what else there is at this moment.
import { goTo } from '../shell/route.tsx';
import {
  cut,
  engine,
  focusConsole as chooseConsole,
  headWorld,
  openConsole,
  rewind,
  setSpeed,
  shutConsole,
} from '../../app/engine.ts';
import { leaveLesson } from '../../app/lessons.ts';
import { bringBack } from '../../app/attic.ts';
import { switchBranch } from '../../app/branches.ts';
import { enterWorld, startOver } from '../../app/sessions.ts';
import type { EngineState } from '../../app/state.ts';
import { WORLD_NAMES } from '../../course/world-names.ts';
import { language, speak } from '../messages/language.ts';
import { messagesNow } from '../messages/useMessages.ts';
import { whenHere } from '../shell/arrive.ts';
import { focusConsole } from '../shell/keys.ts';
import { LEFT_PANELS, RIGHT_PANELS, setTheme, THEMES } from '../shell/settings.ts';
import { worldName } from '../shell/worldName.ts';
import { nameOf } from '../timeline/branches.ts';
import { cableOf } from '../timeline/cable.ts';
import { words as worldWords } from '../world/words.ts';
import { words, type Act } from './act.ts';
import { goAlong, openPanel } from './arrive.ts';
import { compared, hinted, keyed, marked, projecting, singles } from './keyed.ts';
import { files, lessons, manual } from './shelf.ts';

const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8];

function inTime({ timeline }: EngineState): readonly Act[] {
  const conn = cableOf(engine.getState());
  return [
    { id: 'rewind', group: 'time', title: words.rewind, run: rewind },
    ...SPEEDS.map((speed): Act => ({
      id: `speed/${speed}`,
      group: 'time',
      title: words.speed(`${speed}×`),
      run: () => setSpeed(speed),
    })),
    ...(conn ? [{ id: 'cut', group: 'world', title: words.cut, run: () => cut(conn.id) } satisfies Act] : []),
    ...(timeline.inputs.length > 0
      ? [{ id: 'over', group: 'world', title: words.startOver, run: () => startOver() } satisfies Act]
      : []),
  ];
}
function places(): readonly Act[] {
  const { shell } = messagesNow();
  const go = (title: string, to: string): Act => ({
    id: `go${to}`,
    group: 'go',
    title,
    run: () => goAlong(to),
  });
  return [
    go(shell.lab, '/'),
    go(shell.learn, '/learn'),
    go(shell.compare, '/compare'),
    go(shell.reference, '/reference'),
    go(shell.world, '/world'),
    go(words.names, '/world/names'),
    go(words.changes, '/world/changes'),
  ];
}
function onScreen(): readonly Act[] {
  const { shell, ...messages } = messagesNow();
  const panels = [...LEFT_PANELS, ...RIGHT_PANELS].map((panel): Act => ({
    id: `panel/${panel}`,
    group: 'panel',
    title: messages[panel].title,
    ...(panel === 'glasses' ? { also: words.also.glasses } : {}),
    run: () => openPanel(panel),
  }));
  const themes = THEMES.map((theme): Act => ({
    id: `theme/${theme}`,
    group: 'screen',
    title: words.theme(shell.themes[theme]),
    run: () => setTheme(theme),
  }));
  const other = language === 'zh' ? 'en' : 'zh';
  const tongue: Act = {
    id: 'language',
    group: 'screen',
    title: shell.otherLanguage,
    run: () => speak(other),
  };
  return [...panels, ...themes, tongue];
}
function consoles(state: EngineState): readonly Act[] {
  const world = headWorld(state);
  if (!world) return [];
  const machines = Object.values(world.hosts);
  const desks = machines.filter(
    ({ domain, services }) => domain === '' && Object.keys(services).length === 0,
  );
  return [
    ...world.consoles.map(({ id }): Act => ({
      id: `console/${id}`,
      group: 'console',
      title: id,
      wire: true,
      run: () => {
        chooseConsole(id);
        focusConsole();
      },
    })),
    ...desks.map(({ id }): Act => ({
      id: `sit/${id}`,
      group: 'console',
      title: words.sit(id),
      run: () => {
        openConsole(id);
        focusConsole();
      },
    })),
    ...world.consoles.slice(1).map(({ id }): Act => ({
      id: `leave/${id}`,
      group: 'console',
      title: words.leave(id),
      run: () => shutConsole(id),
    })),
    ...machines.map(({ id }): Act => ({
      id: `machine/${id}`,
      group: 'world',
      title: words.change(id),
      run: () => goAlong(`/world/at/${id}`),
    })),
  ];
}
/** A lesson's world is the lesson's: another one is begun in free play. */
async function begin(world: string): Promise<void> {
  goTo('/');
  await leaveLesson();
  await enterWorld(world);
}
function worlds({ attic }: EngineState): readonly Act[] {
  const begun = WORLD_NAMES.map((world): Act => ({
    id: `world/${world}`,
    group: 'world',
    title: words.beginIn(worldName(world)),
    about: worldWords.worlds[world],
    run: () => void begin(world),
  }));
  return attic.length > 0
    ? [
        ...begun,
        { id: 'back', group: 'world', title: words.bringBack, run: () => whenHere(() => bringBack()) },
      ]
    : begun;
}
function branches(state: EngineState): readonly Act[] {
  const messages = messagesNow();
  return state.branches.length < 2
    ? []
    : state.branches.map((branch): Act => ({
        id: `branch/${branch.id}`,
        group: 'branch',
        title: words.branch(nameOf(branch, messages)),
        run: () => switchBranch(branch.id),
      }));
}
/** All there is to do now. All parts of the simulation have to be there: the manual is in it. */
export function acts(): readonly Act[] {
  const state = engine.getState();
  return [
    ...places(),
    ...onScreen(),
    ...keyed(),
    singles(),
    ...projecting(),
    ...marked(),
    ...hinted(state),
    ...inTime(state),
    ...branches(state),
    ...compared(),
    ...consoles(state),
    ...worlds(state),
    ...files(),
    ...lessons(),
    ...manual(),
  ];
}
