// Every shortcut, once: the help reads the same list that the keyboard obeys. In the console keys belong to the console.
import { back, engine, forward, goLive, pause, play, redo, seek, setSpeed, undo } from '../../app/engine.ts';
import type { Messages } from '../messages/en.ts';
import { consoleField } from './focus.ts';
import { TOUCH } from './media.ts';
import { nextTheme, openHelp, settings, showSheet } from './settings.ts';

interface Shortcut {
  /** As `KeyboardEvent.key` names them; any of them. */
  readonly keys: readonly string[];
  /** How they are written on a keyboard. */
  readonly shown: readonly string[];
  readonly words: Exclude<keyof Messages['keys'], 'groups'>;
  readonly group: 'time' | 'screen';
  readonly run: () => void;
}
const faster = (by: number): void => setSpeed(engine.getState().speed * by);
export const focusConsole = (): void => {
  showSheet('console');
  requestAnimationFrame(() => consoleField()?.focus());
};

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['ArrowLeft', ','], shown: ['←', ','], words: 'back', group: 'time', run: back },
  { keys: ['ArrowRight', '.'], shown: ['→', '.'], words: 'forward', group: 'time', run: forward },
  {
    keys: [' ', 'k'],
    shown: ['Space', 'K'],
    words: 'play',
    group: 'time',
    run: () => (engine.getState().playing === 'no' ? play() : pause()),
  },
  { keys: ['Home'], shown: ['Home'], words: 'first', group: 'time', run: () => seek(0) },
  { keys: ['End'], shown: ['End'], words: 'last', group: 'time', run: goLive },
  { keys: ['['], shown: ['['], words: 'slower', group: 'time', run: () => faster(0.5) },
  { keys: [']'], shown: [']'], words: 'faster', group: 'time', run: () => faster(2) },
  { keys: ['u'], shown: ['U'], words: 'undo', group: 'time', run: undo },
  { keys: ['U', 'r'], shown: ['R'], words: 'redo', group: 'time', run: redo },
  { keys: ['/', 'c'], shown: ['/', 'C'], words: 'console', group: 'screen', run: focusConsole },
  { keys: ['t'], shown: ['T'], words: 'theme', group: 'screen', run: nextTheme },
  { keys: ['?'], shown: ['?'], words: 'help', group: 'screen', run: () => openHelp(true) },
];
/** Keys of the console, for the help only. */
export const CONSOLE_KEYS = [
  { shown: ['Tab', '→'], words: 'take' },
  { shown: ['↑', '↓'], words: 'history' },
  { shown: ['Ctrl C'], words: 'interrupt' },
  { shown: ['Esc', 'Tab'], words: 'leave' },
] as const;

const OWN_KEYS = 'input, textarea, select, [contenteditable], [data-pane="console"], dialog';
/** Things that use arrows, Home, End and space themselves. */
const OWN_MOVES = '[role="slider"], [role="tab"], [role="separator"], [role="listbox"], [data-moves]';
const MOVES = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

function obey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest(OWN_KEYS) || settings.getState().helpOpen) return;
  if (MOVES.has(event.key) && target.closest(OWN_MOVES)) return;
  if (event.key === ' ' && target.closest('button, a, summary, [role="button"]')) return;
  if (event.key.length === 1 && typeOn()) return;
  const shortcut = SHORTCUTS.find(({ keys }) => keys.includes(event.key));
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run();
}
/**
 * Where the line has a field of its own, nobody needs a shortcut and every letter is meant for the line: the field takes the
 * keyboard, and this very key with it.
 */
function typeOn(): boolean {
  const field = matchMedia(TOUCH).matches ? consoleField() : undefined;
  field?.focus();
  return field !== undefined;
}
/** Listens; the returned function stops it. */
export function listenToKeys(): () => void {
  addEventListener('keydown', obey);
  return () => removeEventListener('keydown', obey);
}
