import { useEffect, useMemo, useState } from 'react';
import { engine } from '../../app/engine.ts';
import { withFrame } from '../../app/frame.ts';
import { useEngine } from '../../app/useEngine.ts';
import type { Diagram } from '../../core/spec/describe.ts';
import type { SceneSession, TakenEdge } from '../../core/trace/scene-types.ts';
import { part } from '../messages/part.ts';
import { sidesWords } from '../messages/sides.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useArrived } from '../shell/arrived.ts';
import { whenShown } from '../shell/later.tsx';
import { useGaze } from '../shell/useGaze.ts';
import { lookAt } from '../shell/gaze.ts';
import { useScene } from '../shell/scene.ts';
import { useSize } from '../shell/useSize.ts';
import { Arcs } from './Arcs.tsx';
import { Legal } from './Legal.tsx';
import { doneBy } from './done.ts';
import { isRefusing, outcomesOf, verbsTo } from './moves.ts';
import { reason } from './reason.ts';
import { edgeOf, latestMove, outcomeFor, passageOf, readerOf } from './reader.ts';
import { Sides } from './Sides.tsx';
import { spineOf } from './spine.ts';
import { State } from './State.tsx';
import { useLegal, useOwed, useSession } from './useSession.ts';

const m = part(sidesWords, 'sides');
const Outcomes = whenShown(async () => (await import('./Outcomes.tsx')).Outcomes);

/** The edge to show: of what is pointed at, else the session's latest. */
function useEdge(session: SceneSession): {
  readonly edge: TakenEdge | null;
  readonly moment: string;
  readonly at: number;
} {
  const looked = useGaze();
  const { event } = useScene();
  const { trace } = engine.getState();
  const pointed = looked >= 0 ? outcomeFor(trace, looked, session) : undefined;
  const at = latestMove(trace, event, session);
  if (pointed) return { edge: edgeOf(pointed), moment: `look ${pointed.id}`, at: trace.indexOf(pointed) };
  const { edge } = session;
  return {
    edge,
    at,
    moment: edge ? `${session.conn} ${Object.values(edge).join(' ')} ${session.fresh}` : '',
  };
}

function Drawing({ session, diagram }: { session: SceneSession; diagram: Diagram }) {
  const messages = useMessages();
  const { machine, declared } = messages;
  const scene = useScene();
  const verbs = useLegal(session, scene);
  const owed = useOwed(session, scene);
  const { ref, size, unit } = useSize<HTMLDivElement>();
  const [picked, pick] = useState('');
  const [pointed, setPointed] = useState('');
  const { edge, moment, at } = useEdge(session);
  const point = (verb: string, to = ''): void => {
    setPointed(verb);
    lookAt(to === '' ? -1 : passageOf(engine.getState().trace, scene.event, session, verb, to));
  };
  const spine = useMemo(
    () => spineOf(diagram, size.width, size.height, declared),
    [diagram, size.width, size.height, declared],
  );
  const { protocol, state: here } = session;
  const moves = outcomesOf(diagram, here, picked);
  const waiting = verbs.find(({ verb, why }) => verb === picked && why);
  const legal = useMemo(() => new Set(verbs.filter((v) => !v.why).map((v) => v.verb)), [verbs]);
  const top = spine.states.find((s) => s.name === here)?.y ?? 0;
  const overflows = spine.height > size.height;
  useEffect(() => {
    // the state that matters is always to be seen
    return withFrame(() => {
      if (overflows)
        ref.current?.scrollTo({
          top: (top - size.height / 2) * unit,
          behavior: engine.getState().reduced ? 'auto' : 'smooth',
        });
    });
  }, [ref, top, overflows, size.height, unit]);
  const known = diagram.states.find((s) => s.name === here);
  const title = known ? declared(known.title) : machine.idle;
  const refused = edge !== null && session.fresh && isRefusing(protocol, edge);
  return (
    <>
      <div
        ref={ref}
        // where there is hardly any room the panel itself scrolls, and some of the drawing is always to be seen
        className="column min-h-36 flex-1 overflow-x-hidden overflow-y-auto outline-offset-[-2px]"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
        tabIndex={0}
      >
        {size.width > 0 && (
          <div className="relative" style={{ height: `${spine.height / 16}rem` }}>
            <svg
              viewBox={`0 0 ${size.width} ${spine.height}`}
              className="absolute inset-0 size-full"
              aria-hidden="true"
            >
              <Arcs
                spine={spine}
                protocol={protocol}
                here={here}
                taken={edge}
                moment={moment}
                pointed={pointed}
              />
            </svg>
            <ol aria-label={m.states(readerOf(protocol)?.title ?? protocol, title)}>
              {spine.states.map((state) => (
                <State
                  key={state.name}
                  state={state}
                  now={state.name === here}
                  refused={state.name === here && refused}
                  at={at}
                  done={edge && edge.to === state.name ? doneBy(protocol, edge) : undefined}
                  verbs={state.name === here ? [] : verbsTo(diagram, protocol, here, state.name, legal)}
                  pick={pick}
                  point={point}
                />
              ))}
            </ol>
          </div>
        )}
      </div>
      <Legal verbs={verbs} owed={owed} pick={pick} point={point} />
      {picked !== '' && (moves.length > 0 || waiting) && (
        <Outcomes
          protocol={protocol}
          trigger={picked}
          here={here}
          why={waiting ? reason(waiting) : ''}
          moves={moves}
          close={() => pick('')}
        />
      )}
    </>
  );
}

/** The protocol's own declaration, drawn: where the session stands, what it just did, what it may do next. */
export function MachinePanel() {
  const { machine, shell } = useMessages();
  const session = useSession(useScene());
  const arrived = useArrived();
  useEngine((s) => s.parts); // what has been said is drawn when the part that reads it has come
  const diagram = session && readerOf(session.protocol)?.diagram();
  return (
    <div
      className="relative flex min-h-0 flex-1 flex-col overflow-y-auto [container-type:size]"
      data-panel="machine"
    >
      <Sides />
      {session && diagram ? (
        <Drawing session={session} diagram={diagram} />
      ) : (
        <p className="p-5 text-soft">{session || !arrived ? shell.loading : machine.empty}</p>
      )}
    </div>
  );
}
