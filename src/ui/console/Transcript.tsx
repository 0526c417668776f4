import { memo, useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { Messages } from '../messages/en.ts';
import { useMessages } from '../messages/useMessages.ts';
import { engine } from '../../app/engine.ts';
import { gaze, lookAt, lookAway } from '../shell/gaze.ts';
import { sendOf } from './kin.ts';
import type { Line } from './lines.ts';
import type { ConsoleModel } from './model.ts';

const KEPT = 300;
/** So many of them at once: that many more make a frame long that nobody waits for. */
const SOME = 60;
/** Time has stood still for so long (ms). */
const AT_REST = 200;
/** Milliseconds from some to the next: a frame is between them. */
const BETWEEN = 40;

interface Told {
  readonly lines: readonly Line[];
  /** How many of them, counted from the latest. */
  readonly most: number;
}
/** What is looked at goes first: lines that nobody sees come a moment later; while time is moved, when it stands, the latest first. */
function useInTurn(lines: readonly Line[], unseen: boolean): Told {
  const soon = useDeferredValue(lines);
  const [kept, keep] = useState<Told>({ lines, most: KEPT });
  useEffect(() => {
    if (!unseen) return;
    let most = 0;
    const more = (): void => {
      most = Math.min(KEPT, most + SOME);
      keep({ lines, most });
      if (most < Math.min(KEPT, lines.length)) timer = setTimeout(more, BETWEEN);
    };
    let timer = setTimeout(more, AT_REST);
    return () => clearTimeout(timer);
  }, [lines, unseen]);
  return unseen ? kept : { lines: soon, most: KEPT };
}

/** The console in plain words: read out politely as it grows, and shown in the terminal's place when somebody asks. */
export function Transcript({ model, shown }: { readonly model: ConsoleModel; readonly shown: boolean }) {
  const { console: m } = useMessages();
  const past = useStore(model.view, (view) => view.moment >= 0);
  const { lines, most } = useInTurn(
    useStore(model.view, (view) => view.lines),
    past && !shown,
  );
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown) log.current?.scrollTo({ top: log.current.scrollHeight });
    // every new line scrolls
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [lines, shown]);
  const first = Math.max(0, lines.length - most);
  const looked = useStore(gaze, ({ event }) => (shown ? event : -1));
  const { trace } = engine.getState();
  const carrier = ({ event }: Line): number => sendOf(trace, event);
  // arrows go from line to line, and light what carried it in every panel
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const at = lines.findIndex((line) => carrier(line) === looked);
    const kin = (line: Line | undefined): boolean => line !== undefined && carrier(line) === looked;
    let to = at < 0 ? lines.length - 1 : at + by;
    while (kin(lines[to])) to += by;
    const line = lines[to];
    if (!line) return;
    lookAt(carrier(line), line);
    log.current?.children[to - first]?.scrollIntoView({ block: 'nearest' });
  };
  // while time moves past it, nothing of it is made anew
  const said = useMemo(
    () =>
      lines.slice(first).map((line, i) => {
        const lit = looked >= 0 && sendOf(trace, line.event) === looked;
        return <Said key={first + i} line={line} m={m} lit={lit} />;
      }),
    [lines, first, m, looked, trace],
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows read on in it
    <div
      ref={log}
      role="log"
      aria-live={past ? 'off' : 'polite'}
      aria-label={m.log(model.id)}
      // a part that scrolls must be reachable by keyboard
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={shown ? 0 : undefined}
      onBlur={lookAway}
      onKeyDown={shown ? onKeyDown : undefined}
      // unseen it is one pixel wide: lines that wrapped there would wrap after every letter, and cost a frame to lay out
      className={
        shown
          ? 'min-h-0 flex-1 overflow-y-auto px-4.5 py-3 break-words whitespace-pre-wrap'
          : 'sr-only [contain:strict]'
      }
    >
      {shown && lines.length === 0 && <p className="text-soft">{m.transcriptEmpty}</p>}
      {said}
    </div>
  );
}
const Said = memo(function Said({
  line,
  m,
  lit,
}: {
  readonly line: Line;
  readonly m: Messages['console'];
  readonly lit: boolean;
}) {
  const words = line.by === 'folded' ? m.folded(line.folded) : line.text;
  const who = speaker(line, m);
  return (
    <p className={`mono text-wire ${lit ? 'bg-raised' : ''}`}>
      {who !== '' && (
        <span className="text-soft" {...(line.prompt === '' ? {} : DATA)}>
          {who}{' '}
        </span>
      )}
      <span
        {...(line.by === 'folded' ? {} : DATA)}
        className={COLOR[line.refused ? 'refused' : line.prompt === '' ? line.by : 'tool']}
      >
        {words}
      </span>
      {line.secure && line.by !== 'tool' && <span className="text-tls"> ({m.overTls})</span>}
    </p>
  );
});
/** Not words of ours. */
const DATA = { translate: 'no', 'data-wire': '' } as const;
const COLOR = {
  typed: 'text-client',
  server: 'text-server',
  refused: 'text-refusal',
  tool: 'text-text',
  folded: 'text-soft',
} as const;
function speaker({ by, prompt, refused, content }: Line, m: Messages['console']): string {
  if (by === 'typed') return prompt === '' ? (content ? m.youInLetter : m.you) : prompt.trim();
  if (by === 'server') return refused ? m.refuses : m.server;
  return '';
}
