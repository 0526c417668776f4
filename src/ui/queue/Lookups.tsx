import { useMemo } from 'react';
import { engine, epochOf, seekEvent, worldNow } from '../../app/engine.ts';
import { dataOf } from '../../app/changes.ts';
import { useEngine } from '../../app/useEngine.ts';
import type { Answer } from '../../core/base/dns.ts';
import type { Dns } from '../../core/trace/event.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useAside } from '../shell/follow.ts';
import { useScene } from '../shell/scene.ts';
import { gazes, useLooked } from '../shell/useGaze.ts';
import { clockText, shortName, spanText } from '../shell/words.ts';
import { words } from './words.ts';

const SHOWN = 80;
const plain = (name: string): string => (name === '.' ? name : name.replace(/\.$/, ''));
const answerText = ({ status, records }: Answer): string =>
  status === 'ok' ? records.map(dataOf).join(', ') : status.toUpperCase();

/** What each resolver remembers, and for how long yet. */
function Caches() {
  const scene = useScene();
  const messages = useMessages();
  const entries = useMemo(() => {
    const world = worldNow(engine.getState());
    const now = world?.now ?? 0;
    return Object.values(world?.hosts ?? {}).flatMap(({ id, dnsCache }) =>
      Object.entries(dnsCache)
        .filter(([, { until }]) => until > now)
        .map(([key, kept]) => ({ host: id, key, kept, left: kept.until - now })),
    );
    // oxlint-disable-next-line react/exhaustive-deps -- the scene is what says that the moment is another
  }, [scene]);
  const hosts = [...new Set(entries.map(({ host }) => host))];
  return (
    <section aria-label={words.caches} className="px-4 pt-3">
      <h3 className="text-small text-soft">{words.caches}</h3>
      {hosts.length === 0 && <p className="border-t border-line py-2 text-soft">{words.noCache}</p>}
      {hosts.map((host) => (
        <div key={host} className="border-t border-line py-2">
          <h4 className="text-small font-[600]" translate="no" data-wire="">
            {shortName(host)}
          </h4>
          <ul>
            {entries
              .filter((it) => it.host === host)
              .map(({ key, kept, left }) => (
                <li key={key} className="mt-1" data-cached={key}>
                  <p className="mono flex justify-between gap-3 text-tiny" translate="no" data-wire="">
                    <span className="min-w-0 truncate">{plain(key)}</span>
                    <span className="shrink-0 text-time">{spanText(left, messages)}</span>
                  </p>
                  <p className="mono truncate text-tiny text-soft" translate="no" data-wire="">
                    {answerText(kept.answer)}
                  </p>
                  <div className="mt-0.5 h-0.5 rounded-full bg-line" aria-hidden="true">
                    <div
                      className="h-full rounded-full bg-time"
                      style={{ width: `${(left / Math.max(1, kept.until - kept.since)) * 100}%` }}
                    />
                  </div>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
function Lookup({ event, index }: { event: Dns; index: number }) {
  const epoch = useEngine(epochOf);
  const looked = useLooked(index);
  const aside = useAside(index);
  const { host, question, answer, at } = event;
  const bad = answer !== null && answer.status !== 'ok' && answer.status !== 'nodata';
  return (
    <li className={aside ? 'opacity-40' : ''}>
      <button
        type="button"
        onClick={() => seekEvent(index)}
        {...gazes(index)}
        className={`block w-full rounded-control border-t border-line py-1.5 text-left hover:bg-raised ${looked ? 'bg-raised' : ''}`}
      >
        <span className="mono flex justify-between gap-3 text-tiny" translate="no" data-wire="">
          <span className="min-w-0 truncate">
            <b className="font-[600]">{question.type}</b> {plain(question.name)}
          </span>
          <span className="shrink-0 text-time">{clockText(epoch, at).slice(0, 8)}</span>
        </span>
        <span className="flex justify-between gap-3 text-tiny">
          <span
            className={`mono min-w-0 truncate ${bad ? 'text-refusal' : 'text-server'}`}
            translate="no"
            data-wire=""
          >
            {answer ? answerText(answer) : words.asking}
          </span>
          <span className="shrink-0 text-faint">
            <span translate="no" data-wire="">
              {shortName(host)}
            </span>
            {answer?.cached === true && ` · ${words.cached}`}
          </span>
        </span>
      </button>
    </li>
  );
}
/** What was asked of the DNS so far, the latest first. */
export function Lookups() {
  const scene = useScene();
  const asked = useMemo(() => {
    const { trace } = engine.getState();
    const all = trace
      .slice(0, scene.event + 1)
      .flatMap((event, index) => (event.type === 'dns' ? [{ event, index }] : []));
    const open = all.at(-1);
    // a question is shown with its answer; the one that is out, by itself
    return all
      .filter((it) => it.event.phase === 'answer' || it === open)
      .slice(-SHOWN)
      .toReversed();
  }, [scene]);
  return (
    <>
      <Caches />
      <section aria-label={words.lookups} className="px-4 pt-4 pb-4">
        <h3 className="text-small text-soft">{words.lookups}</h3>
        {asked.length === 0 && <p className="border-t border-line py-2 text-soft">{words.noLookups}</p>}
        <ol>
          {asked.map(({ event, index }) => (
            <Lookup key={index} event={event} index={index} />
          ))}
        </ol>
      </section>
    </>
  );
}
