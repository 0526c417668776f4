import { useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { useMessages } from '../messages/useMessages.ts';
import type { ConsoleModel } from './model.ts';
import { NO_PROMPT } from './observe.ts';

const SIGNS = ['<', '>', '.', '"', '*', '{', '}'] as const;
const CONTROLS = ['C', 'D', ']', 'A', 'E', 'U', 'W', 'L'] as const;
const control = (letter: string): string => String.fromCharCode(letter.toUpperCase().charCodeAt(0) & 0x1f);

/**
 * A native field feeding the same line as the terminal, for when there is no terminal to type in; `strip`: and the keys
 * which a keyboard on the glass lacks.
 */
export function TouchLine({ model, strip }: { readonly model: ConsoleModel; readonly strip: boolean }) {
  const { console: m } = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const [ctrl, setCtrl] = useState(false);
  const { text, asking } = useStore(model.view, (view) => view.editing);
  const secret = useStore(model.view, (view) => view.advice.marks.some(({ role }) => role === 'secret'));
  const tour = useStore(model.view, (view) => view.tour);
  const prompt = useStore(model.view, (view) => view.prompt);
  const feed = (data: string): void => {
    model.feed(data);
    setCtrl(false);
    field.current?.focus();
  };
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const caret = target.selectionStart ?? target.value.length;
    const added = target.value.length === text.length + 1 ? target.value.charAt(caret - 1) : '';
    if (ctrl && /[a-z\]]/i.test(added)) feed(control(added));
    else model.replace(target.value, caret);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const data = dataOf(event, model);
    if (data === '' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    feed(data);
  };
  const key = (label: string, data: string, name = label) => (
    <button
      key={name}
      type="button"
      aria-label={name}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => feed(data)}
      className="mono grid h-10 short:h-9 min-w-9 flex-1 place-items-center rounded-control border border-line bg-raised text-wire text-text"
    >
      {label}
    </button>
  );
  return (
    <div className="shrink-0 border-t border-line bg-pane px-2 py-1.5 short:py-0.5 short:@xl:flex short:@xl:items-center short:@xl:gap-2">
      <div className="flex min-w-0 flex-1 items-center gap-2">
        <span aria-hidden className="mono text-wire text-client">
          {prompt === '' ? '›' : prompt === NO_PROMPT ? '\u00a0' : '$'}
        </span>
        <input
          ref={field}
          value={text}
          onChange={onChange}
          onKeyDown={onKeyDown}
          onFocus={model.focus}
          disabled={asking !== undefined}
          placeholder={tour}
          aria-label={m.field(model.id)}
          autoCapitalize="none"
          autoCorrect="off"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="send"
          className={`mono h-10 short:h-9 min-w-0 flex-1 bg-transparent text-[1rem] text-text placeholder:text-faint focus:outline-none ${secret ? 'mw-secret' : ''}`}
        />
        <button
          type="button"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => feed('\r')}
          className="h-10 short:h-9 rounded-control bg-client px-3.5 font-semibold text-ink"
        >
          {m.send}
        </button>
      </div>
      {strip && (
        <div
          role="group"
          aria-label={m.keys}
          className="mt-1.5 flex gap-1 overflow-x-auto short:mt-0.5 short:@xl:mt-0 short:@xl:max-w-1/2"
        >
          <button
            type="button"
            aria-pressed={ctrl}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => setCtrl(!ctrl)}
            className="h-10 short:h-9 min-w-12 rounded-control border border-line bg-raised text-small text-text aria-pressed:border-client aria-pressed:bg-client-glow"
          >
            {m.key.ctrl}
          </button>
          {ctrl ? (
            CONTROLS.map((letter) => key(letter, control(letter)))
          ) : (
            <>
              {key(m.key.tab, '\t')}
              {key('↑', '\x1b[A', m.key.up)}
              {key('↓', '\x1b[B', m.key.down)}
              {SIGNS.map((sign) => key(sign, sign))}
            </>
          )}
        </div>
      )}
    </div>
  );
}
/** Keys that a field would keep for itself, or give away: Tab, and the control characters a program waits for. */
function dataOf(
  { key, ctrlKey, altKey, metaKey, shiftKey, currentTarget }: KeyboardEvent<HTMLInputElement>,
  model: ConsoleModel,
): string {
  if (altKey || metaKey) return '';
  if (ctrlKey) {
    const selected = currentTarget.selectionStart !== currentTarget.selectionEnd;
    return PROGRAM_KEYS.includes(key.toLowerCase()) && !selected ? control(key) : '';
  }
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
