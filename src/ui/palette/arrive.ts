// Whoever has chosen a place by name goes on there: the keyboard follows.
import { goTo } from '../shell/route.tsx';
import { showPanel, showSheet, type Panel } from '../shell/settings.ts';

/** To a page: what has opened takes the focus of whoever has it nowhere else. */
export function goAlong(path: string): void {
  const at = document.activeElement;
  if (`#${path}` !== location.hash && at instanceof HTMLElement) at.blur();
  goTo(path);
}
/** To a panel of the stage, at its tab. */
export function openPanel(panel: Panel): void {
  showSheet('stage');
  showPanel(panel);
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-tab="${panel}"]`)?.focus());
}
