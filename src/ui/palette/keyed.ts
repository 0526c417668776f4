// What has a key of its own, and what belongs beside it: projecting, bookmarks, two branches side by side.
import { engine } from '../../app/engine.ts';
import { SHARED, type EngineState } from '../../app/state.ts';
import { keyWords } from '../messages/keys.ts';
import { part } from '../messages/part.ts';
import { messagesNow } from '../messages/useMessages.ts';
import { PRESENT_KEYS } from '../present/orders.ts';
import { openPresenter, showHandout } from '../present/stagecraft.ts';
import { words as presentWords } from '../present/words.ts';
import { SHORTCUTS } from '../shell/shortcuts.ts';
import { heard, setSingleKeys, singleKeys } from '../shell/singles.ts';
import { bookmarks, gotoBookmark } from '../timeline/bookmarks.ts';
import { nameOf } from '../timeline/branches.ts';
import { compareWith } from '../timeline/comparing.ts';
import { hint, LATE_KEYS } from '../timeline/orders.ts';
import { words as timeWords } from '../timeline/words.ts';
import { words, type Act } from './act.ts';

const keys = part(keyWords, 'keys');
const { also } = words;

/** Everything a key does that is done at once. */
export const keyed = (): readonly Act[] => [
  ...SHORTCUTS.filter(({ words: name }) => name !== 'palette').map(
    ({ words: name, group, shown, run }): Act => ({
      id: `key/${name}`,
      group,
      title: keys[name],
      shown: heard(shown),
      run,
    }),
  ),
  ...LATE_KEYS.flatMap((key): readonly Act[] =>
    'run' in key
      ? [
          {
            id: `key/${key.id}`,
            group: 'time',
            title: key.words,
            shown: heard(key.shown),
            also: also[key.id],
            run: key.run,
          },
        ]
      : [],
  ),
  ...PRESENT_KEYS.map(({ id, words: title, shown, run }): Act => ({
    id: `key/${id}`,
    group: 'screen',
    title,
    shown: heard(shown),
    also: also[id],
    run,
  })),
];
/** For whom they are in the way, and back. */
export const singles = (): Act => ({
  id: 'singles',
  group: 'screen',
  title: keys.singles[singleKeys() ? 'off' : 'on'],
  also: also.singles,
  run: () => setSingleKeys(!singleKeys()),
});
export const projecting = (): readonly Act[] => [
  {
    id: 'presenter',
    group: 'screen',
    title: presentWords.presenter,
    also: also.presenter,
    run: () => void openPresenter(),
  },
  {
    id: 'handout',
    group: 'share',
    title: presentWords.handout,
    also: also.handout,
    run: () => showHandout(true),
  },
];
/** In a lesson only: the word typed at the prompt says so elsewhere. */
export const hinted = ({ lesson }: EngineState): readonly Act[] =>
  lesson === '' || lesson === SHARED
    ? []
    : [{ id: 'hint', group: 'lesson', title: timeWords.hint.ask, also: also.hint, run: hint }];
/** To each moment that is marked. */
export const marked = (): readonly Act[] =>
  bookmarks().map(({ n, label }): Act => ({
    id: `bookmark/${n}`,
    group: 'time',
    title: timeWords.flag(n, label || timeWords.atStart),
    shown: heard([String(n)]),
    run: () => void gotoBookmark(n),
  }));
/** Beside each of the others. */
export function compared(): readonly Act[] {
  const { branches, branch: here } = engine.getState();
  const messages = messagesNow();
  return branches
    .filter(({ id }) => id !== here)
    .map((branch): Act => ({
      id: `compare/${branch.id}`,
      group: 'branch',
      title: timeWords.compareWith(nameOf(branch, messages)),
      also: also.compare,
      run: () => compareWith(branch.id),
    }));
}
