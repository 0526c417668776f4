import { CloudDownload, Flag, Reply } from 'lucide-react';
import type { LetterRef } from '../../core/base/device.ts';
import type { DeviceLetter, SceneDevice } from '../../core/trace/devices.ts';
import { visible } from '../shell/words.ts';
import { click } from './click.ts';
import { words } from './words.ts';

function Mark({ letter }: { letter: DeviceLetter }) {
  const icon = 'size-3.5 shrink-0';
  return (
    <span className="flex shrink-0 items-center gap-1 text-soft">
      {letter.flags.includes('\\Answered') && (
        <Reply className={icon} aria-label={words.answered} role="img" />
      )}
      {letter.flags.includes('\\Flagged') && (
        <Flag className={`${icon} fill-current text-text`} aria-label={words.flagged} role="img" />
      )}
      {letter.octets === undefined && <CloudDownload className={icon} aria-label={words.partly} role="img" />}
    </span>
  );
}
function Row({ letter, current, open }: { letter: DeviceLetter; current: boolean; open: () => void }) {
  const unread = !letter.flags.includes('\\Seen');
  const subject = letter.subject === '' ? words.noSubject : letter.subject;
  return (
    <li className="border-t border-line">
      <button
        type="button"
        aria-label={words.open(subject, letter.from)}
        aria-current={current ? 'true' : undefined}
        onClick={open}
        className="flex w-full items-center gap-2 px-4 py-1.5 text-left hover:bg-raised aria-[current]:bg-raised"
      >
        <span
          className={`size-1.5 shrink-0 rounded-full ${unread ? 'bg-text' : ''}`}
          aria-label={unread ? words.unread : undefined}
          role={unread ? 'img' : undefined}
        />
        <span className="min-w-0 flex-1" translate="no" data-wire="">
          <span className={`block truncate ${unread ? 'font-[640]' : ''}`}>{subject}</span>
          <span className="block truncate text-tiny text-soft">{letter.from}</span>
        </span>
        <Mark letter={letter} />
      </button>
    </li>
  );
}
interface Props {
  readonly device: SceneDevice;
  readonly chosen: LetterRef | null;
  readonly choose: (letter: LetterRef) => void;
}
/** The folder that is looked at, the newest letter first. */
export function Letters({ device, chosen, choose }: Props) {
  const { host, folder, folders, letters } = device;
  const inside = letters.filter((it) => it.folder === folder).toReversed();
  const open = ({ folder: of, id }: DeviceLetter): void => {
    choose({ folder: of, id });
    click(host, { does: 'read', letter: { folder: of, id } });
  };
  return (
    <div>
      <div className="px-4 pb-1.5">
        <select
          aria-label={words.folder}
          value={folder}
          onChange={(event) => click(host, { does: 'look', folder: event.target.value })}
          className="h-8 w-full rounded-control border border-edge bg-ground px-2 text-small"
        >
          {folders.map(({ name, count, unread }) => (
            <option key={name} value={name}>
              {words.folderWith(visible(name), count, unread)}
            </option>
          ))}
        </select>
      </div>
      {inside.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-small text-soft">
          {letters.length === 0 ? words.never : words.empty}
        </p>
      ) : (
        <ul
          aria-label={words.letters(visible(folder))}
          className="max-h-52 overflow-y-auto border-b border-line"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
          tabIndex={0}
        >
          {inside.slice(0, 100).map((letter) => (
            <Row
              key={letter.id}
              letter={letter}
              current={chosen?.id === letter.id && chosen.folder === letter.folder}
              open={() => open(letter)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
