import { Lock } from 'lucide-react';
import type { CSSProperties } from 'react';
import { chooseSession } from '../machine/chosen.ts';
import { stateTitle } from '../machine/reader.ts';
import { grouped } from '../messages/grouped.ts';
import { useMessages } from '../messages/useMessages.ts';
import { afterReply } from '../shell/later.tsx';
import { showPanel } from '../shell/settings.ts';
import { boxName, shortName } from '../shell/words.ts';
import type { SceneHost, SceneLookup, SceneMailbox, SceneSession } from '../../core/trace/scene-types.ts';
import { isClose, isIdle, namedConsoles, type Place } from './layout.ts';

// a machine's ports stand on its card once somebody talks to it
const Services = afterReply(async () => (await import('./Services.tsx')).Services);
const Name = afterReply(
  async () => (await import('./Name.tsx')).Name,
  ({ host }: { readonly host: SceneHost; readonly tight: boolean }) => (
    <h3 className="truncate text-wire leading-[1.125rem] font-[600]" translate="no" data-wire="">
      {shortName(host.id)}
    </h3>
  ),
);
const Peculiar = afterReply(async () => (await import('./Peculiar.tsx')).Peculiar);

export const at = ({ x, y, w, h }: Place): CSSProperties => ({
  left: `${x / 16}rem`,
  top: `${y / 16}rem`,
  width: `${w / 16}rem`,
  height: `${h / 16}rem`,
});

function State({ session }: { session: SceneSession }) {
  const { machine, declared } = useMessages();
  const { state, protocol, fresh, refusal } = session;
  const tone =
    refusal && fresh ? 'bg-refusal-glow text-refusal' : fresh ? 'bg-server-glow text-server' : 'text-server';
  return (
    <button
      type="button"
      onClick={() => {
        chooseSession(session);
        showPanel('machine');
      }}
      className={`relative -mx-1.5 block w-[calc(100%+0.75rem)] truncate rounded-control px-1.5 py-1 text-left text-tiny transition-colors duration-300 hover:bg-server-glow ${tone}`}
    >
      {state === '' ? machine.idle : declared(stateTitle(protocol, state))}
    </button>
  );
}

interface HostProps {
  readonly host: SceneHost;
  readonly sessions: readonly SceneSession[];
  /** Sessions there that are not among these. */
  readonly more: number;
  readonly place: Place;
  readonly looked: boolean;
}
/** A machine: its name, where it is, what it offers, and where each of its sessions stands. */
export function HostCard({ host, sessions, more, place, looked }: HostProps) {
  const { network } = useMessages();
  const { tight } = place;
  const named = namedConsoles(host, tight);
  const others = host.consoles.length - named.length;
  const server = host.role === 'server';
  const lit = host.lit || looked;
  const edge = server ? 'border-server' : 'border-client';
  return (
    <li
      style={at(place)}
      // words on their way come out from under it
      className={`absolute z-1 flex flex-col has-data-all:z-2 has-data-all:h-auto! rounded-thing border bg-raised ${tight ? 'py-1' : 'pt-1.5 pb-2'} transition-colors duration-300 ${lit ? edge : 'border-edge'} ${isClose(place) ? 'px-2' : 'px-3.5'}`}
    >
      <Name host={host} tight={tight ?? false} />
      {!tight && (
        <p className="mono truncate text-tiny text-soft" translate="no" data-wire="">
          {host.address}
        </p>
      )}
      {isIdle(host, sessions.length) || (tight && server) ? null : server ? (
        <Services services={host.services} room={place.w - (isClose(place) ? 18 : 30)} />
      ) : (
        named.map((id) => (
          <p key={id} className="mono truncate text-tiny text-client" translate="no" data-wire="">
            {id}
            {host.listeners.flatMap(({ console, port }) => (console === id ? ` :${port}` : []))}
          </p>
        ))
      )}
      {sessions.map((session) => (
        <State key={`${session.conn} ${session.end}`} session={session} />
      ))}
      {more + others > 0 && (
        <p className="truncate text-tiny leading-4 text-soft">{network.more(more + others)}</p>
      )}
      <Peculiar host={host.id} />
    </li>
  );
}

interface AskedProps {
  readonly lookup: SceneLookup;
  readonly place: Place;
  /** It stands below a machine: words on their way pass beside it, and their small print behind it. */
  readonly below: boolean;
}
/** Who is asked for names, and the latest question or answer. */
export function AskedCard({ lookup, place, below }: AskedProps) {
  const { network } = useMessages();
  const { asked, text, fresh, refused } = lookup;
  return (
    <li
      style={at(place)}
      className={`absolute ${below ? 'z-1' : ''} flex flex-col justify-center rounded-[0.6875rem] border border-dashed bg-raised transition-colors duration-300 ${fresh ? 'border-server' : 'border-edge'} ${place.w < 80 ? 'px-1.5' : 'px-2.5'}`}
    >
      <h3 className="truncate text-small leading-[0.9375rem] font-[600]" translate="no" data-wire="">
        {asked}
      </h3>
      {fresh ? (
        <p
          className={`mono truncate text-tiny leading-[0.8125rem] ${refused ? 'text-refusal' : 'text-server'}`}
          title={text}
          translate="no"
          data-wire=""
        >
          {text}
        </p>
      ) : (
        <p className="truncate text-tiny leading-[0.8125rem] text-soft">{network.knowsNames}</p>
      )}
    </li>
  );
}

const MANY = 1000;
/** Of a thousand and more the number is all there is room for, and says enough beside the others. */
function Letters({ n }: { n: number }) {
  const { network } = useMessages();
  const whole = network.letters(n);
  if (n < MANY) return whole;
  return (
    <span title={whole}>
      <span aria-hidden="true">{grouped(n)}</span>
      <span className="sr-only">{whole}</span>
    </span>
  );
}
/** A mailbox beside its server: whose, how many letters, who holds it. */
export function BoxCard({ box, place }: { box: SceneMailbox; place: Place }) {
  const { network } = useMessages();
  const { fresh } = box;
  const marked = box.marked.size;
  const held = box.lockedBy !== 0;
  return (
    <li style={at(place)} className="absolute">
      <button
        type="button"
        onClick={() => showPanel('mailboxes')}
        className={`flex size-full flex-col justify-center rounded-[0.6875rem] border bg-raised px-2.5 text-left transition-colors duration-300 hover:border-soft ${fresh || held ? 'border-server' : 'border-line'}`}
      >
        <span className="flex w-full items-center justify-between text-small leading-[0.9375rem] font-[600]">
          <span className="truncate" title={boxName(box.name)} translate="no" data-wire="">
            {boxName(box.name)}
          </span>
          {held && (
            <Lock className="size-3 shrink-0 text-server" strokeWidth={2.2} aria-label={network.locked} />
          )}
        </span>
        <span
          className={`truncate text-tiny leading-[0.8125rem] ${marked > 0 ? 'text-refusal' : 'text-soft'}`}
        >
          {marked > 0 ? network.marked(marked) : <Letters n={box.box.rows.length} />}
        </span>
      </button>
    </li>
  );
}
