import type { ComponentType } from 'react';
import { Group, Panel } from 'react-resizable-panels';
import { Glasses } from '../glasses/Glasses.tsx';
import { Mailboxes } from '../mailbox/Mailboxes.tsx';
import { MachinePanel } from '../machine/MachinePanel.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { Network } from '../network/Network.tsx';
import { Sequence } from '../sequence/Sequence.tsx';
import { Divider } from './Divider.tsx';
import { layoutOf } from './layouts.ts';
import { LEFT_PANELS, RIGHT_PANELS, showPanel, useSettings, type Panel as PanelId } from './settings.ts';
import { Tabs } from './Tabs.tsx';
import { useSize } from './useSize.ts';

const PANELS: Readonly<Record<PanelId, ComponentType>> = {
  sequence: Sequence,
  mailboxes: Mailboxes,
  machine: MachinePanel,
  glasses: Glasses,
};
/** Below this two panels side by side are too narrow to read. */
const TWO = 470;
/** Below this the network's words need a second line. */
const ROOMY = 480;

function Side<T extends PanelId>({ panels, value }: { panels: readonly T[]; value: T }) {
  const { shell, ...messages } = useMessages();
  const Shown: ComponentType = PANELS[value];
  return (
    <Tabs
      label={shell.stage}
      tabs={panels.map((id) => ({ id, title: messages[id].title }))}
      value={value}
      onChange={showPanel}
    >
      <Shown />
    </Tabs>
  );
}
function Lower({ two }: { two: boolean }) {
  const { shell } = useMessages();
  const left = useSettings((s) => s.left);
  const right = useSettings((s) => s.right);
  const single = useSettings((s) => s.single);
  if (!two) return <Side panels={[...LEFT_PANELS, ...RIGHT_PANELS]} value={single} />;
  return (
    <Group id="lower" orientation="horizontal" className="min-h-0 flex-1" {...layoutOf('lower')}>
      <Panel id="left" minSize="11rem" defaultSize="53%" className="flex min-w-0">
        <Side panels={LEFT_PANELS} value={left} />
      </Panel>
      <Divider label={shell.resize(shell.stage)} />
      <Panel id="right" minSize="11rem" className="flex min-w-0">
        <Side panels={RIGHT_PANELS} value={right} />
      </Panel>
    </Group>
  );
}

/** The network above, two panels of your choice below. */
export function Stage() {
  const { shell, network } = useMessages();
  const projector = useSettings((s) => s.theme === 'projector');
  const group = projector ? 'stage-projector' : 'stage';
  const { ref, size } = useSize<HTMLDivElement>();
  return (
    <div ref={ref} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {size.width > 0 && (
        <Group key={group} id={group} orientation="vertical" className="min-h-0 flex-1" {...layoutOf(group)}>
          <Panel
            id="network"
            collapsible
            collapsedSize={0}
            minSize="8rem"
            defaultSize={size.width < ROOMY ? '16.5rem' : '14.5rem'}
            groupResizeBehavior="preserve-pixel-size"
            className="flex min-w-0"
          >
            <Network />
          </Panel>
          <Divider across label={shell.resize(network.title)} />
          <Panel id="lower" minSize="10rem" className="flex min-w-0">
            <Lower two={size.width >= TWO && !projector} />
          </Panel>
        </Group>
      )}
    </div>
  );
}
