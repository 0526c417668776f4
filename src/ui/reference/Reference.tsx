import { ArrowLeft, Play, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { HelpVerb } from '../../core/spec/describe.ts';
import { isRefusing } from '../machine/moves.ts';
import { readerOf, stateTitle } from '../machine/reader.ts';
import { part } from '../messages/part.ts';
import { referenceWords } from '../messages/reference.ts';
import { useMessages } from '../messages/useMessages.ts';
import { showPanel } from '../shell/settings.ts';
import { entries, search, type Entry } from './entries.ts';
import { tryIt } from './tryIt.ts';
import { wayTo } from './ways.ts';

const words = part(referenceWords);
const section = (rfc: string): string => {
  const [number = '', at = ''] = rfc.split('#');
  return words.rfc(number, at);
};
const titleOf = (protocol: string): string => readerOf(protocol)?.title ?? protocol;
const addressOf = ({ id }: Entry): string => `/reference/${id}`;

function Row({ entry }: { entry: Entry }) {
  const { declared } = useMessages();
  const name = entry.kind === 'command' ? entry.verb.verb : entry.extension.keyword;
  const summary = entry.kind === 'command' ? entry.verb.summary : entry.extension.summary;
  return (
    <li className="border-t border-line">
      <Link href={addressOf(entry)} className="group block py-2 hover:bg-raised">
        <span className="flex items-baseline justify-between gap-3">
          <b
            className={`mono text-wire font-[600] ${entry.kind === 'command' ? 'text-client' : 'text-server'}`}
            translate="no"
            data-wire=""
          >
            {name}
          </b>
          <span className="text-tiny text-faint" translate="no" data-wire="">
            {titleOf(entry.protocol)}
          </span>
        </span>
        <span className="block text-small text-soft">{declared(summary)}</span>
      </Link>
    </li>
  );
}
const MOST = 60;
/** All entries, or those that fit what is asked for. */
function Index({ all }: { all: readonly Entry[] }) {
  const [query, ask] = useState('');
  const wanted = useDeferredValue(query);
  const found = useMemo(() => search(all, wanted), [all, wanted]);
  return (
    <>
      <div className="relative">
        <Search
          className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-faint"
          strokeWidth={1.8}
          aria-hidden="true"
        />
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          onChange={(event) => ask(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          className="h-9 w-full rounded-control border border-edge bg-ground pr-2 pl-8.5 text-body placeholder:text-faint"
        />
      </div>
      <p role="status" className="text-small text-soft">
        {found.length === 0 ? words.nothing : words.found(found.length)}
      </p>
      <ul aria-label={words.commands}>
        {found.slice(0, MOST).map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </ul>
      {found.length > MOST && <p className="text-small text-soft">{words.more(found.length - MOST)}</p>}
    </>
  );
}
interface Told {
  readonly trigger: string;
  readonly outcome: string;
  readonly when: string;
  readonly says: string | undefined;
  readonly to: readonly string[];
  readonly rfc: string | undefined;
}
const ofVerb = ({ verb, outcomes }: HelpVerb): readonly Told[] =>
  outcomes.map(({ name, when, says, to, rfc }) => ({ trigger: verb, outcome: name, when, says, to, rfc }));

function Outcomes({ protocol, all }: { protocol: string; all: readonly Told[] }) {
  const { declared } = useMessages();
  const leads = (to: readonly string[]): string =>
    to
      .map((state) =>
        state === 'same'
          ? words.stays
          : state === 'closed'
            ? words.closes
            : declared(stateTitle(protocol, state)),
      )
      .join(' / ');
  return (
    <section aria-label={words.outcomes}>
      <h4 className="mb-1 text-small text-soft">{words.outcomes}</h4>
      <ul>
        {all.map(({ trigger, outcome, when, says, to, rfc }) => (
          <li
            key={`${trigger} ${outcome}`}
            className="grid gap-0.5 border-t border-line py-2"
            data-outcome={outcome}
          >
            <p
              className={`mono text-small wrap-anywhere ${isRefusing(protocol, { trigger, outcome }) ? 'text-refusal' : 'text-server'}`}
              translate="no"
              data-wire=""
            >
              {says === undefined ? `(${words.silent})` : `‹ ${says.split('\n')[0] ?? ''}`}
            </p>
            <p className="text-small text-soft">{declared(when)}</p>
            <p className="flex justify-between gap-3 text-tiny text-faint">
              <span>{words.leads(leads(to))}</span>
              {rfc !== undefined && <span className="mono">{section(rfc)}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
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
function Command({ protocol, verb }: { protocol: string; verb: HelpVerb }) {
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
function Extension({ entry, all }: { entry: Entry & { kind: 'extension' }; all: readonly Entry[] }) {
  const { declared } = useMessages();
  const { keyword, summary, rfc } = entry.extension;
  const brings = all.filter(
    (it) => it.kind === 'command' && it.protocol === entry.protocol && it.verb.by === keyword,
  );
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

/** The manual of every protocol here, read from what the servers run on. */
export function Reference() {
  const all = useMemo(() => entries(), []);
  const [path] = useLocation();
  const wanted = path.replace(/^\/reference\/?/, '');
  const entry = all.find(({ id }) => id.toLowerCase() === wanted.toLowerCase());
  return (
    <div className="grid content-start gap-4 px-[1.375rem] pt-[1.375rem] pb-6" data-panel="reference">
      {wanted === '' ? (
        <>
          <header>
            <p className="text-small text-faint">{words.crumb}</p>
            <h2 className="mt-0.5 text-title font-[640] tracking-[-0.018em]">{words.title}</h2>
            <p className="mt-2 text-soft">{words.intro}</p>
          </header>
          <Index all={all} />
        </>
      ) : (
        <>
          <h2 className="sr-only">{words.crumb}</h2>
          <Link
            href="/reference"
            className="inline-flex items-center gap-1.5 justify-self-start text-small text-soft hover:text-text"
          >
            <ArrowLeft className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
            {words.back}
          </Link>
          {!entry && <p className="text-soft">{words.missing}</p>}
          {entry?.kind === 'command' && <Command protocol={entry.protocol} verb={entry.verb} />}
          {entry?.kind === 'extension' && <Extension entry={entry} all={all} />}
        </>
      )}
    </div>
  );
}
