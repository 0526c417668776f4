// The bare outline of the page in index.html: the panes' edges where the page will draw them.
import { translated } from '../messages/language.ts';
import { screenMessages } from '../messages/screen.ts';
import { basisOf, deskOf, foldedIn, sizeOf, type Division } from './divide.ts';
import { settings } from './settings.ts';

/** As somebody left the panes last time. */
export function layOutline(): void {
  const desk = deskOf(settings.getState().theme === 'projector', location.hash.slice(1) || '/');
  lay('guide', desk.guide);
  lay('console', desk.console);
}
/** What it is all about, once another language is there: in index.html it is English. */
export function sayAbout(): void {
  const { about } = translated(screenMessages, 'screen');
  const place = document.querySelector('#outline [data-outline="about"]');
  if (!place || about === screenMessages.about) return;
  place.textContent = about;
  place.removeAttribute('lang');
}
function lay(pane: string, division: Division): void {
  const element = document.querySelector<HTMLElement>(`#outline [data-outline="${pane}"]`);
  if (!element) return;
  element.style.flexBasis = basisOf({ ...division, size: sizeOf(division) });
  if (foldedIn(division) === pane) element.style.visibility = 'hidden';
}
