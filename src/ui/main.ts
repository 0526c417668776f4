// The first script, and all that is waited for: the console. Nothing in it may reach the simulation or the page around it.
import './shell/theme.css';
import './shell/print.css';
import './shell/forced.css';
import './shell/spaced.css';
import '@xterm/xterm/css/xterm.css';
import './console/console.css';
import { openFirst } from './console/first.ts';
import { languageTag, learnLanguage } from './messages/language.ts';
import { whenHere } from './shell/arrive.ts';
import { layOutline, sayAbout } from './shell/outline.ts';
import { wearTheme } from './shell/settings.ts';

document.documentElement.lang = languageTag;
wearTheme();
layOutline();
const words = learnLanguage();
function begin(): void {
  // asked for at once, on its way while the console opens. Not awaited here: its chunk waits for this one
  const page = () => import('./page.tsx');
  whenHere(
    () => words?.page.then(page) ?? page(),
    ({ showPage }) => showPage(),
  );
  // in a task of its own: together they hold a slow telephone up for a quarter of a second
  setTimeout(openFirst);
}
if (words)
  void words.console.then(() => {
    sayAbout();
    begin();
  });
else begin();
