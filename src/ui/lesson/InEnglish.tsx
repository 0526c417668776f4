import { useLateMessages } from '../messages/late.ts';

/** Lessons are written in English alone: a page in another language says so in its own. */
export function InEnglish() {
  const { lesson } = useLateMessages();
  return lesson.inEnglish === '' ? null : <p className="mt-2 text-small text-faint">{lesson.inEnglish}</p>;
}
