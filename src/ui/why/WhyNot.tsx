import { ChevronsUpDown, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Link } from '../shell/route.tsx';
import { engine, undo } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { refusalsNow, whyAt } from '../../app/why.ts';
import type { Belief } from '../../core/trace/beliefs.ts';
import type { WhyNot } from '../../core/trace/why-not.ts';
import { consoleModel } from '../console/model.ts';
import { part } from '../messages/part.ts';
import { useMessages } from '../messages/useMessages.ts';
import { whyWords } from '../messages/why.ts';
import { consoleField } from '../shell/focus.ts';
import { gaze } from '../shell/gaze.ts';
import { useScene } from '../shell/scene.ts';
import { gazes } from '../shell/useGaze.ts';
import { visible } from '../shell/words.ts';
import { words as world } from '../world/words.ts';
import { pointedAt } from './pointed.ts';

const words = part(whyWords, 'why');
const section = (rfc: string): string => {
  const [number = '', at = ''] = rfc.split('#');
  return words.rfc(number, at);
};

const NONE: readonly number[] = [];
interface Chosen {
  readonly why: WhyNot | undefined;
  /** All that share its send, as indices in the trace. */
  readonly among: readonly number[];
  readonly choose: (event: number) => void;
}
/** The refusal at the moment on screen, on the connection of this console: of several the one last pointed at, else the latest. */
function useWhy(console: string): Chosen {
  const scene = useScene();
  const parts = useEngine((s) => s.parts);
  const conn = scene.conns.findLast((c) => c.console === console)?.id;
  const among = useMemo(
    () =>
      parts >= 0 && conn !== undefined ? refusalsNow(engine.getState().trace, scene.event + 1, conn) : NONE,
    [scene, conn, parts],
  );
  const [chosen, choose] = useState(-1);
  useEffect(
    () =>
      gaze.subscribe(({ event, line }) => {
        const pointed = pointedAt(engine.getState().trace, among, event, line);
        if (pointed !== undefined) choose(pointed);
      }),
    [among],
  );
  const index = among.includes(chosen) ? chosen : among.at(-1);
  const why = useMemo(
    () => (parts >= 0 && index !== undefined ? whyAt(engine.getState(), index) : undefined),
    [index, parts],
  );
  return { why, among, choose };
}
/** Something the server believes: a value of the world in words of ours. */
function Believed({ belief }: { belief: Belief }) {
  const { declared } = useMessages();
  const said =
    belief.what === 'switch'
      ? words.switch(world.switch[belief.name].name, belief.value)
      : belief.what === 'state' || belief.what === 'closed'
        ? words.topics[belief.what](declared(belief.value))
        : words.topics[belief.what](visible(belief.value));
  return (
    <li
      className={`not-group-hover/why:not-group-focus-within/why:shrink-0 rounded-[0.625rem] border px-2 text-tiny leading-[1.125rem] ${belief.what === 'state' ? 'border-server text-server' : 'border-line text-soft'}`}
      data-belief={belief.what}
    >
      {said}
    </li>
  );
}
const RULE = 'mono shrink-0 text-small whitespace-nowrap text-faint';
/** Leads to the command in the manual, where what was refused is one that stands there. */
function Rule({ why: { protocol, verb, rfc } }: { why: WhyNot }) {
  if (verb === '') return <span className={RULE}>{section(rfc)}</span>;
  return (
    <Link
      href={`/reference/${protocol}/${encodeURIComponent(verb)}`}
      className={`${RULE} underline decoration-line underline-offset-4 hover:text-text`}
    >
      {section(rfc)}
    </Link>
  );
}
function Card({ why, among, choose, console }: Chosen & { why: WhyNot; console: string }) {
  const { declared } = useMessages();
  const model = consoleModel(console);
  const nth = among.indexOf(why.event);
  const ways = why.ways.map((way) => way.join(words.then)).join(words.or);
  const take = (verb: string): void => {
    const line = `${why.begins}${verb} `;
    model.replace(line, line.length);
    // a finger has had it away from the line
    consoleField()?.focus();
  };
  return (
    <section
      aria-label={words.label}
      // a finger does not hover: a tap on it opens the rest
      tabIndex={-1}
      data-why={`${why.protocol}/${why.trigger}/${why.outcome}`}
      className="group/why absolute inset-x-0 bottom-0 z-10 flex max-h-full min-h-full flex-col gap-1 [@media(min-width:700px)_and_(max-height:560px)]:gap-2.5 overflow-hidden border-line bg-pane px-4.5 py-2 hover:max-h-80 hover:overflow-y-auto hover:border-t focus-within:max-h-80 focus-within:overflow-y-auto focus-within:border-t short:py-1"
      {...gazes(why.event)}
    >
      <p className="flex items-baseline gap-x-3 not-short:@max-xs:flex-wrap">
        <span className="min-w-0 flex-1 text-refusal not-group-hover/why:not-group-focus-within/why:truncate not-short:@max-xs:basis-[calc(100%-2.25rem)] not-short:@max-xs:whitespace-normal!">
          {(why.hungUp ? words.hungUp : words.no)(declared(why.when))}
          {ways !== '' && <span className="text-small text-soft"> {words.first(ways)}</span>}
        </span>
        <button
          type="button"
          aria-label={words.all}
          title={words.all}
          // whoever has it opens the card
          onClick={({ currentTarget }) => currentTarget.focus()}
          className="order-1 not-short:@max-xs:order-none -my-1 grid size-6 shrink-0 place-items-center self-center rounded-control text-soft hover:text-text"
        >
          <ChevronsUpDown className="size-3.5" strokeWidth={2} aria-hidden="true" />
        </button>
        {why.rfc !== '' && <Rule why={why} />}
        {among.length > 1 && (
          <button
            type="button"
            aria-label={`${words.nth(nth + 1, among.length)}. ${words.next}`}
            title={words.next}
            onClick={() => choose(among.at(nth - 1) ?? -1)}
            className="mono -my-1 shrink-0 self-center rounded-control border border-line px-1.5 text-tiny leading-5 text-soft touch:min-h-6 hover:border-edge hover:text-text"
          >
            {nth + 1}/{among.length}
          </button>
        )}
      </p>
      <div className={ROW}>
        <h2 className="shrink-0 text-small text-soft">{words.believes}</h2>
        <ul className="contents">
          {why.beliefs.map((belief, i) => (
            <Believed key={i} belief={belief} />
          ))}
        </ul>
      </div>
      <div className={ROW}>
        <h2 className="shrink-0 text-small text-soft">{words.legal}</h2>
        {why.legal.length === 0 && (
          <span className="text-small text-soft">
            {why.beliefs.some(({ what }) => what === 'closed') ? words.none : words.rest}
          </span>
        )}
        {why.legal.map(({ verb }) => (
          <button
            key={verb}
            type="button"
            tabIndex={-1}
            aria-label={words.take(verb)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(verb)}
            className="mono shrink-0 rounded-control border border-line px-1.5 touch:py-0.5 text-small text-soft hover:border-edge hover:text-text"
          >
            <span translate="no" data-wire="">
              {verb}
            </span>
          </button>
        ))}
        <button
          type="button"
          onClick={undo}
          className="sticky right-0 ml-auto inline-flex shrink-0 items-center self-stretch gap-1 bg-pane pl-2 text-small text-soft hover:text-text"
        >
          <Undo2 className="size-3" strokeWidth={2} aria-hidden="true" />
          {words.undo}
        </button>
      </div>
    </section>
  );
}
/** One line of it; all of it where somebody points or works by keys. */
const ROW =
  'flex shrink-0 items-baseline gap-1.5 not-group-hover/why:not-group-focus-within/why:overflow-hidden group-hover/why:flex-wrap group-focus-within/why:flex-wrap';
/** Every refusal explains itself: what the server believes, the rule, what is legal now. */
export function WhyNotCard() {
  const console = useEngine((s) => s.console);
  const { why, among, choose } = useWhy(console);
  // one card for all that share a send: who has its buttons keeps them
  return why ? <Card key={among.join()} why={why} among={among} choose={choose} console={console} /> : null;
}
