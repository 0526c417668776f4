import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useMessages } from '../messages/useMessages.ts';
import { fieldIn } from './first.ts';
import { controlOf } from './keys.ts';
import type { ConsoleModel } from './model.ts';
import { NO_PROMPT } from './observe.ts';
import type { Piece } from './terminal.ts';

const SIGNS = ['<', '>', '.', '"', '*', '{', '}'] as const;
const CONTROLS = ['C', 'D', ']', 'A', 'E', 'U', 'W', 'L'] as const;

/**
 * A native field feeding the same line as the terminal, for when there is no terminal to type in; `strip`: and the keys
 * which a keyboard on the glass lacks.
 */
export function TouchLine({ model, strip }: { readonly model: ConsoleModel; readonly strip: boolean }) {
  const { console: m } = useMessages();
  const place = useRef<HTMLDivElement>(null);
  const field = useRef<Piece>(undefined);
  const ctrl = useStore(model.view, (view) => view.ctrl);
  const prompt = useStore(model.view, (view) => view.prompt);
  const feed = (data: string): void => {
    model.feed(data);
    field.current?.focus();
  };
  useLayoutEffect(() => {
    if (!place.current) return;
    field.current = fieldIn(place.current, model);
    return field.current.close;
  }, [model]);
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
        <div ref={place} className="flex min-w-0 flex-1" />
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
            onClick={() => model.holdCtrl(!ctrl)}
            className="h-10 short:h-9 min-w-12 rounded-control border border-line bg-raised text-small text-text aria-pressed:border-client aria-pressed:bg-client-glow"
          >
            {m.key.ctrl}
          </button>
          {ctrl ? (
            CONTROLS.map((letter) => key(letter, controlOf(letter)))
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
