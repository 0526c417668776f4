import { useMessages } from '../messages/useMessages.ts';

export function LessonPane() {
  const { lesson } = useMessages();
  return <p className="p-5 text-soft">{lesson.missing}</p>;
}
