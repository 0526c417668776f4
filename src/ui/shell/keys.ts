// Whose a key is: the console's, a field's, or a shortcut's. The shortcuts themselves come late.
import { idle } from '../../app/idle.ts';
import { consoleField } from './focus.ts';
import { TOUCH } from './media.ts';
import { openDialog, settings, showSheet } from './settings.ts';
import { consoleModel } from '../console/model.ts';

export const focusConsole = (): void => {
  showSheet('console');
  requestAnimationFrame(() => consoleField()?.focus());
};

const OWN_KEYS = 'input, textarea, select, [contenteditable], [data-pane="console"], dialog';
let obey: ((event: KeyboardEvent) => void) | undefined;
async function fetchShortcuts(): Promise<void> {
  ({ obey } = await import('./shortcuts.ts'));
}
const failed = (): void => undefined; // the next key asks again

function hear(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest(OWN_KEYS) || settings.getState().dialog !== 'none') return;
  if (event.key.length === 1 && typeOn()) return;
  if (obey) obey(event);
  else void fetchShortcuts().then(() => obey?.(event), failed);
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
/** Free in browsers and in the console's line: heard wherever the cursor is, since who projects has it there. */
export const PROJECTOR_KEY = 'F8';
function hearAnywhere(event: KeyboardEvent): void {
  if (event.key !== PROJECTOR_KEY) hearPalette(event);
  else if (!event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    void import('../present/stagecraft.ts').then(({ toggleProjector }) => toggleProjector(), failed);
  }
}
/** In a line it cuts off what is behind the caret; where nothing is, and everywhere else, it opens the list of everything. */
function hearPalette(event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== 'k' || event.altKey || event.shiftKey || event.ctrlKey === event.metaKey)
    return;
  const target = event.target instanceof Element ? event.target : document.body;
  const line = target.closest<HTMLElement>('[data-console]')?.dataset['console'];
  if (line !== undefined && event.ctrlKey) {
    const { text, caret } = consoleModel(line).view.getState().editing;
    if (caret < text.length) return;
  }
  event.preventDefault();
  event.stopPropagation();
  openDialog('palette');
}
/** Listens; the returned function stops it. */
export function listenToKeys(): () => void {
  void idle.then(fetchShortcuts).catch(failed);
  addEventListener('keydown', hear);
  addEventListener('keydown', hearAnywhere, { capture: true });
  return () => {
    removeEventListener('keydown', hear);
    removeEventListener('keydown', hearAnywhere, { capture: true });
  };
}
