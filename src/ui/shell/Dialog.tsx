import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { closeDialog, settings, type Dialog as Name } from './settings.ts';
import { useSettings } from './useSettings.ts';

interface Props {
  readonly name: Name;
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}
/** Where whoever opened one was. */
let cameFrom: HTMLElement | undefined;
/** The browser's own dialog: it keeps the focus, first at `data-first`, and leads back to where one came from. What is in it is there only while it is open. */
export function Dialog({ name, title, note, children }: Props) {
  const { shell } = useMessages();
  const open = useSettings((s) => s.dialog === name);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    const it = dialog.current;
    const at = document.activeElement;
    // one that is opened from another leads back to where that was opened
    if (at instanceof HTMLElement && !at.closest('dialog')) cameFrom = at;
    it?.showModal();
    it?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      it?.close();
      if (settings.getState().dialog === 'none') cameFrom?.focus();
    };
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={({ currentTarget }) => {
        // told a moment later: another one may be open by now, or this one again
        if (!currentTarget.open && settings.getState().dialog === name) closeDialog();
      }}
      className="m-auto max-h-[85dvh] w-[min(40rem,calc(100vw-2rem))] overflow-y-auto rounded-thing border border-line bg-pane p-0 text-text backdrop:bg-ground/70"
    >
      {open && (
        <div className="p-6 max-desk:p-4">
          <div className="mb-5 flex items-start justify-between gap-4">
            <div>
              <h2 id={id} className="text-title font-[640] tracking-[-0.018em]">
                {title}
              </h2>
              {note !== undefined && <p className="mt-1 text-soft">{note}</p>}
            </div>
            <button
              type="button"
              aria-label={shell.close}
              onClick={closeDialog}
              className="control size-8 shrink-0 p-0"
            >
              <X className="size-4" aria-hidden="true" />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
