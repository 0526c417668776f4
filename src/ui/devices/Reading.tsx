import { Flag, FlagOff, Reply, Trash2, X } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { DeviceLetter, SceneDevice } from '../../core/trace/devices.ts';
import { letterOf } from '../../core/trace/letter.ts';
import { visible } from '../shell/words.ts';
import { click } from './click.ts';
import { words } from './words.ts';

const Do = ({ label, act, children }: { label: string; act: () => void; children: ReactNode }) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    onClick={act}
    className="grid size-8 place-items-center rounded-control border border-line text-soft hover:border-edge hover:bg-raised hover:text-text"
  >
    {children}
  </button>
);
const MOST = 4000;
/** The text as its octets have it, or why there is none. */
function Text({ octets, online }: { octets: string | undefined; online: boolean }) {
  const letter = useMemo(() => (octets === undefined ? undefined : letterOf(octets)), [octets]);
  if (!letter) return <p className="text-small text-soft">{online ? words.coming : words.elsewhere}</p>;
  const text = letter.octets.slice(letter.body, letter.body + MOST);
  return (
    <p
      className="mono max-h-52 overflow-y-auto text-small leading-5 wrap-anywhere whitespace-pre-wrap"
      translate="no"
      data-wire=""
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
      tabIndex={0}
    >
      {text.split(/\r?\n/).map(visible).join('\n').trim()}
    </p>
  );
}
interface Props {
  readonly device: SceneDevice;
  readonly letter: DeviceLetter;
  readonly close: () => void;
  readonly reply: () => void;
}
/** A letter that was opened, and what may be done with it. */
export function Reading({ device: { host, folders, settings }, letter, close, reply }: Props) {
  const ref = { folder: letter.folder, id: letter.id };
  const isFlagged = letter.flags.includes('\\Flagged');
  const icon = { className: 'size-4', strokeWidth: 1.7, 'aria-hidden': true } as const;
  return (
    <article className="flex min-w-0 flex-col gap-2 px-4" aria-label={letter.subject}>
      <div className="flex flex-wrap items-center gap-1.5">
        <Do label={words.reply} act={reply}>
          <Reply {...icon} />
        </Do>
        <Do
          label={isFlagged ? words.unflag : words.flag}
          act={() => click(host, { does: 'flag', letter: ref, flag: '\\Flagged', on: !isFlagged })}
        >
          {isFlagged ? <FlagOff {...icon} /> : <Flag {...icon} />}
        </Do>
        <Do label={words.remove} act={() => click(host, { does: 'delete', letter: ref })}>
          <Trash2 {...icon} />
        </Do>
        <select
          aria-label={words.move}
          value=""
          onChange={(event) => click(host, { does: 'move', letter: ref, to: event.target.value })}
          className="h-8 min-w-0 flex-1 rounded-control border border-line bg-ground px-2 text-small text-soft"
        >
          <option value="" disabled>
            {words.move}
          </option>
          {folders
            .filter(({ name }) => name !== letter.folder)
            .map(({ name }) => (
              <option key={name} value={name}>
                {visible(name)}
              </option>
            ))}
        </select>
        <Do label={words.close} act={close}>
          <X {...icon} />
        </Do>
      </div>
      <h4 className="font-[600] wrap-anywhere" translate="no" data-wire="">
        {letter.subject}
      </h4>
      <Text octets={letter.octets} online={settings.online} />
    </article>
  );
}
