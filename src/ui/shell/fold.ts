// What somebody asks to see is not left folded away.
import { deskOf, foldedIn, LOWER, unfold } from './divide.ts';
import { settings } from './settings.ts';

function unfoldThose(sought: readonly string[]): void {
  const desk = deskOf(settings.getState().theme === 'projector', location.hash.slice(1) || '/');
  for (const division of [desk.guide, desk.console, LOWER]) {
    const pane = foldedIn(division);
    if (pane && sought.includes(pane)) unfold(division);
  }
}
/** What an address names is read in the guide; the lab's own may stay away. */
const named = (): void => {
  if (location.hash.length > 2) unfoldThose(['guide']);
};
/** Listens for as long as the page lives; before the page is drawn, so that it hears of everything first. */
export function keepInSight(): void {
  addEventListener('hashchange', named);
  settings.subscribe(({ sought }, before) => {
    if (sought !== before.sought) unfoldThose(sought);
  });
}
