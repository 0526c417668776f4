import { useMessages } from '../messages/useMessages.ts';

export function Guide() {
  const { guide } = useMessages();
  return <p className="p-5 text-soft">{guide.intro}</p>;
}
