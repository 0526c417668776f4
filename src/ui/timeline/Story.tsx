import { Glasses, Rewind, Unplug, X, type LucideIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import { engine, headWorld } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { tourOf } from '../console/tour.ts';
import { useLateMessages } from '../messages/late.ts';
import { useMessages } from '../messages/useMessages.ts';
import { cutAtDot, putGlassesOn, rewindAll } from './acts.ts';

interface ActProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}
const Act = ({ icon: Icon, label, onClick, disabled = false }: ActProps) => (
  <button
    type="button"
    disabled={disabled}
    onClick={onClick}
    className="control min-h-9 short:min-h-8 short:text-small short:leading-4 gap-2 bg-raised px-4 text-text max-desk:flex-1 max-desk:px-2 max-desk:text-small max-desk:leading-4"
  >
    <Icon className="size-4 shrink-0" strokeWidth={1.8} aria-hidden="true" />
    {label}
  </button>
);
const ANSWERS = ['you', 'server', 'both'] as const;
type Answer = (typeof ANSWERS)[number];
/** Who has the letter now? Mailbox and console beside it know. */
function Question({ done }: { done: () => void }) {
  const { story } = useLateMessages();
  const [answer, say] = useState<Answer>();
  const right = answer === 'both';
  return (
    <div
      className="flex min-w-0 flex-wrap items-center justify-center gap-x-4 gap-y-2"
      role="group"
      aria-label={story.whoHasIt}
    >
      <p className="font-[560]">{story.whoHasIt}</p>
      {answer === undefined ? (
        <div className="flex flex-wrap gap-2">
          {ANSWERS.map((each) => (
            <button
              key={each}
              type="button"
              className="control h-9 px-4 text-text short:h-8"
              onClick={() => say(each)}
            >
              {story[each]}
            </button>
          ))}
        </div>
      ) : (
        <p role="status" className="max-w-[62rem] text-soft">
          <b className={right ? 'text-met' : 'text-refusal'}>{right ? story.right : story.wrong}</b>{' '}
          {story.bothHaveIt}{' '}
          <button type="button" className="underline underline-offset-4 hover:text-text" onClick={done}>
            {story.on}
          </button>
        </p>
      )}
    </div>
  );
}

/** After the first thirty seconds: three things to do with what just happened. */
export function Story() {
  const { shell } = useMessages();
  const { story, glasses } = useLateMessages();
  const trace = useEngine((s) => s.trace);
  const version = useEngine((s) => s.version);
  const branch = useEngine((s) => s.branch);
  const lesson = useEngine((s) => s.lesson);
  const [put, away] = useState(-1);
  const [asking, ask] = useState(false);
  // `version` says that the trace, which grows in place, has grown
  const finished = useMemo(() => version >= 0 && tourOf(trace).fresh, [trace, version]);
  const open = useMemo(
    () => version >= 0 && headWorld(engine.getState())?.conns.some((c) => c.phase === 'open'),
    [version],
  );
  if (!finished || lesson !== '' || put === branch) return null;
  return (
    <section
      aria-label={story.label}
      className="relative flex min-h-14 short:min-h-10 short:py-0.5 animate-[appear_200ms_ease-out] items-center justify-center gap-2.5 border-b border-line px-3 py-2 desk:px-14"
    >
      {asking ? (
        <Question done={() => ask(false)} />
      ) : (
        <>
          <Act icon={Rewind} label={story.rewind} onClick={rewindAll} />
          <Act
            icon={Unplug}
            label={story.cut}
            onClick={() => ask(cutAtDot(story.cutBranch))}
            disabled={!open}
          />
          <Act
            icon={Glasses}
            label={story.glasses}
            onClick={() => putGlassesOn({ clear: glasses.inClear, sealed: glasses.overTls })}
          />
        </>
      )}
      <button
        type="button"
        aria-label={shell.dismiss}
        onClick={() => away(branch)}
        className="grid size-8 place-items-center rounded-control text-faint hover:text-text desk:absolute desk:right-4"
      >
        <X className="size-4" aria-hidden="true" />
      </button>
    </section>
  );
}
