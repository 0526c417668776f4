// The line as a native field, for when there is no terminal to type in: it feeds the same model.
import { controlOf } from './keys.ts';
import type { ConsoleModel } from './model.ts';
import type { Piece, ScreenWords } from './terminal.ts';

export function openField(place: Element, model: ConsoleModel, m: ScreenWords): Piece {
  const element = document.createElement('input');
  element.className =
    'mono -mx-1 h-10 short:h-9 w-full min-w-0 flex-1 rounded-control border border-edge bg-transparent px-2 outline-offset-0 text-[1rem] text-text placeholder:text-faint';
  element.autocapitalize = 'none';
  element.autocomplete = 'off';
  element.spellcheck = false;
  element.enterKeyHint = 'send';
  element.setAttribute('autocorrect', 'off');
  element.ariaLabel = m.field(model.id);
  element.addEventListener('focus', model.focus);
  element.addEventListener('input', () =>
    model.replace(element.value, element.selectionStart ?? element.value.length),
  );
  element.addEventListener('keydown', (event) => {
    const data = event.isComposing ? '' : dataOf(event, element, model);
    if (data === '') return;
    event.preventDefault();
    model.feed(data);
  });
  const show = (): void => {
    const { editing, advice, tour } = model.view.getState();
    if (element.value !== editing.text) {
      element.value = editing.text;
      element.setSelectionRange(editing.caret, editing.caret);
    }
    element.disabled = editing.asking !== undefined;
    if (element.placeholder !== tour) element.placeholder = tour;
    element.classList.toggle(
      'mw-secret',
      advice.marks.some(({ role }) => role === 'secret'),
    );
  };
  show();
  const stop = model.view.subscribe(show);
  place.append(element);
  return {
    element,
    focus: () => element.focus(),
    close: () => {
      stop();
      element.remove();
    },
  };
}
/** Keys that a field would keep for itself, or give away: Tab, and the control characters a program waits for. */
function dataOf(
  { key, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent,
  { selectionStart, selectionEnd }: HTMLInputElement,
  model: ConsoleModel,
): string {
  if (altKey || metaKey) return '';
  if (ctrlKey)
    return PROGRAM_KEYS.includes(key.toLowerCase()) && selectionStart === selectionEnd ? controlOf(key) : '';
  if (key === 'Tab') return !shiftKey && model.takesTab() ? '\t' : '';
  return FIELD_KEYS[key] ?? '';
}
const PROGRAM_KEYS: readonly string[] = ['c', 'd', ']', 'l'];
const FIELD_KEYS: Readonly<Record<string, string>> = {
  Enter: '\r',
  Escape: '\x1b',
  ArrowUp: '\x1b[A',
  ArrowDown: '\x1b[B',
};
