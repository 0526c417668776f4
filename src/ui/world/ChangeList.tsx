import { Undo2 } from 'lucide-react';
import { epochOf, seekEvent, undo } from '../../app/engine.ts';
import { without } from '../../app/branches.ts';
import { useEngine } from '../../app/useEngine.ts';
import { gazes } from '../shell/useGaze.ts';
import { clockText } from '../shell/words.ts';
import type { Done } from './changes.ts';
import { changeText } from './changeText.ts';
import { Section } from './parts.tsx';
import { words } from './words.ts';

function Item({ done }: { done: Done }) {
  const epoch = useEngine(epochOf);
  const at = useEngine((s) => s.trace[done.event]?.at ?? 0);
  const text = changeText(done.change);
  return (
    <li className="flex items-start gap-2 border-t border-line py-2">
      <button
        type="button"
        onClick={() => seekEvent(done.event)}
        {...gazes(done.event)}
        className="min-w-0 flex-1 rounded-control text-left hover:text-text"
      >
        <span className="mono block text-tiny text-time" translate="no" data-wire="">
          {clockText(epoch, at)}
        </span>
        <span
          className={`mono block text-small wrap-anywhere ${done.expected === '' ? '' : 'text-refusal line-through'}`}
          translate="no"
          data-wire=""
        >
          {text}
        </span>
      </button>
      <button
        type="button"
        aria-label={words.takeBack(text)}
        title={words.takeBack(text)}
        onClick={() => (done.latest ? undo() : without(done.input, words.without(text)))}
        className="grid size-8 shrink-0 place-items-center rounded-control text-faint hover:bg-raised hover:text-text"
      >
        <Undo2 className="size-4" strokeWidth={1.8} aria-hidden="true" />
      </button>
    </li>
  );
}
/** All that was changed; each can be taken back by itself: what came later is done again on a branch. */
export function ChangeList({ changes }: { changes: readonly Done[] }) {
  return (
    <Section title={words.changes}>
      {changes.length === 0 ? (
        <p className="border-t border-line py-2.5 text-soft">{words.noChanges}</p>
      ) : (
        <ul>
          {changes.toReversed().map((done) => (
            <Item key={done.event} done={done} />
          ))}
        </ul>
      )}
    </Section>
  );
}
