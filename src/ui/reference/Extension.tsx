import { useMessages } from '../messages/useMessages.ts';
import { broughtBy, type Entry } from './entries.ts';
import { Outcomes } from './Outcomes.tsx';
import { Row } from './Row.tsx';
import { TryButton } from './TryButton.tsx';
import { trialOf } from './ways.ts';
import { section, titleOf, words } from './words.ts';

export function Extension({ entry, all }: { entry: Entry & { kind: 'extension' }; all: readonly Entry[] }) {
  const { declared } = useMessages();
  const { keyword, summary, rfc } = entry.extension;
  const brings = broughtBy(all, entry);
  return (
    <article className="grid gap-4">
      <header>
        <h3 className="mono text-lead font-[640] text-server" translate="no" data-wire="">
          {keyword}
        </h3>
        <p className="mt-1">{declared(summary)}</p>
        <p className="mt-2 flex justify-between gap-3 text-small text-soft">
          <span translate="no" data-wire="">
            {titleOf(entry.protocol)}
          </span>
          <span className="mono text-faint">{section(rfc)}</span>
        </p>
      </header>
      <TryButton key={entry.id} protocol={entry.protocol} trial={trialOf(entry, all)} />
      {entry.outcomes.length > 0 && <Outcomes protocol={entry.protocol} all={entry.outcomes} />}
      {brings.length > 0 && (
        <section aria-label={words.commands}>
          <h4 className="text-small text-soft">{words.commands}</h4>
          <ul>
            {brings.map((it) => (
              <Row key={it.id} entry={it} />
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
