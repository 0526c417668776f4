import type { HelpVerb } from '../../core/spec/describe.ts';
import { useMessages } from '../messages/useMessages.ts';
import { Outcomes, type Told } from './Outcomes.tsx';
import { TryButton } from './TryButton.tsx';
import { trialOfVerb } from './ways.ts';
import { section, titleOf, words } from './words.ts';

const ofVerb = ({ verb, outcomes }: HelpVerb): readonly Told[] =>
  outcomes.map(({ name, when, says, to, rfc }) => ({ trigger: verb, outcome: name, when, says, to, rfc }));

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
      <TryButton key={verb.verb} protocol={protocol} trial={trialOfVerb(protocol, verb)} />
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
