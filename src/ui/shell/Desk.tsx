import { Group, Panel } from 'react-resizable-panels';
import { useMessages } from '../messages/useMessages.ts';
import { Divider } from './Divider.tsx';
import { layoutOf } from './layouts.ts';
import { GuidePane, StagePane } from './panes.ts';
import { ConsolePane } from '../console/ConsolePane.tsx';
import { useSettings } from './settings.ts';

/** Guide, console and stage side by side. */
export function Desk() {
  const { shell } = useMessages();
  const projector = useSettings((s) => s.theme === 'projector');
  const group = projector ? 'projector' : 'desk';
  return (
    <Group key={group} id={group} orientation="horizontal" className="min-h-0 flex-1" {...layoutOf(group)}>
      <Panel
        id="guide"
        collapsible
        collapsedSize={0}
        minSize="13rem"
        defaultSize={projector ? 0 : '19rem'}
        groupResizeBehavior="preserve-pixel-size"
        className="flex min-w-0"
      >
        <section aria-label={shell.guide} className="flex min-w-0 flex-1 flex-col" data-pane="guide">
          <GuidePane />
        </section>
      </Panel>
      <Divider label={shell.resize(shell.guide)} />
      <Panel id="console" minSize="18rem" defaultSize={projector ? '52%' : '35%'} className="flex min-w-0">
        <section aria-label={shell.console} className="flex min-w-0 flex-1 flex-col" data-pane="console">
          <ConsolePane />
        </section>
      </Panel>
      <Divider label={shell.resize(shell.stage)} />
      <Panel id="stage" collapsible collapsedSize={0} minSize="18rem" className="flex min-w-0">
        <section aria-label={shell.stage} className="flex min-w-0 flex-1 flex-col" data-pane="stage">
          <StagePane />
        </section>
      </Panel>
    </Group>
  );
}
