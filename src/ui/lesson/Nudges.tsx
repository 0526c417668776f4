import { X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { engine } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import type { Scene } from '../../core/trace/scene-types.ts';
import { filledText, typedAt, type Typed } from '../../course/typed.ts';
import { misconceptionsAt, thinkOn, type Shown } from '../../course/watch.ts';
import { useLateMessages } from '../messages/late.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useScene } from '../shell/scene.ts';
import { Code } from './Code.tsx';
import { InEnglish } from './InEnglish.tsx';
import { useIdle } from './useIdle.ts';

/** Words, with what stands between backticks set as code, and between stars as emphasis. */
function marked(text: string): readonly ReactNode[] {
  return text.split(/(`[^`]+`|\*[^*]+\*)/).map((piece, i) => {
    if (piece.startsWith('`') && piece.endsWith('`') && piece.length > 1)
      return (
        <Code key={i} look="bg-ground text-text">
          {piece.slice(1, -1)}
        </Code>
      );
    return piece.startsWith('*') && piece.length > 1 ? <em key={i}>{piece.slice(1, -1)}</em> : piece;
  });
}
function Nudge({ shown, dismiss }: { shown: Shown; dismiss: () => void }) {
  const { lesson: words } = useLateMessages();
  const { machine } = useMessages();
  const [open, show] = useState(false);
  const { about, at } = shown;
  const values: Typed = typedAt(engine.getState().trace, at);
  const [question, fact] = about.nudges;
  return (
    <section
      aria-label={words.nudge}
      className="animate-[appear_160ms_ease-out] rounded-thing border border-line border-l-refusal bg-raised px-4 py-3"
    >
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 text-text" lang="en" translate="no">
          {marked(filledText(question, values))}
        </p>
        <button
          type="button"
          aria-label={words.dismiss}
          title={words.dismiss}
          onClick={dismiss}
          className="-mr-1.5 grid size-6 shrink-0 place-items-center rounded-control text-faint hover:text-text"
        >
          <X className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
        </button>
      </div>
      {open ? (
        <p className="mt-1.5 text-soft" lang="en" translate="no">
          {marked(filledText(fact, values))}{' '}
          <span className="text-tiny text-faint">{machine.rfc(about.rfc.replace('#', ' §'))}</span>
        </p>
      ) : (
        <button
          type="button"
          className="mt-1 text-small text-soft underline underline-offset-2 hover:text-text"
          onClick={() => show(true)}
        >
          {words.more}
        </button>
      )}
      <InEnglish />
    </section>
  );
}
/** Milliseconds. */
const AT_REST = 250;
/** So many events are thought about in a frame, and others while frames go on: what has just been played still flies. */
const SOME = 48;
const FRAME = 16;
/** Of the picture once it has stood still: of the many that pass while time is moved, none is thought about. */
function useMisconceptions(scene: Scene): readonly Shown[] {
  const ready = useEngine((s) => s.lab !== undefined);
  const [shown, show] = useState<readonly Shown[]>([]);
  useEffect(() => {
    const { timeline, trace } = engine.getState();
    const start = timeline.worlds[0];
    const count = scene.event + 1;
    const think = (): void => {
      if (!ready || !start) show([]);
      else if (thinkOn(start, trace, count, SOME)) show(misconceptionsAt(start, trace, count));
      else timer = setTimeout(think, FRAME);
    };
    let timer = setTimeout(think, AT_REST);
    return () => clearTimeout(timer);
  }, [scene, ready]);
  return shown;
}
/** While somebody plays freely: a question when something went astray, and the fact if they want it. */
export function Nudges() {
  const shown = useMisconceptions(useScene());
  const quiet = useIdle();
  const [seen, see] = useState<readonly string[]>([]);
  const key = ({ about, at }: Shown): string => `${about.id}/${at}`;
  const [latest] = shown.filter((it) => !seen.includes(key(it)) && quiet >= (it.about.idle ?? 0));
  return (
    <div role="status" className="empty:hidden">
      {latest && <Nudge key={key(latest)} shown={latest} dismiss={() => see([...seen, key(latest)])} />}
    </div>
  );
}
