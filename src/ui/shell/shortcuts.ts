// Every shortcut, once: the help and the palette read the same list that the keyboard obeys. It comes with the first key that needs it.
import { back, engine, forward, goLive, pause, play, redo, seek, setSpeed, undo } from '../../app/engine.ts';
import { hurry } from '../../app/idle.ts';
import type { KeyName } from '../messages/keys.ts';
import { focusConsole } from './keys.ts';
import { isObeyed } from './obeying.ts';
import { nextTheme, openDialog } from './settings.ts';
import { isOff } from './singles.ts';

export interface Shortcut {
  /** As `KeyboardEvent.key` names them; any of them. */
  readonly keys: readonly string[];
  /** How they are written on a keyboard. */
  readonly shown: readonly string[];
  readonly words: KeyName;
  readonly group: 'time' | 'screen';
  readonly run: () => void;
}
const faster = (by: number): void => setSpeed(engine.getState().speed * by);

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
  {
    keys: [], // heard even where other keys are a field's own: keys.ts
    shown: ['Ctrl K'],
    words: 'palette',
    group: 'screen',
    run: () => openDialog('palette'),
  },
  { keys: ['s'], shown: ['S'], words: 'share', group: 'screen', run: () => openDialog('share') },
  { keys: ['?'], shown: ['?'], words: 'help', group: 'screen', run: () => openDialog('help') },
];
/** Keys of the console, for the help only. */
export const CONSOLE_KEYS = [
  { shown: ['Tab', '→'], words: 'take' },
  { shown: ['↑', '↓'], words: 'history' },
  { shown: ['Ctrl C'], words: 'interrupt' },
  { shown: ['Esc', 'Tab'], words: 'leave' },
] as const;

/** Things that use arrows, Home, End and space themselves. */
const OWN_MOVES = '[role="slider"], [role="tab"], [role="separator"], [role="listbox"], [data-moves]';
const MOVES = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);
const ENDS = new Set(['Home', 'End']);
/** What is longer than its place: there they lead to its own ends. */
function isScrolled(from: Element): boolean {
  for (let at: Element | null = from.closest('main *'); at && at.tagName !== 'MAIN'; at = at.parentElement)
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return true;
  return false;
}

let complete = false;
/** What comes after the first reply knows further keys. Its turn is now: whoever presses one does not press it twice. */
async function fetchOthers(): Promise<void> {
  hurry();
  const [{ obeyOrders }, { listen }] = await Promise.all([
    import('../timeline/orders.ts'),
    import('../present/orders.ts'),
  ]);
  obeyOrders();
  listen();
  complete = true;
}
const failed = (): void => undefined; // the next key asks again
/** A key that nothing on the page keeps for itself. */
export function obey(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : document.body;
  if (MOVES.has(event.key) && target.closest(OWN_MOVES)) return;
  if (ENDS.has(event.key) && isScrolled(target)) return;
  if (event.key === ' ' && target.closest('button, a, summary, [role="button"]')) return;
  if (isOff(event.key)) return;
  if (isObeyed(event)) {
    event.preventDefault();
    hurry(); // what shows that it was
    return;
  }
  const shortcut = SHORTCUTS.find(({ keys }) => keys.includes(event.key));
  if (!shortcut) {
    if (event.key.length === 1 && !complete) void fetchOthers().then(() => isObeyed(event), failed);
    return;
  }
  event.preventDefault();
  // held down it is another key, which comes later
  if (event.key !== ' ' || !event.repeat) shortcut.run();
}
