import { useMessages } from '../messages/useMessages.ts';

export function MachinePanel() {
  const { machine } = useMessages();
  return <p className="p-5 text-soft">{machine.empty}</p>;
}
