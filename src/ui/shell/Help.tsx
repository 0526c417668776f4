import { useLateMessages } from '../messages/late.ts';
import { keyWords } from '../messages/keys.ts';
import { part } from '../messages/part.ts';
import { PRESENT_KEYS } from '../present/orders.ts';
import { LATE_KEYS } from '../timeline/orders.ts';
import { Dialog } from './Dialog.tsx';
import { CONSOLE_KEYS, SHORTCUTS } from './shortcuts.ts';
import { isOff, setSingleKeys, useSingleKeys } from './singles.ts';
import { Switch } from './Switch.tsx';

const keys = part(keyWords, 'keys');

interface Row {
  readonly shown: readonly string[];
  readonly words: string;
}
const Rows = ({ title, rows }: { title: string; rows: readonly Row[] }) => (
  <section>
    <h3 className="mb-2 text-small text-soft">{title}</h3>
    <dl className="grid grid-cols-[1fr_auto] gap-x-8 gap-y-2">
      {rows.map(({ shown, words }) => (
        <div key={words} className="contents">
          <dt>{words}</dt>
          <dd className="flex items-start justify-end gap-1" translate="no">
            {shown.map((key) => (
              <kbd key={key} className={`kbd ${isOff(key) ? 'line-through' : ''}`}>
                {key}
              </kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

/** The list of keys. */
export function Help() {
  const { lesson } = useLateMessages();
  const single = useSingleKeys();
  const group = (name: 'time' | 'screen'): readonly Row[] =>
    SHORTCUTS.filter((s) => s.group === name).map(({ shown, words }) => ({ shown, words: keys[words] }));
  return (
    <Dialog name="help" title={keys.title} note={keys.note}>
      <div className="mb-5 border-y border-line py-2">
        <Switch on={single} set={setSingleKeys}>
          {keys.single}
        </Switch>
        <p role="status" className="text-small text-soft">
          {!single && keys.singleOff}
        </p>
      </div>
      <div className="grid gap-x-12 gap-y-6 desk:grid-cols-2">
        <Rows
          title={keys.groups.time}
          rows={[...group('time'), ...LATE_KEYS, { shown: ['1', '…', '9'], words: lesson.jumpKeys }]}
        />
        <div className="grid content-start gap-6">
          <Rows title={keys.groups.screen} rows={[...group('screen'), ...PRESENT_KEYS]} />
          <Rows
            title={keys.groups.console}
            rows={CONSOLE_KEYS.map(({ shown, words }) => ({ shown, words: keys[words] }))}
          />
        </div>
      </div>
    </Dialog>
  );
}
