import { useMemo, useState } from 'react';
import { engine, moving } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import type { TraceEvent } from '../../core/trace/event.ts';
import type { SceneFlight } from '../../core/trace/scene-types.ts';
import type { Messages } from '../messages/en.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useGaze } from '../shell/useGaze.ts';
import { whenShown } from '../shell/later.tsx';
import { useScene } from '../shell/scene.ts';
import { useSize } from '../shell/useSize.ts';
import { Air, type Flying } from './Air.tsx';
import { capsuleOf } from './capsule.ts';
import { caption } from './caption.ts';
import { castOf } from './cast.ts';
import { AskedCard, BoxCard, HostCard } from './HostCard.tsx';
import { boxesIn, boxKey, foldedSessions, layoutOf, shownSessions } from './layout.ts';
import { flownAt, roomOf, turned } from './line.ts';
import { drawnConns, Lines, type Drawn } from './Lines.tsx';
import { parkedFlight } from './parked.ts';

const Beyond = whenShown(async () => (await import('./Beyond.tsx')).Beyond);

const travelOf = (event: TraceEvent | undefined, { network }: Messages): string =>
  event && 'arrives' in event ? network.travel(String(Math.round((event.arrives - event.at) / 1000))) : '';

function flyingOf(
  flights: readonly SceneFlight[],
  drawn: readonly Drawn[],
  messages: Messages,
  still: boolean,
): readonly Flying[] {
  const { trace } = engine.getState();
  const lines = new Map(drawn.map(({ conn, line }) => [conn.id, line]));
  return flights.flatMap((flight): Flying[] => {
    const found = lines.get(flight.conn);
    if (!found) return [];
    const line = flight.dir === 'a>b' ? found : turned(found);
    const capsule = capsuleOf(flight, messages, travelOf(trace[flight.event], messages), roomOf(line));
    const at: Flying['at'] = (t) => flownAt(line, t, still ? capsule.span : capsule.width, still);
    return [{ flight, capsule, at }];
  });
}

/** Machines, lines, and the words on their way. */
export function Network() {
  const messages = useMessages();
  const scene = useScene();
  const { ref, size, unit } = useSize<HTMLDivElement>();
  const reduced = useEngine((s) => s.reduced);
  const looked = useGaze();
  const [all, showAll] = useState(false);
  const cast = useMemo(() => castOf(scene, all, boxesIn(size.height)), [scene, all, size.height]);
  const { hosts, mailboxes, folded } = cast;
  const { sessions, links, lookups } = scene;
  const layout = useMemo(
    () => layoutOf({ hosts, sessions, mailboxes, links, lookups }, size.width, size.height),
    [hosts, sessions, mailboxes, links, lookups, size.width, size.height],
  );
  const drawn = useMemo(() => drawnConns(scene, layout), [scene, layout]);
  const parked = parkedFlight(scene, looked, reduced);
  const still = useEngine((s) => !moving(s));
  const flying = flyingOf(parked ? [parked] : scene.flights, drawn, messages, still);
  const near = new Set(parked ? [parked.from, parked.to] : []);
  const busy = parked ? [parked.from, parked.to] : hosts.flatMap(({ id, lit }) => (lit ? [id] : []));
  const open = scene.conns.filter((c) => c.phase === 'open').length;
  const frame = { viewBox: `0 0 ${size.width || 1} ${layout.height || 1}`, 'aria-hidden': true } as const;
  const style = { height: `${layout.height / 16}rem` };
  return (
    <section
      aria-label={messages.network.title}
      data-panel="network"
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-pane contain-content"
    >
      <h2 className="flex h-8 shrink-0 items-end px-5 text-small text-soft">{messages.network.title}</h2>
      <div className="relative flex min-h-0 flex-1 flex-col">
        <div
          ref={ref}
          className="relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto outline-offset-[-2px] data-beyond:pb-7"
          data-beyond={layout.height > size.height ? '' : undefined}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
          tabIndex={layout.height > size.height ? 0 : undefined}
        >
          {size.width > 0 && (
            <>
              <svg {...frame} className="absolute inset-x-0 top-0 w-full" style={style}>
                <Lines scene={scene} cast={cast} layout={layout} drawn={drawn} />
              </svg>
              <ul
                aria-label={messages.network.summary(scene.hosts.length, open)}
                style={style}
                className="relative"
              >
                {hosts.map((host) => {
                  const place = layout.hosts.get(host.id);
                  const own = shownSessions(sessions, host.id);
                  return (
                    place && (
                      <HostCard
                        key={host.id}
                        host={host}
                        sessions={own}
                        more={foldedSessions(sessions, host.id)}
                        place={place}
                        looked={near.has(host.id)}
                      />
                    )
                  );
                })}
                {mailboxes.map((box) => {
                  const place = layout.boxes.get(boxKey(box));
                  return place && <BoxCard key={boxKey(box)} box={box} place={place} />;
                })}
                {lookups.map((lookup) => {
                  const place = layout.asked.get(lookup.asked);
                  const last = lookups.findLast(({ asked }) => asked === lookup.asked) === lookup;
                  return (
                    place &&
                    last && (
                      <AskedCard key={lookup.asked} lookup={lookup} place={place} below={layout.askedBelow} />
                    )
                  );
                })}
              </ul>
              <Air flying={flying} size={{ width: size.width, height: layout.height }} unit={unit} />
            </>
          )}
        </div>
        {layout.height > size.height && size.height > 0 && (
          <Beyond
            scroller={ref}
            layout={layout}
            high={size.height}
            unit={unit}
            busy={busy}
            narrow={size.width < 300}
          />
        )}
      </div>
      <div className="flex shrink-0 flex-wrap items-baseline justify-between gap-x-4 px-5 pt-1 pb-3 text-tiny text-faint">
        <p className="min-w-0 flex-[1_0_11rem]">{caption(scene, messages, parked)}</p>
        {(all || folded > 0) && (
          <button
            type="button"
            aria-expanded={all}
            onClick={() => showAll(!all)}
            className="min-h-6 shrink-0 rounded-control text-soft underline decoration-line underline-offset-4 hover:text-text"
          >
            {all ? messages.network.fewer : messages.network.others(folded)}
          </button>
        )}
      </div>
    </section>
  );
}
