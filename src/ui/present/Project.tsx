import {
  AppWindow,
  Flashlight,
  MousePointer2,
  Presentation,
  Printer,
  Snowflake,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, type MouseEvent } from 'react';
import { PRESENTER } from '../../app/autosave.ts';
import { dismissProblem } from '../../app/sessions.ts';
import { useEngine } from '../../app/useEngine.ts';
import { closePopover, Popover } from '../shell/Popover.tsx';
import { whenShown } from '../shell/later.tsx';
import { isSingle, useSingleKeys } from '../shell/singles.ts';
import { useSettings } from '../shell/useSettings.ts';
import { Handout } from './Handout.tsx';
import { listen, PRESENT_KEYS } from './orders.ts';
import { Overlay } from './Overlay.tsx';
import {
  openPresenter,
  project,
  rejoin,
  showHandout,
  stagecraft,
  toggleFreeze,
  toggleLaser,
  toggleProjector,
  toggleSpotlight,
  useStagecraft,
} from './stagecraft.ts';
import { words } from './words.ts';

const Printed = whenShown(async () => (await import('../export/Printed.tsx')).Printed);

rejoin();
listen();

/** Beside the buttons that move time, for it stands still: above them where there is room, else in their row. */
function Frozen() {
  const frozen = useStagecraft((s) => s.frozen);
  return (
    <output
      data-frozen=""
      className={
        frozen
          ? 'flex h-8 items-center gap-1.5 rounded-full border border-edge bg-pane px-2 text-small banded:fixed banded:bottom-[3.625rem] banded:left-5 banded:z-30 banded:h-[1.375rem]'
          : 'sr-only'
      }
    >
      {frozen && (
        <>
          <Snowflake className="size-3.5 text-time" strokeWidth={1.8} aria-hidden="true" />
          <span className="sr-only banded:not-sr-only">{words.frozen}</span>
        </>
      )}
    </output>
  );
}

interface ActProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keyed?: (typeof PRESENT_KEYS)[number]['id'];
  readonly pressed?: boolean;
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void;
}
function Act({ icon: Icon, label, keyed, pressed, onClick }: ActProps) {
  const single = useSingleKeys();
  const keys = PRESENT_KEYS.find(({ id }) => id === keyed)?.shown ?? [];
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className="flex w-full items-center gap-2.5 rounded-control px-2.5 py-1.5 text-left text-soft hover:bg-raised hover:text-text aria-pressed:bg-raised aria-pressed:text-text"
    >
      <Icon className="size-4 shrink-0" strokeWidth={1.8} aria-hidden="true" />
      <span className="flex-1">{label}</span>
      {keys
        .filter((key) => single || !isSingle(key))
        .map((key) => (
          <kbd key={key} className="kbd" translate="no">
            {key}
          </kbd>
        ))}
    </button>
  );
}
/** It lies over the page, and so would what it was chosen in. */
function handOut(event: MouseEvent<HTMLButtonElement>): void {
  closePopover(event);
  showHandout(true);
}
/** A window of one's own is looked at, not what it was opened from; where there is none, that says why. */
function openBeside(event: MouseEvent<HTMLButtonElement>): void {
  void openPresenter();
  if (!stagecraft.getState().blocked) closePopover(event);
}
const hideHandout = (): void => showHandout(false);
/** For a class: everything that is shown larger, pointed at, held still, told beside, or handed out. */
export function Project() {
  const projector = useSettings((s) => s.theme === 'projector');
  const { spotlight, laser, frozen, blocked, handout, together } = useStagecraft((s) => s);
  const problem = useEngine((s) => s.problem?.kind);
  useEffect(() => {
    // of two windows one keeps what is done in both: a class need not be told
    if (together && problem === 'elsewhere') dismissProblem();
  }, [together, problem]);
  return (
    <>
      <Popover
        title={words.title}
        face={<Presentation className="size-3.5" strokeWidth={1.8} aria-hidden="true" />}
        className="h-8 px-2.5 max-desk:hidden"
        sheet="bottom-24 left-5 max-h-[calc(100dvh-7rem)] w-[min(22rem,calc(100vw-2.5rem))] p-2"
      >
        <Act
          icon={Presentation}
          label={words.projector}
          keyed="projector"
          pressed={projector}
          onClick={toggleProjector}
        />
        <Act
          icon={Flashlight}
          label={words.spotlight}
          keyed="spotlight"
          pressed={spotlight}
          onClick={toggleSpotlight}
        />
        <Act icon={MousePointer2} label={words.laser} keyed="laser" pressed={laser} onClick={toggleLaser} />
        <Act icon={Snowflake} label={words.freeze} keyed="freeze" pressed={frozen} onClick={toggleFreeze} />
        <Act icon={AppWindow} label={words.presenter} onClick={openBeside} />
        {blocked && (
          <p role="status" className="px-2.5 py-1 text-small text-refusal">
            {words.blocked}{' '}
            <a
              href={PRESENTER}
              target="_blank"
              rel="noopener"
              onClick={() => void project()}
              className="text-text underline underline-offset-4"
            >
              {words.presenter}
            </a>
          </p>
        )}
        <Act icon={Printer} label={words.handout} onClick={handOut} />
      </Popover>
      <Frozen />
      <Overlay />
      {handout ? <Handout close={hideHandout} /> : <Printed />}
    </>
  );
}
