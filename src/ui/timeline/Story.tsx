import { Glasses, Rewind, Unplug, X, type LucideIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import { cut, engine, goLive, headWorld, rewind } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { TOUR, tourOf } from '../console/tour.ts';
import { wear } from '../glasses/glass.ts';
import { useMessages } from '../messages/useMessages.ts';
import { showPanel, showSheet } from '../shell/settings.ts';

const A_LOOK_MS = 700;

/** Back to the very start; the next key, whichever, is in the present again. */
function rewindAll(): void {
  showPanel('sequence');
  rewind();
  const done = new AbortController();
  const { signal } = done;
  const wake = (): void => {
    done.abort();
    goLive();
  };
  addEventListener('keydown', wake, { capture: true, signal });
  // whoever takes time into their own hands is not pulled out of it
  addEventListener('pointerdown', () => done.abort(), { capture: true, signal });
}
function cutCable(): boolean {
  goLive();
  const conn = headWorld(engine.getState())?.conns.findLast((c) => c.phase === 'open');
  if (!conn) return false;
  showPanel('mailboxes');
  cut(conn.id, 0);
  return true;
}
/** First as it is, then as the café sees it. */
function putGlassesOn(): void {
  goLive();
  wear(false);
  showPanel('glasses');
  showSheet('stage');
  setTimeout(() => wear(true), A_LOOK_MS);
}

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
/** Is the letter deleted? The box beside it knows. */
function Question({ done }: { done: () => void }) {
  const { timeline } = useMessages();
  const [answer, say] = useState<'' | 'yes' | 'no'>('');
  return (
    <div
      className="flex min-w-0 flex-wrap items-center justify-center gap-x-4 gap-y-2"
      role="group"
      aria-label={timeline.isItDeleted}
    >
      <p className="font-[560]">{timeline.isItDeleted}</p>
      {answer === '' ? (
        <div className="flex gap-2">
          <button type="button" className="control h-9 px-4 text-text" onClick={() => say('yes')}>
            {timeline.yes}
          </button>
          <button type="button" className="control h-9 px-4 text-text" onClick={() => say('no')}>
            {timeline.no}
          </button>
        </div>
      ) : (
        <p role="status" className="text-soft">
          <b className={answer === 'no' ? 'text-met' : 'text-refusal'}>
            {answer === 'no' ? timeline.right : timeline.wrong}
          </b>{' '}
          {timeline.stillThere}{' '}
          <button type="button" className="underline underline-offset-4 hover:text-text" onClick={done}>
            {timeline.on}
          </button>
        </p>
      )}
    </div>
  );
}

/** After the first thirty seconds: three things to do with what just happened. */
export function Story() {
  const { timeline, shell } = useMessages();
  const trace = useEngine((s) => s.trace);
  const version = useEngine((s) => s.version);
  const branch = useEngine((s) => s.branch);
  const [put, away] = useState(-1);
  const [asking, ask] = useState(false);
  // `version` says that the trace, which grows in place, has grown
  const finished = useMemo(
    () =>
      version >= 0 && tourOf(trace).done && trace.filter((e) => e.type === 'typed').length === TOUR.length,
    [trace, version],
  );
  const open = useMemo(
    () => version >= 0 && headWorld(engine.getState())?.conns.some((c) => c.phase === 'open'),
    [version],
  );
  if (!finished || put === branch) return null;
  return (
    <section
      aria-label={timeline.story}
      className="relative flex min-h-14 short:min-h-10 short:py-0.5 animate-[appear_200ms_ease-out] items-center justify-center gap-2.5 border-b border-line px-3 py-2 desk:px-14"
    >
      {asking ? (
        <Question done={() => ask(false)} />
      ) : (
        <>
          <Act icon={Rewind} label={timeline.rewind} onClick={rewindAll} />
          <Act icon={Unplug} label={timeline.cut} onClick={() => ask(cutCable())} disabled={!open} />
          <Act icon={Glasses} label={timeline.glasses} onClick={putGlassesOn} />
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
