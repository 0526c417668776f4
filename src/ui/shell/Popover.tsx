import { useId, useState, type ReactNode, type ToggleEvent } from 'react';

interface Props {
  /** For whoever else opens it. */
  readonly id?: string;
  readonly title: string;
  /** What the button is called, where it shows more than what it opens. */
  readonly name?: string;
  readonly face: ReactNode;
  readonly className: string;
  /** Where it opens, how wide, and the room around what is in it. */
  readonly sheet: string;
  readonly children: ReactNode;
}
/** Whoever opens it goes on in it: at what is chosen, else where it begins. The browser gives the focus back. */
export function enter({ newState, currentTarget: sheet }: ToggleEvent<HTMLElement>): void {
  if (newState !== 'open' || sheet.contains(document.activeElement)) return;
  const first = ['[aria-pressed="true"]', 'a, button, input, select']
    .map((control) => sheet.querySelector<HTMLElement>(control))
    .find((it) => it !== null);
  (first ?? sheet).focus();
}
/** A button and what opens above the page: the browser closes it. What is in it is there only while it is open. */
export function Popover({ id: own, title, name, face, className, sheet, children }: Props) {
  const made = useId();
  const id = own ?? made;
  const [isOpen, open] = useState(false);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={name ?? title}
        title={name === undefined ? title : undefined}
        className={`control chip ${className}`}
      >
        {face}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        tabIndex={-1}
        aria-label={title}
        onBeforeToggle={({ newState }) => {
          if (newState === 'open') open(true);
        }}
        // not before: it gives the focus back first
        onToggle={(event) => {
          open(event.newState === 'open');
          enter(event);
        }}
        className={`fixed inset-auto m-0 overflow-y-auto rounded-thing border border-edge bg-pane text-text ${sheet}`}
      >
        {isOpen && children}
      </div>
    </>
  );
}
/** For whoever is in one, and has done what it was opened for. */
export const closePopover = ({ currentTarget }: { readonly currentTarget: Element }): void =>
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
