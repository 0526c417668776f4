import { Timer } from 'lucide-react';
import { seekEvent } from '../../app/engine.ts';
import { useMessages } from '../messages/useMessages.ts';
import { gazes, useLooked } from '../shell/useGaze.ts';
import type { Done as Move } from './done.ts';
import { verbsIn } from './fit.ts';
import type { SpineState } from './spine.ts';

interface StateProps {
  readonly state: SpineState;
  readonly now: boolean;
  readonly refused: boolean;
  readonly verbs: readonly string[];
  /** What was just done here, and its place in the trace; -1: nothing was. */
  readonly done: Move | undefined;
  readonly at: number;
  readonly pick: (verb: string) => void;
  readonly point: (verb: string, to?: string) => void;
}
/** The edge that led here; of one that is pointed at, wherever it leads. */
function Done({
  now,
  refused,
  verbs,
  done,
  at,
}: Pick<StateProps, 'now' | 'refused' | 'verbs' | 'done' | 'at'>) {
  const looked = useLooked(at);
  const { declared } = useMessages();
  if (!done || (!now && !looked)) return null;
  const { verb } = done;
  // it stands there already, and would move from under the pointer
  if (verbs.includes(verb)) return null;
  const when = done.when === '' ? '' : declared(done.when);
  if (verb === '' && when === '') return null;
  return (
    <button
      type="button"
      onClick={() => at >= 0 && seekEvent(at)}
      {...gazes(at)}
      data-looked={looked ? '' : undefined}
      title={when}
      className={`max-w-full rounded px-1 ${looked ? 'underline underline-offset-2' : ''} line-clamp-2 text-tiny leading-3 text-balance wrap-anywhere ${refused ? 'text-refusal' : 'text-client'}`}
    >
      <span className="mono" translate="no" data-wire="">
        {verb}
      </span>
      {verb !== '' && when !== '' && ' · '}
      {when}
    </button>
  );
}
/** A command that leads here; where it has before, that passage is what it stands for in the other panels. */
function Verb({
  verb,
  state,
  looked,
  pick,
  point,
}: Pick<StateProps, 'pick' | 'point'> & {
  readonly verb: string;
  readonly state: string;
  readonly looked: boolean;
}) {
  const look = (): void => point(verb, state);
  const leave = (): void => point('');
  return (
    <button
      type="button"
      onClick={() => pick(verb)}
      onPointerEnter={look}
      onPointerLeave={leave}
      onFocus={look}
      onBlur={leave}
      data-looked={looked ? '' : undefined}
      className={`rounded px-1 hover:underline ${looked ? 'underline underline-offset-2' : ''}`}
    >
      {verb}
    </button>
  );
}
/** A state in the drawing: its title, what was just done there, and what leads to it. */
export function State({ state, now, refused, verbs, done, at, pick, point }: StateProps) {
  const passed = useLooked(at);
  const leading = state.side ? [] : verbsIn(verbs, state.w);
  const { declared } = useMessages();
  const tone = refused
    ? 'border-refusal bg-refusal-glow'
    : now
      ? 'border-client bg-client-glow'
      : 'border-line bg-raised';
  return (
    <li
      aria-current={now ? 'step' : undefined}
      style={{
        left: `${state.x / 16}rem`,
        width: `${state.w / 16}rem`,
        top: `${state.y / 16}rem`,
        // what was just done there may take a line more: the box grows into what is between it and the next
        minHeight: `${state.h / 16}rem`,
      }}
      className={`absolute flex flex-col items-center justify-center rounded-[0.625rem] border transition-colors duration-300 ${now ? 'z-1' : ''} ${tone}`}
    >
      <span
        className={`max-w-full text-center text-balance wrap-anywhere ${state.timed && now ? 'px-3' : 'px-1'} ${state.side ? 'text-tiny leading-3' : 'text-small leading-3.5'} ${now ? 'font-[600]' : 'text-soft'}`}
      >
        {declared(state.title)}
      </span>
      {state.timed && now && (
        <Timer className="absolute top-0.5 right-0.5 size-2.5 text-time" strokeWidth={2} aria-hidden="true" />
      )}
      {!state.side && <Done {...{ now, refused, done, at }} verbs={leading} />}
      {leading.length > 0 && (
        <span className="mono flex px-1 text-tiny leading-4 text-client" translate="no" data-wire="">
          {leading.map((verb) => (
            <Verb
              key={verb}
              verb={verb}
              state={state.name}
              looked={passed && done?.verb === verb}
              pick={pick}
              point={point}
            />
          ))}
        </span>
      )}
    </li>
  );
}
