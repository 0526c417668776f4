import { useMessages } from '../messages/useMessages.ts';

export function Glasses() {
  const { glasses } = useMessages();
  return <p className="p-5 text-soft">{glasses.empty}</p>;
}
