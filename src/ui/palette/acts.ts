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
  skip,
} from '../../app/engine.ts';
import { leaveLesson } from '../../app/lessons.ts';
import { enterWorld, startOver, switchBranch, undoStartOver } from '../../app/sessions.ts';
import type { EngineState } from '../../app/state.ts';
import type { Prose } from '../../course/lesson.ts';
import { WORLD_NAMES } from '../../course/world-names.ts';
import { TAKES, take } from '../export/takes.ts';
import { addressOf, course } from '../lesson/course.ts';
import { keyWords } from '../messages/keys.ts';
import { paletteWords } from '../messages/palette.ts';
import { part } from '../messages/part.ts';
import { language, speak } from '../messages/language.ts';
import { messagesNow } from '../messages/useMessages.ts';
import { entries } from '../reference/entries.ts';
import { words as shareWords } from '../share/words.ts';
import { focusConsole } from '../shell/keys.ts';
import {
  LEFT_PANELS,
  openDialog,
  RIGHT_PANELS,
  setTheme,
  showPanel,
  showSheet,
  THEMES,
} from '../shell/settings.ts';
import { SHORTCUTS } from '../shell/shortcuts.ts';
import { nameOf } from '../timeline/branches.ts';
import { words as worldWords } from '../world/words.ts';

export const words = part(paletteWords, 'palette');
const keys = part(keyWords, 'keys');

export interface Act {
  readonly id: string;
  readonly group: keyof typeof words.groups;
  readonly title: string;
  /** Looked for beside the title: what it is about. */
  readonly about?: string;
  /** Keys that do the same. */
  readonly shown?: readonly string[];
  /** Wire text and names: never translated. */
  readonly wire?: boolean;
  readonly run: () => void;
}
const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8];

const byKeys = (): readonly Act[] =>
  SHORTCUTS.filter(({ words: name }) => name !== 'palette').map(({ words: name, group, shown, run }) => ({
    id: `key/${name}`,
    group,
    title: keys[name],
    shown,
    run,
  }));
function inTime({ timeline }: EngineState): readonly Act[] {
  const conn = headWorld(engine.getState())?.conns.at(-1);
  return [
    { id: 'skip', group: 'time', title: words.skip, run: skip },
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
    run: () => goTo(to),
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
    run: () => {
      showSheet('stage');
      showPanel(panel);
    },
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
      run: () => goTo(`/world/at/${id}`),
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
    title: words.beginIn(worldWords.worlds[world].name),
    about: worldWords.worlds[world].about,
    run: () => void begin(world),
  }));
  return attic
    ? [...begun, { id: 'back', group: 'world', title: words.bringBack, run: undoStartOver }]
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
/** Prose without its marks. */
const plain = (node: Prose | Prose['children'][number]): string =>
  'children' in node ? node.children.map(plain).join('') : 'value' in node ? node.value : '';
const lessons = (): readonly Act[] =>
  course.map(({ id, title, objective }): Act => ({
    id: `lesson/${id}`,
    group: 'lesson',
    title: `${id} ${title}`,
    about: plain(objective),
    run: () => goTo(addressOf(id)),
  }));
const manual = (): readonly Act[] =>
  entries().map((entry): Act => ({
    id: `manual/${entry.id}`,
    group: 'manual',
    title: entry.kind === 'command' ? entry.verb.usage : entry.extension.keyword,
    about: `${entry.protocol} ${entry.kind === 'command' ? entry.verb.summary : entry.extension.summary}`,
    wire: true,
    run: () => goTo(`/reference/${entry.id}`),
  }));
const files = (): readonly Act[] => [
  ...TAKES.map((what): Act => ({
    id: `take/${what}`,
    group: 'share',
    title: shareWords.takes[what],
    run: () => void take(what),
  })),
  { id: 'journal', group: 'share', title: words.saveJournal, run: () => void take('journal') },
  { id: 'open', group: 'share', title: words.openJournal, run: () => openDialog('share') },
];

/** All there is to do now. All parts of the simulation have to be there: the manual is in it. */
export function acts(): readonly Act[] {
  const state = engine.getState();
  return [
    ...places(),
    ...onScreen(),
    ...byKeys(),
    ...inTime(state),
    ...branches(state),
    ...consoles(state),
    ...worlds(state),
    ...files(),
    ...lessons(),
    ...manual(),
  ];
}
/** Those with all of these words in them; what is called so comes before what speaks of it. */
export function found(all: readonly Act[], query: string): readonly Act[] {
  const wanted = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return all;
  const weight = ({ title }: Act): number => {
    const name = title.toLowerCase();
    if (name.startsWith(wanted.join(' '))) return 0;
    return wanted.every((word) => name.includes(word)) ? 1 : 2;
  };
  return all
    .filter(({ title, about = '', group }) => {
      const text = `${words.groups[group]} ${title} ${about}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .toSorted((a, b) => weight(a) - weight(b));
}
