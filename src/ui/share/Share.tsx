import { Check, Copy, Download, Upload } from 'lucide-react';
import { useId, useMemo, useState, type ReactNode } from 'react';
import { cursorOf } from '../../app/cursor.ts';
import { engine, epochOf, sceneNow } from '../../app/engine.ts';
import { LIMITS } from '../../app/share/limits.ts';
import { linkCode, PRESENT } from '../../app/share/open.ts';
import { useEngine } from '../../app/useEngine.ts';
import { TAKES, take, type Take } from '../export/takes.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { FileButton } from '../shell/FileButton.tsx';
import { closeDialog } from '../shell/settings.ts';
import { clockText } from '../shell/words.ts';
import { bringFile } from './opening.ts';
import { Qr } from './Qr.tsx';
import { words } from './words.ts';

/** Some programs cut off what is longer. */
const LONG = 2000;

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid gap-2.5 border-t border-line pt-4" aria-label={title}>
    <h3 className="text-small text-soft">{title}</h3>
    {children}
  </section>
);
const MOMENTS = ['here', 'present', 'start'] as const;
type Moment = (typeof MOMENTS)[number];

/** The address of this page with the session in it. '' when it is too long for one. */
function linkAt(moment: Moment): string {
  const state = engine.getState();
  const events = { here: cursorOf(state.schedule, state.time), present: PRESENT, start: 0 }[moment];
  const code = linkCode(state, events);
  return code.length > LIMITS.code ? '' : `${location.href.replace(/[?#].*$/, '')}#/shared/${code}`;
}
function LinkOut() {
  const live = useEngine((s) => s.live);
  const empty = useEngine((s) => s.timeline.inputs.length === 0);
  const [moment, choose] = useState<Moment>(live ? 'present' : 'here');
  const [said, say] = useState('');
  const link = useMemo(() => linkAt(moment), [moment]);
  const name = useId();
  const state = engine.getState();
  const clock = clockText(epochOf(state), sceneNow(state)?.now ?? 0);
  if (link === '') return <p className="text-soft">{words.tooLong}</p>;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      say(words.copied);
    } catch {
      say(words.notCopied);
    }
  };
  return (
    <div className="grid gap-4 desk:grid-cols-[minmax(0,1fr)_13rem]">
      <div className="grid content-start gap-3">
        {empty && <p className="text-soft">{words.empty}</p>}
        <fieldset className="grid gap-1">
          <legend className="mb-1 text-small text-soft">{words.opensAt}</legend>
          {MOMENTS.filter((each) => each !== 'here' || !live).map((each) => (
            <label key={each} className="flex items-center gap-2">
              <input
                type="radio"
                name={name}
                checked={moment === each}
                onChange={() => choose(each)}
                className="accent-text"
              />
              {each === 'here' ? words.here(clock) : words[each]}
            </label>
          ))}
        </fieldset>
        <input
          readOnly
          aria-label={words.link}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          className="mono w-full min-w-0 rounded-control border border-edge bg-ground px-2 py-1.5 text-small"
          translate="no"
          data-wire=""
        />
        <div className="flex flex-wrap items-center gap-3">
          <button type="button" className="control border-edge text-text" onClick={() => void copy()}>
            {said === words.copied ? (
              <Check className="size-4" strokeWidth={1.8} aria-hidden="true" />
            ) : (
              <Copy className="size-4" strokeWidth={1.8} aria-hidden="true" />
            )}
            {words.copy}
          </button>
          <span className="text-small text-faint">{words.characters(link.length)}</span>
        </div>
        {link.length > LONG && <p className="text-small text-soft">{words.long}</p>}
        <p role="status" className="text-small text-soft empty:hidden">
          {said}
        </p>
      </div>
      <div className="grid content-start gap-1.5">
        <Qr text={link} />
        <p className="text-small text-faint">{words.qrHint}</p>
      </div>
    </div>
  );
}
function Journal() {
  const [said, say] = useState('');
  const bring = (chosen: File): void => {
    closeDialog();
    location.hash = '#/shared';
    void bringFile(chosen);
  };
  return (
    <Section title={words.journal}>
      <p className="text-small text-faint">{words.journalNote}</p>
      <div className="flex flex-wrap gap-2">
        <button type="button" className="control chip" onClick={() => say(words.saved(take('journal')))}>
          <Download className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
          {words.save}
        </button>
        <FileButton label={words.open} accept="application/json,.json" take={bring} className="control chip">
          <Upload className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
        </FileButton>
      </div>
      <p role="status" className="text-small text-soft empty:hidden">
        {said}
      </p>
    </Section>
  );
}
function Takes() {
  const [said, say] = useState('');
  const press = (what: Take): void => {
    const saved = take(what);
    say(saved === '' ? words.noLetter : words.saved(saved));
  };
  return (
    <Section title={words.take}>
      <div className="flex flex-wrap gap-2">
        {TAKES.map((what) => (
          <button key={what} type="button" className="control chip" onClick={() => press(what)}>
            {words.takes[what]}
          </button>
        ))}
      </div>
      <p role="status" className="text-small text-soft empty:hidden">
        {said}
      </p>
    </Section>
  );
}
/** All that leaves the page, and a journal that comes in. */
export const Share = () => (
  <Dialog name="share" title={words.title} note={words.note}>
    <div className="grid gap-5">
      <LinkOut />
      <Journal />
      <Takes />
    </div>
  </Dialog>
);
