import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLateMessages } from '../messages/late.ts';
import { useMessages } from '../messages/useMessages.ts';
import { CONSOLE_KEYS, SHORTCUTS } from './keys.ts';
import { openHelp } from './settings.ts';
import { useSettings } from './useSettings.ts';

interface Row {
  readonly shown: readonly string[];
  readonly words: string;
}
const Rows = ({ title, rows }: { title: string; rows: readonly Row[] }) => (
  <section>
    <h3 className="mb-2 text-small text-soft">{title}</h3>
    <dl className="grid grid-cols-[1fr_auto] gap-x-8 gap-y-2">
      {rows.map(({ shown, words }) => (
        <div key={words} className="contents">
          <dt>{words}</dt>
          <dd className="flex items-start justify-end gap-1" translate="no">
            {shown.map((key) => (
              <kbd key={key} className="kbd">
                {key}
              </kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

/** The list of keys, in the browser's own dialog: it keeps the focus and gives it back. */
export function Help() {
  const { keys, shell } = useMessages();
  const { lesson } = useLateMessages();
  const open = useSettings((s) => s.helpOpen);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const group = (name: 'time' | 'screen'): readonly Row[] =>
    SHORTCUTS.filter((s) => s.group === name).map(({ shown, words }) => ({ shown, words: keys[words] }));
  return (
    <dialog
      ref={dialog}
      aria-labelledby="help-title"
      onClose={() => openHelp(false)}
      className="m-auto max-h-[85dvh] w-[min(40rem,calc(100vw-2rem))] overflow-y-auto rounded-thing border border-line bg-pane p-0 text-text backdrop:bg-ground/70"
    >
      {open && (
        <div className="p-6">
          <div className="mb-5 flex items-start justify-between gap-4">
            <div>
              <h2 id="help-title" className="text-title font-[640] tracking-[-0.018em]">
                {keys.title}
              </h2>
              <p className="mt-1 text-soft">{keys.note}</p>
            </div>
            <button
              type="button"
              aria-label={shell.close}
              onClick={() => openHelp(false)}
              className="control size-8 shrink-0 p-0"
            >
              <X className="size-4" aria-hidden="true" />
            </button>
          </div>
          <div className="grid gap-x-12 gap-y-6 desk:grid-cols-2">
            <Rows
              title={keys.groups.time}
              rows={[...group('time'), { shown: ['1', '…', '9'], words: lesson.jumpKeys }]}
            />
            <div className="grid content-start gap-6">
              <Rows title={keys.groups.screen} rows={group('screen')} />
              <Rows
                title={keys.groups.console}
                rows={CONSOLE_KEYS.map(({ shown, words }) => ({ shown, words: keys[words] }))}
              />
            </div>
          </div>
        </div>
      )}
    </dialog>
  );
}
