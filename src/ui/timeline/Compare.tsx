import { X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { engine, seekEvent } from '../../app/engine.ts';
import { switchBranch } from '../../app/branches.ts';
import type { Branch } from '../../app/state.ts';
import type { Messages } from '../messages/en.ts';
import { useMessages } from '../messages/useMessages.ts';
import { labelOf, noteOf } from '../sequence/label.ts';
import { visible } from '../shell/words.ts';
import { nameOf } from './branches.ts';
import { divergenceOf, type Said } from './divergence.ts';
import { words } from './words.ts';

const MARKS = { client: '›', server: '‹' } as const;
const TRAVELS = new Set<Said['kind']>(['text', 'dns', 'record']);
/** Of what is shared so much is shown, and of each column so much. */
const BEFORE = 4;
const AFTER = 200;

interface LineProps {
  readonly row: Said;
  readonly branch: Branch;
  readonly close: () => void;
  readonly first?: boolean;
}
interface ColumnProps {
  readonly branch: Branch;
  readonly rows: readonly Said[];
  readonly close: () => void;
}
function textOf(row: Said, messages: Messages): string {
  if (row.kind === 'typed') return visible(row.text);
  if (TRAVELS.has(row.kind)) return row.text;
  if (row.kind === 'state') return labelOf(row, messages);
  return [noteOf(row, messages), row.text].filter((it) => it !== '').join(' ');
}
function Line({ row, branch, close, first = false }: LineProps) {
  const messages = useMessages();
  const wire = TRAVELS.has(row.kind);
  const colour = row.refused
    ? 'text-refusal'
    : wire
      ? row.voice === 'client'
        ? 'text-client'
        : 'text-server'
      : 'text-soft';
  const go = (): void => {
    // what is gone to would lie behind it
    close();
    if (engine.getState().branch !== branch.id) switchBranch(branch.id);
    seekEvent(row.event);
  };
  return (
    <li className={first ? 'border-l-2 border-time bg-raised' : 'border-l-2 border-transparent'}>
      <button type="button" onClick={go} className="flex w-full gap-2 px-2 py-0.5 text-left hover:bg-raised">
        <span aria-hidden="true" className="mono w-3 shrink-0 text-faint">
          {row.kind === 'typed' ? '$' : wire ? MARKS[row.voice] : '·'}
        </span>
        <span translate="no" data-wire="" className={`mono min-w-0 text-small wrap-anywhere ${colour}`}>
          {textOf(row, messages)}
        </span>
      </button>
    </li>
  );
}
function Column({ branch, rows, close }: ColumnProps) {
  const messages = useMessages();
  const name = nameOf(branch, messages);
  return (
    <section aria-label={name} className="min-w-0">
      <h3 className="truncate px-2 pb-1 text-small font-[560]" translate="no" data-wire="">
        {name}
      </h3>
      <ol>
        {rows.slice(0, AFTER).map((row, i) => (
          <Line key={i} row={row} branch={branch} close={close} first={i === 0} />
        ))}
      </ol>
      {rows.length === 0 && <p className="px-2 text-small text-soft">{words.ends}</p>}
      {rows.length > AFTER && (
        <p className="px-2 py-1 text-small text-soft">{words.more(rows.length - AFTER)}</p>
      )}
    </section>
  );
}
/** Two futures beside each other, from where they part. */
export function Compare({ left, right, close }: { left: Branch; right: Branch; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const {
    alike,
    left: mine,
    right: theirs,
  } = useMemo(() => divergenceOf(left.timeline.trace, right.timeline.trace), [left, right]);
  useEffect(() => dialog.current?.showModal(), []);
  const shut = (): void => dialog.current?.close();
  const same = mine.length === 0 && theirs.length === 0;
  return (
    <dialog
      ref={dialog}
      aria-labelledby="compare-title"
      onClose={close}
      className="m-auto max-h-[88dvh] w-[min(64rem,calc(100vw-1.5rem))] overflow-y-auto rounded-thing border border-line bg-pane p-0 text-text backdrop:bg-ground/70"
    >
      <div className="p-5">
        <div className="mb-3 flex items-start justify-between gap-4">
          <h2 id="compare-title" className="text-title font-[640] tracking-[-0.018em]">
            {words.compareTitle}
          </h2>
          <button
            type="button"
            aria-label={words.close}
            onClick={shut}
            className="control size-8 shrink-0 p-0"
          >
            <X className="size-4" aria-hidden="true" />
          </button>
        </div>
        <p className="text-small text-soft">{words.alike(alike.length)}</p>
        <ol className="mt-1">
          {alike.slice(-BEFORE).map((row, i) => (
            <Line key={i} row={row} branch={left} close={shut} />
          ))}
        </ol>
        <p role="status" className="my-2 border-t border-time pt-1 text-small text-time">
          {same ? words.same : words.parts}
        </p>
        <div className="grid grid-cols-2 gap-3">
          <Column branch={left} rows={mine} close={shut} />
          <Column branch={right} rows={theirs} close={shut} />
        </div>
      </div>
    </dialog>
  );
}
