import { useMemo, useState } from 'react';
import { engine } from '../../app/engine.ts';
import { pending, queuesAt } from '../../core/trace/queues.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useArrived } from '../shell/arrived.ts';
import { Segments } from '../shell/Segments.tsx';
import { useScene } from '../shell/scene.ts';
import { useLife } from '../shell/follow.ts';
import { Lookups } from './Lookups.tsx';
import { Journey } from './Journey.tsx';
import { QueuedItem } from './QueuedItem.tsx';
import { words } from './words.ts';

const PARTS = ['queue', 'dns'] as const;
type Part = (typeof PARTS)[number];

function Queues() {
  const scene = useScene();
  const { shell } = useMessages();
  const arrived = useArrived();
  const life = useLife();
  const letters = useMemo(() => {
    const { timeline, trace } = engine.getState();
    const start = timeline.worlds[0];
    return start ? queuesAt(start, trace, scene.event + 1) : [];
  }, [scene]);
  const waiting = pending(letters);
  const over = letters.filter(({ status }) => status === 'done').toReversed();
  if (letters.length === 0) return <p className="p-5 text-soft">{arrived ? words.empty : shell.loading}</p>;
  return (
    <>
      {life && <Journey key={life.stations[0]?.event} life={life} />}
      <section aria-label={words.waiting} className="px-4 pt-3">
        <h3 className="text-small text-soft">{words.waiting}</h3>
        {waiting.length === 0 && <p className="border-t border-line py-2 text-soft">{words.nothing}</p>}
        <ul>
          {waiting.map((letter) => (
            <QueuedItem key={`${letter.host} ${letter.id}`} letter={letter} now={scene.now} />
          ))}
        </ul>
      </section>
      {over.length > 0 && (
        <section aria-label={words.over} className="px-4 pt-4 pb-4">
          <h3 className="text-small text-soft">{words.over}</h3>
          <ul>
            {over.map((letter) => (
              <QueuedItem key={`${letter.host} ${letter.id}`} letter={letter} now={scene.now} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
/** Letters that wait, what was tried with each; and what the DNS was asked, and is remembered of it. */
export function QueuePanel() {
  const [part, show] = useState<Part>('queue');
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-panel="queue">
      <div className="shrink-0 border-b border-line px-4 py-2">
        <Segments label={words.parts} all={PARTS} titles={words} value={part} choose={show} />
      </div>
      <div
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto outline-offset-[-2px]"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
        tabIndex={0}
        role="region"
        aria-label={words[part]}
      >
        {part === 'queue' ? <Queues /> : <Lookups />}
      </div>
    </div>
  );
}
