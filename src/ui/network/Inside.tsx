import { useMemo, type ReactNode } from 'react';
import { engine, epochOf } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { pending, queuesAt, type QueuedLetter } from '../../core/trace/queues.ts';
import type { Scene, SceneConn, SceneHost } from '../../core/trace/scene-types.ts';
import { chooseSession } from '../machine/chosen.ts';
import { stateTitle } from '../machine/reader.ts';
import { insideWords as words } from '../messages/inside.ts';
import { useMessages } from '../messages/useMessages.ts';
import { closePopover } from '../shell/Popover.tsx';
import { useScene } from '../shell/scene.ts';
import { showPanel, type Panel } from '../shell/settings.ts';
import { boxName, clockText, pictured, shortName, spanText, visible } from '../shell/words.ts';

interface RowProps {
  readonly panel: Panel;
  /** What else there is to do for it to be shown. */
  readonly before?: () => void;
  readonly children: ReactNode;
}
/** One thing it has; it leads to the panel that shows it in full. */
const Row = ({ panel, before, children }: RowProps) => (
  <li>
    <button
      type="button"
      onClick={(event) => {
        closePopover(event);
        before?.();
        showPanel(panel);
      }}
      className="flex min-h-7 w-full flex-wrap items-center justify-between gap-x-3 rounded-control px-2 py-0.5 text-left text-small outline-offset-[-2px] hover:bg-raised touch:min-h-11"
    >
      {children}
    </button>
  </li>
);
const Wire = ({ children }: { children: string }) => (
  <span className="mono min-w-0 truncate text-tiny" title={children} translate="no" data-wire="">
    {children}
  </span>
);
interface PartProps {
  readonly title: string;
  /** What is said where there is none. */
  readonly none: string;
  readonly panel: Panel;
  /** How many there are, of which a few stand here. */
  readonly of: number;
  readonly children: ReactNode;
}
const FEW = 5;
function Part({ title, none, panel, of, children }: PartProps) {
  const { network } = useMessages();
  return (
    <section aria-label={title} className="border-t border-line px-2 py-1.5">
      <h4 className="px-2 text-tiny text-soft">{title}</h4>
      {of === 0 ? (
        <p className="px-2 py-0.5 text-small text-faint">{none}</p>
      ) : (
        <ul>
          {children}
          {of > FEW && (
            <Row panel={panel}>
              <span className="text-soft">{network.more(of - FEW)}</span>
            </Row>
          )}
        </ul>
      )}
    </section>
  );
}
function Letter({ letter, now }: { letter: QueuedLetter; now: number }) {
  const messages = useMessages();
  const epoch = useEngine(epochOf);
  const { to, status, until } = letter;
  const waits = status === 'waiting' && until >= 0;
  const clock = clockText(epoch, until).slice(0, 5);
  return (
    <Row panel="queue">
      <Wire>{visible(to.join(', '))}</Wire>
      <span className={waits ? 'text-tiny text-time' : 'text-tiny text-soft'}>
        {waits ? words.next(clock, spanText(Math.max(0, until - now), messages)) : words.status[status]}
      </span>
    </Row>
  );
}
const OVER = new Set(['closed', 'refused', 'reset']);
interface End {
  readonly conn: SceneConn;
  readonly end: 'a' | 'b';
}
/** The ends of connections there. */
const endsAt = ({ conns }: Scene, host: string): readonly End[] =>
  conns
    .filter(({ phase }) => !OVER.has(phase))
    .flatMap((conn) => [
      ...(conn.from === host ? [{ conn, end: 'a' } as const] : []),
      ...(conn.to === host ? [{ conn, end: 'b' } as const] : []),
    ]);
/** What a person has typed by hand has no states of its own: its server's are shown. */
function Session({ at: { conn, end }, scene }: { at: End; scene: Scene }) {
  const { machine, declared } = useMessages();
  const both = scene.sessions.filter((it) => it.conn === conn.id);
  const own = both.find((it) => it.end === end);
  const shown = own ?? both[0];
  const by = end === 'a' ? conn.console : conn.answerer;
  return (
    <Row
      panel={shown ? 'machine' : 'sequence'}
      before={() => {
        if (shown) chooseSession(shown);
      }}
    >
      {own ? (
        <span>{own.state === '' ? machine.idle : declared(stateTitle(own.protocol, own.state))}</span>
      ) : (
        <Wire>{by}</Wire>
      )}
      <Wire>
        {end === 'a' ? `→ ${shortName(conn.to)}:${conn.port}` : `:${conn.port} ← ${shortName(conn.from)}`}
      </Wire>
    </Row>
  );
}
const INBOX = '/INBOX';
/** What a machine has at this moment: letters that wait, mailboxes, sessions. */
export function Inside({ host }: { host: SceneHost }) {
  const scene = useScene();
  const { network } = useMessages();
  const { id, store } = host;
  const letters = useMemo(() => {
    const { timeline, trace } = engine.getState();
    const [start] = timeline.worlds;
    const all = start ? queuesAt(start, trace, scene.event + 1) : [];
    return pending(all.filter((letter) => letter.host === id));
  }, [scene, id]);
  const ends = endsAt(scene, id);
  // where mail arrives comes first
  const boxes = scene.mailboxes
    .filter((box) => store !== '' && box.store === store && !box.gone)
    .toSorted((a, b) => Number(b.name.endsWith(INBOX)) - Number(a.name.endsWith(INBOX)));
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 px-4 py-2 font-[560]" translate="no" data-wire="">
        {id}
        <span className="mono text-tiny font-normal text-soft">{host.address}</span>
      </p>
      <Part title={words.queue} none={words.nothing} panel="queue" of={letters.length}>
        {letters.slice(0, FEW).map((letter) => (
          <Letter key={letter.id} letter={letter} now={scene.now} />
        ))}
      </Part>
      <Part title={words.mailboxes} none={words.none} panel="mailboxes" of={boxes.length}>
        {boxes.slice(0, FEW).map(({ name, box }) => (
          <Row key={name} panel="mailboxes">
            <Wire>{pictured(boxName(name))}</Wire>
            <span className="text-tiny text-soft">{network.letters(box.rows.length)}</span>
          </Row>
        ))}
      </Part>
      <Part title={words.sessions} none={words.nobody} panel="machine" of={ends.length}>
        {ends.slice(0, FEW).map((at) => (
          <Session key={`${at.conn.id} ${at.end}`} at={at} scene={scene} />
        ))}
      </Part>
    </>
  );
}
