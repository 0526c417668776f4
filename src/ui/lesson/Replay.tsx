import { useEffect, useState } from 'react';
import { useEngine } from '../../app/useEngine.ts';
import type { TalkLine } from '../../course/lesson.ts';
import { useLateMessages } from '../messages/late.ts';
import { Talk } from './Talk.tsx';

const LINE_MS = 420;

/** What came of it when the engine did it, line by line; `over` once the last one is there. */
export function Replay({
  lines,
  fresh,
  over,
}: {
  lines: readonly TalkLine[];
  fresh: boolean;
  over: () => void;
}) {
  const { lesson } = useLateMessages();
  const reduced = useEngine((s) => s.reduced);
  const [shown, show] = useState(fresh && !reduced ? 1 : lines.length);
  useEffect(() => {
    if (shown >= lines.length) {
      over();
      return undefined;
    }
    const timer = setTimeout(() => show(shown + 1), LINE_MS);
    return () => clearTimeout(timer);
  }, [shown, lines.length, over]);
  return <Talk lines={lines.slice(0, shown)} label={lesson.replay} />;
}
