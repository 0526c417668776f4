import type { ComponentType } from 'react';
import { useEngine } from '../../app/useEngine.ts';
import { useMessages } from '../messages/useMessages.ts';
import { Network } from '../network/Network.tsx';
import { Sequence } from '../sequence/Sequence.tsx';
import { Arriving } from './Arriving.tsx';
import { LOWER, type Division } from './divide.ts';
import { afterReply, whenShown } from './later.tsx';
import { useRoute } from './route.tsx';
import { InTurn } from './scene.ts';
import { LEFT_PANELS, RIGHT_PANELS, showPanel, type Panel as PanelId } from './settings.ts';
import { useSettings } from './useSettings.ts';
import { Split } from './Split.tsx';
import { Tabs } from './Tabs.tsx';
import { useSize } from './useSize.ts';

const Machine = afterReply(
  async () => (await import('../machine/MachinePanel.tsx')).MachinePanel,
  function NoMachine() {
    const { machine, shell } = useMessages();
    const begun = useEngine((s) => s.trace.length > 0);
    return <p className="p-5 text-soft">{begun ? shell.loading : machine.empty}</p>;
  },
);
const panel = (load: () => Promise<ComponentType>) => whenShown(load, Arriving);
const Mailboxes = panel(async () => (await import('../mailbox/Mailboxes.tsx')).Mailboxes);
const Glasses = panel(async () => (await import('../glasses/Glasses.tsx')).Glasses);
const Bytes = panel(async () => (await import('../bytes/BytesPanel.tsx')).BytesPanel);
const Message = panel(async () => (await import('../message/MessagePanel.tsx')).MessagePanel);
const Queue = panel(async () => (await import('../queue/QueuePanel.tsx')).QueuePanel);
const Devices = panel(async () => (await import('../devices/DevicesPanel.tsx')).DevicesPanel);
const PANELS: Readonly<Record<PanelId, ComponentType>> = {
  sequence: Sequence,
  mailboxes: Mailboxes,
  queue: Queue,
  devices: Devices,
  machine: Machine,
  message: Message,
  glasses: Glasses,
  bytes: Bytes,
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
  const { shell, ...messages } = useMessages();
  const left = useSettings((s) => s.left);
  const right = useSettings((s) => s.right);
  const single = useSettings((s) => s.single);
  if (!two) return <Side panels={[...LEFT_PANELS, ...RIGHT_PANELS]} value={single} />;
  // two of them side by side take all there is
  if (left === 'devices') return <Side panels={LEFT_PANELS} value={left} />;
  return (
    <Split
      division={LOWER}
      label={shell.resize(messages[left].title)}
      first={<Side panels={LEFT_PANELS} value={left} />}
      second={
        <InTurn>
          <Side panels={RIGHT_PANELS} value={right} />
        </InTurn>
      }
    />
  );
}

/** The network above, two panels of your choice below. */
export function Stage() {
  const { shell, network } = useMessages();
  const projector = useSettings((s) => s.theme === 'projector');
  // a class sees three panes at most: what is read beside the work takes the place of the network
  const read = useRoute() !== '/' && projector;
  const { ref, size } = useSize<HTMLDivElement>();
  const division: Division = {
    id: read ? 'stage-projector-read' : projector ? 'stage-projector' : 'stage',
    panes: ['network'],
    unit: 'rem',
    // two sessions on one server have room
    size: read ? 0 : size.width < ROOMY ? 16.5 : 15.75,
    min: 8,
    minOther: 9,
  };
  return (
    <div ref={ref} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {size.width > 0 && (
        <Split
          division={division}
          across
          label={shell.resize(network.title)}
          first={
            <InTurn>
              <Network />
            </InTurn>
          }
          second={<Lower two={size.width >= TWO && !projector} />}
        />
      )}
    </div>
  );
}
