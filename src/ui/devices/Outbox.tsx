import type { SceneDevice } from '../../core/trace/devices.ts';
import { visible } from '../shell/words.ts';
import { click } from './click.ts';
import { words } from './words.ts';

/** What was written and is not with a server yet, and why. */
export function Outbox({ device: { host, outbox } }: { device: SceneDevice }) {
  if (outbox.length === 0) return null;
  return (
    <section aria-label={words.outbox} className="px-4">
      <h4 className="text-small text-soft">{words.outbox}</h4>
      <ul>
        {outbox.map(({ job, to, subject, reply, under }) => (
          <li key={job} className="flex items-start gap-2 border-t border-line py-1.5">
            <span className="min-w-0 flex-1">
              <span className="block truncate" translate="no" data-wire="">
                {subject === '' ? words.noSubject : subject}
              </span>
              <span className="block truncate text-tiny text-soft" translate="no" data-wire="">
                {to}
              </span>
              <span className={`block text-tiny ${reply === '' ? 'text-soft' : 'text-refusal'}`}>
                {under ? words.outgoing : words.waits}
                {reply !== '' && (
                  <span className="mono wrap-anywhere" translate="no" data-wire="">
                    {' '}
                    · {visible(reply)}
                  </span>
                )}
              </span>
            </span>
            {!under && (
              <button
                type="button"
                className="control chip"
                onClick={() => click(host, { does: 'discard', job })}
              >
                {words.discard}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
