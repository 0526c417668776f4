import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { engine, seekEvent } from '../../app/engine.ts';
import { orMeanwhile } from '../../app/parts.ts';
import {
  attemptsBefore,
  choicesOf,
  talksIn,
  type Attempt,
  type Choice,
  type Talk,
} from '../../core/trace/talks.ts';
import { part } from '../messages/part.ts';
import { sidesWords } from '../messages/sides.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useScene } from '../shell/scene.ts';
import { gazes } from '../shell/useGaze.ts';
import { shortName, visible } from '../shell/words.ts';
import { chooseSession, chosenSession } from './chosen.ts';
import { readerOf } from './reader.ts';
import { useSession } from './useSession.ts';

const words = part(sidesWords, 'sides');
const section = (rfc: string): string => {
  const [number = '', at = ''] = rfc.split('#');
  return words.rfc(number, at);
};
const nameOf = ({ host, peer, protocol, over }: Talk): string => {
  const talk = words.talk(shortName(host), shortName(peer), readerOf(protocol)?.title ?? protocol);
  return over ? words.over(talk) : talk;
};
const keyOf = ({ conn, end }: Pick<Talk, 'conn' | 'end'>): string => `${conn} ${end}`;

const Line = ({ octets }: { octets: string }) => (
  <span className="mono block truncate text-tiny text-soft" title={octets} translate="no" data-wire="">
    {visible(octets)}
  </span>
);
function Decision({ choice }: { choice: Choice }) {
  const { declared } = useMessages();
  return (
    <li className="border-t border-line first:border-t-0">
      <button
        type="button"
        onClick={() => seekEvent(choice.event)}
        {...gazes(choice.event)}
        className="block w-full px-4 py-1.5 text-left hover:bg-raised"
      >
        {choice.heard !== '' && <Line octets={choice.heard} />}
        {choice.about !== '' && <span className="block text-small">{declared(choice.about)}</span>}
        <span className="text-tiny text-soft">
          {choice.when !== 'always' && <>{declared(choice.when)} </>}
          {choice.rfc !== '' && (
            <span className="mono text-tiny whitespace-nowrap text-faint" translate="no">
              {section(choice.rfc)}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
/** Where a client was sent, and why there: the first of those the DNS names, or the next after one that has not taken it. */
function Attempts({ attempts }: { attempts: readonly Attempt[] }) {
  const why = ({ preference, host, address }: Attempt, before: Attempt | undefined): string => {
    if (!before) return words.first(preference);
    if (before.address === address) return words.again(shortName(host));
    return preference < before.preference ? words.later : words.next(shortName(before.host));
  };
  return (
    <section aria-label={words.attempts} className="border-b border-line px-4 py-2">
      <h4 className="text-tiny text-soft">{words.attempts}</h4>
      <ol className="mt-1 grid gap-1.5">
        {attempts.map((it, i) => (
          <li key={it.event}>
            <p className="text-small">{why(it, attempts[i - 1])}</p>
            <button
              type="button"
              onClick={() => seekEvent(it.event)}
              {...gazes(it.event)}
              className="mono block max-w-full truncate rounded text-left text-tiny text-client hover:underline"
              translate="no"
              data-wire=""
            >
              {`${it.preference} ${it.host} [${it.address}]`}
            </button>
            {it.reply !== '' && <Line octets={it.reply} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
interface ChoicesProps {
  readonly talk: Pick<Talk, 'conn' | 'protocol'>;
  readonly event: number;
}
function Choices({ talk, event }: ChoicesProps) {
  const { trace } = engine.getState();
  const { conn, protocol } = talk;
  const [attempts, choices] = useMemo(
    () => [attemptsBefore(trace, { conn }), choicesOf(trace, { conn, protocol }, event)] as const,
    [trace, conn, protocol, event],
  );
  const list = useRef<HTMLOListElement>(null);
  const last = choices.at(-1)?.event;
  useEffect(() => {
    if (last !== undefined) list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [last]);
  return (
    <div className="max-h-[60%] shrink-0 overflow-y-auto border-b border-line bg-pane">
      {attempts.length > 0 && <Attempts attempts={attempts} />}
      {choices.length === 0 ? (
        <p className="px-4 py-2 text-small text-soft">{words.none}</p>
      ) : (
        <ol ref={list} aria-label={words.choices}>
          {choices.map((choice) => (
            <Decision key={choice.event} choice={choice} />
          ))}
        </ol>
      )}
    </div>
  );
}
/** Milliseconds. */
const AT_REST = 200;
/** Every session there was. Nobody sees the list until they open it: while time is moved it is not made anew for every moment. */
function useTalks(upTo: number): readonly Talk[] {
  const { trace } = engine.getState();
  const [reached, reach] = useState(upTo);
  const talks = useMemo(() => orMeanwhile(() => talksIn(trace, reached), []), [trace, reached]);
  const wait = talks.length > 0 ? AT_REST : 0;
  useEffect(() => {
    const timer = setTimeout(() => reach(upTo), wait);
    return () => clearTimeout(timer);
  }, [upTo, wait]);
  return talks;
}
/** Of many sessions the latest, until somebody comes near the list. */
const LATEST = 50;
/** Whose states are drawn: the server's one types at, or anybody's else, a client's sent out by a queue too; and what it has decided. */
export function Sides() {
  const scene = useScene();
  const chosen = useStore(chosenSession, (s) => s.session);
  const session = useSession(scene);
  const [explains, explain] = useState(false);
  const [all, listAll] = useState(false);
  const { trace } = engine.getState();
  const talks = useTalks(scene.event);
  const begun = trace.length > 0;
  useEffect(() => {
    if (!begun) chooseSession(null); // another world: nobody of the last one is here
  }, [begun]);
  if (talks.length === 0) return null;
  const value = chosen ? keyOf(chosen) : '';
  const listed = all ? talks : talks.slice(-LATEST);
  const early = talks.find((it) => keyOf(it) === value);
  return (
    <>
      <div className="flex shrink-0 items-center gap-2 px-4 pt-2 pb-1.5">
        <select
          aria-label={words.label}
          value={value}
          onPointerEnter={() => listAll(true)}
          onFocus={() => listAll(true)}
          onBlur={() => listAll(false)}
          onChange={(event) => chooseSession(talks.find((it) => keyOf(it) === event.target.value) ?? null)}
          className="h-7 min-w-0 flex-1 truncate rounded-control border border-edge bg-ground px-1.5 text-small"
        >
          <option value="">{words.front}</option>
          {chosen && !listed.some((it) => keyOf(it) === value) && (
            <option value={value}>{early ? nameOf(early) : shortName(chosen.host)}</option>
          )}
          {listed.toReversed().map((it) => (
            <option key={keyOf(it)} value={keyOf(it)}>
              {nameOf(it)}
            </option>
          ))}
        </select>
        <button
          type="button"
          aria-expanded={explains}
          onClick={() => explain(!explains)}
          className="h-7 shrink-0 rounded-control border border-edge px-2 text-small text-soft hover:text-text aria-expanded:bg-raised aria-expanded:text-text"
        >
          {words.why}
        </button>
      </div>
      {explains && session && session.conn !== 0 && <Choices talk={session} event={scene.event} />}
    </>
  );
}
