import { useMessages } from '../messages/useMessages.ts';

export function Lessons() {
  const { lesson } = useMessages();
  return <p className="p-5 text-soft">{lesson.intro}</p>;
}
