import { useLayoutEffect, useRef } from 'react';
import { terminalIn } from './first.ts';
import type { ConsoleModel } from './model.ts';
import { typable } from './ready.ts';

interface Props {
  readonly model: ConsoleModel;
  /** The line has a field of its own: keys do not come here. */
  readonly touch: boolean;
  /** Takes the keyboard as soon as it is there. */
  readonly focused: boolean;
}
/** One console as a terminal. React gives it a place; what it shows goes past React. */
export function Screen({ model, touch, focused }: Props) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    const { element, focus, close } = terminalIn(host.current, model, touch);
    if (focused && !touch && mayTakeFocus()) focus();
    typable(element);
    return close;
    // `focused` matters at the moment of opening only
    // oxlint-disable-next-line react/exhaustive-deps
  }, [model, touch]);
  return <div ref={host} className="flex min-h-0 min-w-0 flex-1" />;
}
/** Whoever is writing elsewhere goes on writing there. */
const mayTakeFocus = (): boolean => {
  const active = document.activeElement;
  return active === null || active === document.body || active.closest('[data-pane="console"]') !== null;
};
