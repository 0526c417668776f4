import { Glasses as Icon, Lock, LockOpen, type LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import { engine } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import type { Scene } from '../../core/trace/scene-types.ts';
import { useLateMessages } from '../messages/late.ts';
import { useScene } from '../shell/scene.ts';
import { useGlass, wear } from './glass.ts';
import { swap } from './replay.ts';
import { mine, theirs, type Sight } from './sights.ts';
import { SightRow } from './SightRow.tsx';

/** The connection of the console in focus, or the latest there was. */
function connOf(scene: Scene, console: string): number {
  const open = scene.conns.findLast((c) => c.console === console) ?? scene.conns.at(-1);
  if (open) return open.id;
  const { trace } = engine.getState();
  return trace.slice(0, scene.event + 1).findLast((e) => e.type === 'wire')?.conn ?? 0;
}
function useSights(on: boolean): {
  readonly sights: readonly Sight[];
  readonly conn: number;
  readonly sealed: boolean;
} {
  const scene = useScene();
  const console = useEngine((s) => s.console);
  const trace = useEngine((s) => s.trace);
  const conn = connOf(scene, console);
  const sights = useMemo(
    () => (on ? theirs : mine)(trace, conn, scene.event),
    [on, trace, conn, scene.event],
  );
  const sealed = trace.some((e) => e.type === 'record' && e.conn === conn);
  return { sights, conn, sealed };
}
/** Lines anybody between the two can read, and all there were. */
const countOf = (sights: readonly Sight[]): { readonly readable: number; readonly total: number } => ({
  readable: sights.reduce((sum, s) => sum + s.lines.length, 0),
  total: sights.reduce(
    (sum, s) =>
      sum + Math.max(s.lines.length, s.records.some((r) => r.name === 'ApplicationData') ? s.before : 0),
    0,
  ),
});

/** The same session with TLS and without, side by side in time. */
function Switch({ conn, sealed }: { conn: number; sealed: boolean }) {
  const { glasses } = useLateMessages();
  const names = { clear: glasses.inClear, sealed: glasses.overTls };
  const side = (tls: boolean, Icon: LucideIcon, words: string) => (
    <button
      type="button"
      aria-pressed={tls === sealed}
      onClick={() => tls !== sealed && swap(conn, sealed, names)}
      className="flex items-center gap-1.5 rounded-full px-2.5 text-soft hover:text-text aria-pressed:bg-raised aria-pressed:text-text"
    >
      <Icon className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
      {words}
    </button>
  );
  return (
    <div
      role="group"
      aria-label={glasses.sameSession}
      className="flex min-h-7 rounded-full border border-line p-px text-small"
    >
      {side(false, LockOpen, glasses.clear)}
      {side(true, Lock, glasses.tls)}
    </div>
  );
}

/** One connection, with and without the eavesdropper's glasses. */
export function Glasses() {
  const { glasses } = useLateMessages();
  const on = useGlass((s) => s.on);
  const { sights, conn, sealed } = useSights(on);
  const { readable, total } = countOf(sights);
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-panel="glasses" data-glasses={on ? 'on' : 'off'}>
      <div className="flex flex-wrap gap-2 border-b border-line px-4 py-2.5">
        <button
          type="button"
          aria-pressed={on}
          onClick={() => wear(!on)}
          className="control chip aria-pressed:border-tls aria-pressed:bg-tls-glow aria-pressed:text-text"
        >
          <Icon className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
          {glasses.on}
        </button>
        {conn > 0 && <Switch conn={conn} sealed={sealed} />}
      </div>
      {sights.length === 0 ? (
        <p className="p-5 text-soft">{glasses.empty}</p>
      ) : (
        <>
          <h3 className="px-4 pt-2.5 pb-1 text-tiny text-soft">{on ? glasses.theirs : glasses.yours}</h3>
          <ol
            className="min-h-0 flex-1 overflow-y-auto px-4 pb-3 outline-offset-[-2px]"
            aria-label={on ? glasses.theirs : glasses.yours}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
            tabIndex={0}
          >
            {sights.map((sight) => (
              <SightRow key={`${on} ${sight.event}`} sight={sight} on={on} />
            ))}
          </ol>
          {on && (
            <p
              className={`border-t border-line px-4 py-2 text-small ${readable > 0 ? 'text-refusal' : 'text-tls'}`}
            >
              {glasses.readable(readable, total)}
            </p>
          )}
        </>
      )}
    </div>
  );
}
