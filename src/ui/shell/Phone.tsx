import { useEffect } from 'react';
import { useRoute } from './route.tsx';
import { ConsolePane } from '../console/ConsolePane.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { GuidePane, StagePane, StripPane } from './panes.ts';
import { SHEETS, showSheet, type Sheet } from './settings.ts';
import { useSettings } from './useSettings.ts';
import { useSwipe } from './useSwipe.ts';

/** One column: a sheet at a time, chosen by tab or by a sweep of the thumb. The console stays alive behind the others. */
export function Phone() {
  const { shell } = useMessages();
  const sheet = useSettings((s) => s.sheet);
  const place = useRoute();
  useEffect(() => {
    // what an address names stands in the guide, the lab's own in the console
    if (place !== '/') showSheet('guide');
  }, [place]);
  const at = SHEETS.indexOf(sheet);
  const swipe = useSwipe((by) => {
    const to = SHEETS[at + by];
    if (to) showSheet(to);
  });
  const titles: Readonly<Record<Sheet, string>> = {
    console: shell.console,
    stage: shell.stage,
    guide: shell.guide,
  };
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div
        role="group"
        aria-label={shell.places}
        className="grid h-10 short:h-8 shrink-0 grid-cols-3 border-b border-line"
      >
        {SHEETS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === sheet}
            onClick={() => showSheet(each)}
            className="border-b-2 border-transparent text-soft aria-pressed:border-text aria-pressed:text-text"
          >
            {titles[each]}
          </button>
        ))}
      </div>
      <section
        aria-label={shell.console}
        hidden={sheet !== 'console'}
        data-pane="console"
        className="flex min-h-0 min-w-0 flex-1 flex-col [&[hidden]]:hidden"
        {...swipe}
      >
        <ConsolePane />
        <StripPane />
      </section>
      {sheet === 'stage' && (
        <section
          aria-label={shell.stage}
          data-pane="stage"
          className="flex min-h-0 min-w-0 flex-1 flex-col"
          {...swipe}
        >
          <StagePane />
        </section>
      )}
      {sheet === 'guide' && (
        <section
          aria-label={shell.guide}
          data-pane="guide"
          className="flex min-h-0 min-w-0 flex-1 flex-col"
          {...swipe}
        >
          <GuidePane />
        </section>
      )}
    </div>
  );
}
