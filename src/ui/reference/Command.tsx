import { Play } from 'lucide-react';
import { useState } from 'react';
import type { HelpVerb } from '../../core/spec/describe.ts';
import { useMessages } from '../messages/useMessages.ts';
import { showPanel } from '../shell/settings.ts';
import { Outcomes, type Told } from './Outcomes.tsx';
import { tryIt } from './tryIt.ts';
import { wayTo } from './ways.ts';
import { section, titleOf, words } from './words.ts';

const ofVerb = ({ verb, outcomes }: HelpVerb): readonly Told[] =>
  outcomes.map(({ name, when, says, to, rfc }) => ({ trigger: verb, outcome: name, when, says, to, rfc }));

function TryIt({ protocol, verb }: { protocol: string; verb: HelpVerb }) {
  const [trying, tell] = useState(false);
  const way = wayTo(protocol, verb);
  if (!way) return <p className="text-small text-soft">{words.noTry}</p>;
  const run = (): void => {
    tell(true);
    showPanel('machine');
    void tryIt(protocol, verb).finally(() => tell(false));
  };
  return (
    <button
      type="button"
      disabled={trying}
      onClick={run}
      className="control h-9 justify-self-start border-edge px-4 text-text"
    >
      <Play className="size-3.5" strokeWidth={2} aria-hidden="true" />
      {trying ? words.trying : words.tryIt}
    </button>
  );
}
export function Command({ protocol, verb }: { protocol: string; verb: HelpVerb }) {
  const { declared } = useMessages();
  const { usage, summary, rfc, by, where } = verb;
  return (
    <article className="grid gap-4">
      <header>
        <h3 className="mono text-lead font-[640] text-client" translate="no" data-wire="">
          {verb.verb}
        </h3>
        <p className="mt-1">{declared(summary)}</p>
        <p className="mono mt-2 rounded-control border border-line bg-raised px-3 py-2 text-small wrap-anywhere">
          <span translate="no" data-wire="">
            {usage}
          </span>
        </p>
        <p className="mt-2 flex justify-between gap-3 text-small text-soft">
          <span translate="no" data-wire="">
            {titleOf(protocol)}
            {by !== undefined && ` · ${words.by(by)}`}
          </span>
          <span className="mono text-faint">{section(rfc)}</span>
        </p>
      </header>
      <TryIt protocol={protocol} verb={verb} />
      <section aria-label={words.where}>
        <h4 className="mb-1.5 text-small text-soft">{words.where}</h4>
        <ul className="flex flex-wrap gap-1.5">
          {where.map((title) => (
            <li key={title} className="rounded-full border border-server px-2 text-tiny text-server">
              {declared(title)}
            </li>
          ))}
        </ul>
      </section>
      <Outcomes protocol={protocol} all={ofVerb(verb)} />
    </article>
  );
}
