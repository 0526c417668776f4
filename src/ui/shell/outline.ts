// The bare outline of the page in index.html: the panes' edges where the page will draw them.
import { basisOf, deskOf, foldedIn, sizeOf, type Division } from './divide.ts';
import { settings } from './settings.ts';

/** As somebody left the panes last time. */
export function layOutline(): void {
  const desk = deskOf(settings.getState().theme === 'projector', location.hash.slice(1) || '/');
  lay('guide', desk.guide);
  lay('console', desk.console);
}
function lay(pane: string, division: Division): void {
  const element = document.querySelector<HTMLElement>(`#outline [data-outline="${pane}"]`);
  if (!element) return;
  element.style.flexBasis = basisOf({ ...division, size: sizeOf(division) });
  if (foldedIn(division) === pane) element.style.visibility = 'hidden';
}
