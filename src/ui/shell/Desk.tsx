import type { ReactNode } from 'react';
import { useRoute } from './route.tsx';
import { ConsolePane } from '../console/ConsolePane.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { deskOf } from './divide.ts';
import { GuidePane, StagePane } from './panes.ts';
import { useSettings } from './useSettings.ts';
import { useSizeOf } from './useSizeOf.ts';
import { Split } from './Split.tsx';

const Pane = ({ name, label, children }: { name: string; label: string; children: ReactNode }) => (
  <section aria-label={label} className="flex min-h-0 min-w-0 flex-1 flex-col" data-pane={name}>
    {children}
  </section>
);

/** Guide, console and stage side by side. */
export function Desk() {
  const { shell } = useMessages();
  const path = useRoute();
  const projector = useSettings((s) => s.theme === 'projector');
  // what is folded away in the work leaves its room to the guide
  useSizeOf(deskOf(projector, path).console);
  const desk = deskOf(projector, path);
  const guide = (
    <Pane name="guide" label={shell.guide}>
      <GuidePane />
    </Pane>
  );
  const work = (
    <Pane name="console" label={shell.console}>
      <ConsolePane />
    </Pane>
  );
  const stage = (
    <Pane name="stage" label={shell.stage}>
      <StagePane />
    </Pane>
  );
  return (
    <Split
      division={desk.guide}
      label={shell.resize(shell.guide)}
      first={guide}
      second={
        <Split division={desk.console} label={shell.resize(shell.console)} first={work} second={stage} />
      }
    />
  );
}
