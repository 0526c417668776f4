import { useEffect, useLayoutEffect, useState } from 'react';
import { dropOutline } from '../console/first.ts';
import { useEngine } from '../../app/useEngine.ts';
import { useMessages } from '../messages/useMessages.ts';
import { ArrivingDialog } from './Arriving.tsx';
import { Desk } from './Desk.tsx';
import { listenToFiles } from './drop.ts';
import { giveFocusBack } from './focus.ts';
import { Header } from './Header.tsx';
import { focusConsole, listenToKeys } from './keys.ts';
import { afterReply, whenShown } from './later.tsx';
import { TimelinePane } from './panes.ts';
import { Phone } from './Phone.tsx';
import { PHONE } from './media.ts';
import { useMedia } from './useMedia.ts';
import { useSettings } from './useSettings.ts';

const Notices = whenShown(async () => (await import('./Notices.tsx')).Notices);
const Dialogs = whenShown(async () => (await import('./Dialogs.tsx')).Dialogs, ArrivingDialog);
const Spaced = afterReply(async () => (await import('./Spaced.tsx')).Spaced);
/** From the first time somebody asks for one: a dialog gives the focus back when it is closed. */
function useDialogs(): boolean {
  const open = useSettings((s) => s.dialog !== 'none');
  const [asked, ask] = useState(open);
  if (open && !asked) ask(true);
  return asked;
}

export function App() {
  const dialogs = useDialogs();
  const notices = useEngine((s) => s.problem !== undefined || s.attic.length > 0);
  const { shell, timeline } = useMessages();
  const phone = useMedia(PHONE);
  // the layout effects of what is within, which take the console over, have run by then
  useLayoutEffect(dropOutline, []);
  useEffect(listenToKeys, []);
  useEffect(giveFocusBack, []);
  useEffect(listenToFiles, []);
  return (
    <>
      <div className="flex h-dvh flex-col overflow-x-hidden overflow-y-auto">
        <button
          type="button"
          onClick={focusConsole}
          data-skip=""
          className="control absolute top-1.5 left-40 z-30 -translate-y-20 bg-raised text-text focus:translate-y-0"
        >
          {shell.skip}
        </button>
        <Header />
        <main className="flex flex-1 flex-col">
          <h1 className="sr-only" data-blank={timeline.empty}>
            {shell.title}
          </h1>
          {phone ? <Phone /> : <Desk />}
        </main>
        {notices && <Notices />}
        <footer
          aria-label={timeline.label}
          className="shrink-0 border-t border-line bg-pane pb-[env(safe-area-inset-bottom)]"
        >
          <div className="min-h-21 short:min-h-9">
            <TimelinePane />
          </div>
        </footer>
      </div>
      {dialogs && <Dialogs />}
      <Spaced />
    </>
  );
}
