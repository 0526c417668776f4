import type { ReactNode } from 'react';
import { ConsolePane } from '../console/ConsolePane.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { GuidePane, StagePane } from './panes.ts';
import { useSettings } from './settings.ts';
import { Split } from './Split.tsx';

const Pane = ({ name, label, children }: { name: string; label: string; children: ReactNode }) => (
  <section aria-label={label} className="flex min-h-0 min-w-0 flex-1 flex-col" data-pane={name}>
    {children}
  </section>
);

/** Guide, console and stage side by side; on a projector the guide is folded away at first. */
export function Desk() {
  const { shell } = useMessages();
  const projector = useSettings((s) => s.theme === 'projector');
  const suffix = projector ? '-projector' : '';
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
      id={`guide${suffix}`}
      label={shell.resize(shell.guide)}
      unit="rem"
      size={projector ? 0 : 19}
      min={14}
      minOther={30}
      first={guide}
      second={
        <Split
          id={`console${suffix}`}
          label={shell.resize(shell.console)}
          unit="%"
          size={projector ? 52 : 44.5}
          min={16}
          minOther={14}
          first={work}
          second={stage}
        />
      }
    />
  );
}
