import { memo } from 'react';
import { ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward, type LucideIcon } from 'lucide-react';
import { back, forward, goLive, pause, play, seek, setSpeed } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { useMessages } from '../messages/useMessages.ts';

const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8] as const;

const first = (): void => seek(0);

interface ButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly main?: boolean;
}
const Button = memo(function Button({
  icon: Icon,
  label,
  onClick,
  disabled = false,
  main = false,
}: ButtonProps) {
  const tone = main
    ? 'bg-text text-ink border-text hover:opacity-85'
    : 'border-line text-soft hover:border-edge hover:text-text disabled:opacity-40 disabled:hover:border-line disabled:hover:text-soft';
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={onClick}
      className={`grid size-8 place-items-center rounded-[0.5625rem] border transition-colors duration-[120ms] ${tone} ${disabled ? 'opacity-45' : ''}`}
    >
      <Icon className="size-[0.9375rem]" strokeWidth={1.8} aria-hidden="true" />
    </button>
  );
});

/** Speeds between the listed ones are reached by keys. */
function Speed() {
  const { timeline } = useMessages();
  const speed = useEngine((s) => s.speed);
  const offered = SPEEDS.some((s) => s === speed) ? SPEEDS : [...SPEEDS, speed].toSorted((a, b) => a - b);
  return (
    <select
      aria-label={timeline.speed}
      value={speed}
      onChange={(event) => setSpeed(Number(event.target.value))}
      className="mono h-8 rounded-full max-[480px]:hidden border border-line bg-pane px-2 text-small text-soft hover:border-edge hover:text-text"
      translate="no"
      data-wire=""
    >
      {offered.map((each) => (
        <option key={each} value={each}>
          {`${Math.round(each * 100) / 100}×`}
        </option>
      ))}
    </select>
  );
}

export function Transport() {
  const { timeline } = useMessages();
  const playing = useEngine((s) => s.playing !== 'no');
  const atStart = useEngine((s) => s.time <= 0);
  const atEnd = useEngine((s) => s.time >= s.schedule.total);
  return (
    <div className="flex items-center gap-1.5 max-[480px]:gap-1">
      <Button icon={SkipBack} label={timeline.first} onClick={first} disabled={atStart} />
      <Button icon={ChevronLeft} label={timeline.back} onClick={back} disabled={atStart} />
      <Button
        icon={playing ? Pause : Play}
        label={playing ? timeline.pause : timeline.play}
        onClick={playing ? pause : play}
        main
      />
      <Button icon={ChevronRight} label={timeline.next} onClick={forward} disabled={atEnd} />
      <Button icon={SkipForward} label={timeline.last} onClick={goLive} disabled={atEnd} />
      <Speed />
    </div>
  );
}
