import { useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { worldNow } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { validityShifts } from '../../core/trace/mail-list.ts';
import { mailTree } from '../../core/trace/mail-tree.ts';
import { openLetter, useChosen } from '../message/chosen.ts';
import { mailboxWords as words } from '../messages/mailboxes.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useArrived } from '../shell/arrived.ts';
import { lookAway } from '../shell/gaze.ts';
import { useMoment } from '../shell/scene.ts';
import { useSize } from '../shell/useSize.ts';
import { pictured, visible } from '../shell/words.ts';
import { fold, useFolds } from './folds.ts';
import { deedOf, isTyping, rowNamed, typedAfter, type Deed, type Standing } from './keys.ts';
import { layoutOf, lineAt, MESSAGE, rowAtTop, rowOf, spanOf, type Line } from './layout.ts';
import { letterGazes } from './looked.ts';
import { Lost } from './Lost.tsx';
import { LineRow, type Around } from './LineRow.tsx';
import type { Placed } from './MessageRow.tsx';
import { useScroll } from './useScroll.ts';
import { letterShown } from './shown.ts';
import { standingsOf } from './sessions.ts';

/** In sixteenths of a rem: from here on a message needs one line less. */
const WIDE = 640;
const AHEAD = 6;

/** Told with UIDVALIDITY; the same map while nobody turns that. */
function useShifts(): ReadonlyMap<string, number> {
  const text = useEngine((s) => {
    const world = worldNow(s);
    return world ? JSON.stringify([...validityShifts(world)]) : '[]';
  });
  return useMemo(() => new Map(JSON.parse(text) as [string, number][]), [text]);
}
const nameOf = (line: Line): string =>
  line.kind === 'user'
    ? line.user.user
    : line.kind === 'place'
      ? visible(line.place.leaf)
      : pictured(letterShown(line.row).subject);
/** Where the keys are is looked at as what a pointer is over. */
function lookAtLine(line: Line | undefined): void {
  if (line?.kind !== 'message') lookAway();
  else letterGazes({ host: line.box.host, mailbox: line.box.name, uid: line.row.uid }).onFocus();
}
const levelOf = (line: Line): number =>
  line.kind === 'user' ? 1 : 2 + line.place.depth + (line.kind === 'message' ? 1 : 0);

/**
 * All mail there is: users, their mailboxes, the messages in them, with the number that each session gives to each message. Only
 * the rows in view are there.
 */
export function Mailboxes() {
  const boxes = useMoment(({ mailboxes }) => mailboxes);
  const views = useMoment((scene) => scene.views);
  const subscriptions = useMoment((scene) => scene.subscriptions);
  const conns = useMoment((scene) => scene.conns);
  const standings = useMoment(standingsOf);
  const shifts = useShifts();
  const { shell } = useMessages();
  const arrived = useArrived();
  useEngine((s) => s.parts); // what stands in a collection is there when that has come
  const chosen = useChosen();
  const folds = useFolds();
  const { ref, size, unit } = useSize<HTMLDivElement>();
  const [key, goTo] = useState('');
  const typed = useRef({ text: '', at: 0 });
  const id = useId();
  const wide = size.width >= WIDE;
  const users = useMemo(() => mailTree(boxes, views, subscriptions), [boxes, views, subscriptions]);
  const layout = useMemo(() => layoutOf(users, folds, wide), [users, folds, wide]);
  const { top, onScroll, show } = useScroll(ref, layout, size.height, unit);
  const row = Math.max(0, rowOf(layout, key));
  const now: Standing = {
    row,
    rows: layout.rows,
    page: Math.max(1, Math.floor(size.height / MESSAGE[wide ? 'wide' : 'narrow']) - 1),
    at: (n) => lineAt(layout, n),
  };
  const perform = (deed: Deed): void => {
    if (deed.do === 'fold') {
      fold(deed.key, deed.open);
      goTo(deed.key);
    } else if (deed.do === 'open') {
      const { box, row: message } = deed.line;
      openLetter({ host: box.host, mailbox: box.name, uid: message.uid });
      goTo(deed.line.key);
    } else {
      const line = now.at(deed.row);
      goTo(line?.key ?? '');
      show(deed.row);
      lookAtLine(line);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const spells = event.key === ' ' && isTyping(typed.current, event.timeStamp);
    const deed = (spells ? undefined : deedOf(event.key, now)) ?? looking(event);
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation();
    perform(deed);
  };
  const looking = ({ key: letter, timeStamp }: KeyboardEvent): Deed | undefined => {
    if (letter.length !== 1) return undefined;
    typed.current = typedAfter(typed.current, letter, timeStamp);
    return { do: 'go', row: rowNamed(now, typed.current, nameOf) ?? row };
  };
  const onClick = ({ target }: MouseEvent): void => {
    const at = target instanceof Element ? target.closest('[data-row]') : null;
    const line = at instanceof HTMLElement ? now.at(Number(at.dataset['row'])) : undefined;
    if (line)
      perform(
        line.kind === 'message' ? { do: 'open', line } : { do: 'fold', key: line.key, open: !line.open },
      );
  };
  const placedAt = (n: number, line: Line): Placed => {
    const { top: start, height } = spanOf(layout, n);
    return {
      id: `${id}-${n}`,
      'data-row': n,
      style: { transform: `translateY(${start / 16}rem)`, height: `${height / 16}rem` },
      'aria-rowindex': n + 1,
      'aria-level': levelOf(line),
      'aria-setsize': line.of,
      'aria-posinset': line.nth + 1,
      'aria-selected': n === row,
    };
  };
  const around: Around = { conns, standings, shifts, chosen, wide };
  const rowFor = (n: number) => {
    const line = now.at(n);
    return line && <LineRow key={line.key} line={line} placed={placedAt(n, line)} around={around} />;
  };
  const from = Math.max(0, rowAtTop(layout, top) - AHEAD);
  const to = Math.min(layout.rows, rowAtTop(layout, top + size.height) + AHEAD);
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-panel="mailboxes">
      <Lost views={views} boxes={boxes} conns={conns} />
      {boxes.length === 0 && <p className="p-5 text-soft">{arrived ? words.empty : shell.loading}</p>}
      <div
        ref={ref}
        role="treegrid"
        aria-label={words.label}
        aria-rowcount={layout.rows}
        aria-activedescendant={row >= from && row < to ? `${id}-${row}` : undefined}
        tabIndex={0}
        data-moves=""
        onKeyDown={onKeyDown}
        onFocus={() => lookAtLine(now.at(row))}
        onBlur={lookAway}
        onClick={onClick}
        onScroll={onScroll}
        className="group/grid relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto [scrollbar-gutter:stable] outline-offset-[-2px]"
      >
        <div style={{ height: `${layout.height / 16}rem` }} role="rowgroup">
          {Array.from({ length: Math.max(0, to - from) }, (_, i) => rowFor(from + i))}
        </div>
      </div>
    </div>
  );
}
