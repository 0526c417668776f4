import { useId, useState } from 'react';
import type { SceneHost } from '../../core/trace/scene-types.ts';
import { enter } from '../shell/Popover.tsx';
import { shortName } from '../shell/words.ts';
import { insideWords as words } from '../messages/inside.ts';
import { Inside } from './Inside.tsx';

/** Pixels that the sheet has at the edges of the page, and from the name. */
const EDGE = 8;
const WIDE_REM = 20;
/** Below the name it stands at, or above where there is more room; nowhere off the page. */
function standAt(sheet: HTMLElement, name: DOMRect): void {
  const page = document.documentElement;
  const { clientWidth: wide, clientHeight: high } = page;
  const below = high - name.bottom >= name.top;
  const rem = Number.parseFloat(getComputedStyle(page).fontSize);
  const width = Math.min(WIDE_REM * rem, wide - 2 * EDGE);
  sheet.style.width = `${width}px`;
  sheet.style.left = `${Math.max(EDGE, Math.min(name.left - EDGE, wide - width - EDGE))}px`;
  sheet.style.top = below ? `${name.bottom + EDGE}px` : 'auto';
  sheet.style.bottom = below ? 'auto' : `${high - name.top + EDGE}px`;
  sheet.style.maxHeight = `${(below ? high - name.bottom : name.top) - 2 * EDGE}px`;
}
interface Props {
  readonly host: SceneHost;
  /** Its card says no more than its name. */
  readonly tight: boolean;
}
/** The name of a machine, which opens what it has. Whoever aims at it with a finger may miss it by a little. */
export function Name({ host, tight }: Props) {
  const id = useId();
  const [isOpen, open] = useState(false);
  return (
    <>
      <h3 className="text-wire leading-[1.125rem] font-[600]">
        <button
          type="button"
          popoverTarget={id}
          aria-haspopup="dialog"
          title={`${tight ? `${host.id} ${host.address}` : host.id}: ${words.what}`}
          className="-my-1 block max-w-full truncate rounded-control py-1 text-left before:absolute before:inset-x-0 before:-top-px before:h-7 hover:underline hover:decoration-edge hover:underline-offset-4 pointer-coarse:before:-top-2 pointer-coarse:before:h-11"
          translate="no"
          data-wire=""
        >
          {shortName(host.id)}
        </button>
      </h3>
      <div
        id={id}
        popover="auto"
        role="dialog"
        tabIndex={-1}
        aria-label={words.of(host.id)}
        onBeforeToggle={({ newState, currentTarget }) => {
          const name = currentTarget.previousElementSibling;
          if (newState !== 'open' || !name) return;
          standAt(currentTarget, name.getBoundingClientRect());
          open(true);
        }}
        onToggle={(event) => {
          open(event.newState === 'open');
          enter(event);
        }}
        className="fixed inset-auto m-0 overflow-y-auto rounded-thing border border-edge bg-pane text-text"
      >
        {isOpen && <Inside host={host} />}
      </div>
    </>
  );
}
