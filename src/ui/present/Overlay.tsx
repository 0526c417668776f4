import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useSettings } from '../shell/useSettings.ts';
import { useStagecraft } from './stagecraft.ts';

/** Follows the pointer, and whatever has the focus; painted by ref. */
function useFollowing(): (element: HTMLElement | null) => void {
  const at = useRef<HTMLElement>(null);
  useEffect(() => {
    const put = (x: number, y: number): void => {
      at.current?.style.setProperty('--x', `${x}px`);
      at.current?.style.setProperty('--y', `${y}px`);
    };
    const point = ({ clientX, clientY }: PointerEvent): void => put(clientX, clientY);
    const focus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement) || target.matches('textarea')) return;
      const { left, top, width, height } = target.getBoundingClientRect();
      put(left + width / 2, top + height / 2);
    };
    put(innerWidth / 2, innerHeight / 2);
    addEventListener('pointermove', point);
    addEventListener('focusin', focus);
    return () => {
      removeEventListener('pointermove', point);
      removeEventListener('focusin', focus);
    };
  }, []);
  return (element) => {
    at.current = element;
  };
}
function Spotlight() {
  return (
    <div
      ref={useFollowing()}
      aria-hidden="true"
      data-spotlight=""
      className="pointer-events-none fixed inset-0 z-40 bg-[radial-gradient(circle_at_var(--x)_var(--y),transparent_10rem,rgb(0_0_0/0.66)_11rem)]"
    />
  );
}
function Laser() {
  return (
    <div
      ref={useFollowing()}
      aria-hidden="true"
      data-laser=""
      className="pointer-events-none fixed top-[var(--y)] left-[var(--x)] z-50 size-4 -translate-1/2 rounded-full bg-refusal ring-4 ring-refusal/35"
    />
  );
}
const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};
const SILENT = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'Dead', 'Process', 'Unidentified']);
const MOST = 4;
const A_WHILE = 1800;
/** What a class may see of a key: never a letter of what is being written, which may be a password. */
function nameOf(event: KeyboardEvent): string {
  const { key, ctrlKey, metaKey, target } = event;
  if (SILENT.has(key)) return '';
  const writing = target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
  const held = ctrlKey || metaKey;
  if (key.length === 1 && writing && !held) return '';
  const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return held ? `Ctrl ${name}` : name;
}
function Keys() {
  const [shown, show] = useState<readonly string[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const press = (event: KeyboardEvent): void => {
      const name = nameOf(event);
      if (name === '' || event.repeat) return;
      show((before) => [...before, name].slice(-MOST));
      clearTimeout(timer);
      timer = setTimeout(() => show([]), A_WHILE);
    };
    addEventListener('keydown', press, { capture: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', press, { capture: true });
    };
  }, []);
  return (
    <div
      aria-hidden="true"
      data-keys=""
      // below the timeline's buttons there is nothing to cover, whatever stands above them
      className="pointer-events-none fixed bottom-0.5 left-5 z-30 hidden gap-1.5 banded:flex"
    >
      {shown.map((name, i) => (
        <kbd key={i} className="kbd bg-pane px-2 text-body text-text" translate="no">
          {name}
        </kbd>
      ))}
    </div>
  );
}
/** Over everything, for a class; nothing in it can be pressed. */
export function Overlay() {
  const { spotlight, laser } = useStagecraft((s) => s);
  const projector = useSettings((s) => s.theme === 'projector');
  return createPortal(
    <>
      {projector && <Keys />}
      {spotlight && <Spotlight />}
      {laser && <Laser />}
    </>,
    document.body,
  );
}
