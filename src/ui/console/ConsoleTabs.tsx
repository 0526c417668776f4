import { useState, type KeyboardEvent } from 'react';
import { consolesNow, engine, focusConsole, openConsole, sceneNow, shutConsole } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { useMessages } from '../messages/useMessages.ts';
import { afterReply } from '../shell/later.tsx';
import { Toggle } from './Toggle.tsx';

const DeviceTabs = afterReply(async () => (await import('../devices/DeviceTabs.tsx')).DeviceTabs);

/** The open consoles, a machine to open one more on, and how they are shown. */
export function ConsoleTabs({
  consoles,
  focused,
}: {
  readonly consoles: readonly string[];
  readonly focused: string;
}) {
  const { console: m } = useMessages();
  return (
    <div className="flex h-[2.375rem] short:h-8 shrink-0 items-center gap-0.5 border-b border-line px-2.5 @max-xs:px-1">
      <div role="group" aria-label={m.tabs} className="flex min-w-0 items-center gap-0.5 overflow-x-auto">
        {consoles.map((id) => (
          <span
            key={id}
            ref={id === focused && consoles.length > 1 ? intoSight : undefined}
            className={`flex shrink-0 items-center rounded-control ${id === focused ? 'bg-raised text-text' : 'text-soft'}`}
          >
            <button
              type="button"
              aria-pressed={id === focused}
              onClick={() => focusConsole(id)}
              translate="no"
              data-wire=""
              className="h-7 rounded-control px-2.5 text-small whitespace-nowrap hover:text-text"
            >
              {id}
            </button>
            {consoles.length > 1 && (
              <button
                type="button"
                aria-label={m.close(id)}
                onClick={() => shutConsole(id)}
                className="grid size-6 place-items-center rounded-control text-faint hover:text-text"
              >
                <Cross />
              </button>
            )}
          </span>
        ))}
      </div>
      <OpenMenu />
      <DeviceTabs />
      <span className="ml-auto flex shrink-0 items-center gap-1">
        {consoles.length > 1 && <Toggle name="split">{m.split}</Toggle>}
        <Toggle name="transcript">{m.transcript}</Toggle>
        <Toggle name="ends" label={m.ends}>
          {m.crlf}
        </Toggle>
      </span>
    </div>
  );
}
/** More tabs than a phone has room for. */
const intoSight = (tab: HTMLElement | null): void => {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};
const machines = (): readonly string[] =>
  sceneNow(engine.getState())
    ?.hosts.filter(({ role }) => role === 'people')
    .map(({ id }) => id) ?? [];

function OpenMenu() {
  const { console: m } = useMessages();
  const loaded = useEngine(({ lab }) => lab !== undefined);
  const [open, setOpen] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setOpen(false);
  };
  return (
    <div
      role="presentation"
      className="relative shrink-0"
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        type="button"
        aria-label={m.open}
        title={m.open}
        aria-expanded={open}
        disabled={!loaded}
        onClick={() => setOpen(!open)}
        className="grid size-7 place-items-center rounded-control text-soft hover:text-text disabled:opacity-45"
      >
        <Plus />
      </button>
      {open && (
        <div
          role="group"
          aria-label={m.open}
          className="absolute top-8 left-0 z-20 flex w-max flex-col rounded-thing border border-line bg-raised p-1"
        >
          {machines().map((host) => (
            <button
              key={host}
              type="button"
              onClick={() => {
                setOpen(false);
                openConsole(host);
              }}
              className="rounded-control px-2.5 py-1.5 text-left text-small text-soft hover:bg-pane hover:text-text"
            >
              {m.openOn(host)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
const Plus = () => (
  <svg
    viewBox="0 0 16 16"
    aria-hidden
    className="size-3.5 fill-none stroke-current"
    strokeWidth="1.7"
    strokeLinecap="round"
  >
    <path d="M8 3v10M3 8h10" />
  </svg>
);
const Cross = () => (
  <svg
    viewBox="0 0 16 16"
    aria-hidden
    className="size-3 fill-none stroke-current"
    strokeWidth="1.7"
    strokeLinecap="round"
  >
    <path d="m4 4 8 8M12 4l-8 8" />
  </svg>
);

export const useConsoles = (): readonly string[] => {
  const key = useEngine((state) => consolesNow(state).join('\n'));
  return key.split('\n');
};
