import type { CSSProperties, ReactNode } from 'react';
import type { Row } from '../../core/store/rows.ts';
import { doneTo, internalDateOf, numbered, type Done, type Numbered } from '../../core/trace/mail-list.ts';
import type { SceneMailbox, SceneView } from '../../core/trace/scene-types.ts';
import { grouped } from '../messages/grouped.ts';
import { mailboxWords as words } from '../messages/mailboxes.ts';
import { pictured, visible } from '../shell/words.ts';
import { Flags } from './Flags.tsx';
import { letterGazes, useLookedLetter } from './looked.ts';
import { letterShown } from './shown.ts';

/** What a row of any kind has to say of its place in the grid. */
export interface Placed {
  readonly id: string;
  readonly 'data-row': number;
  readonly style: CSSProperties;
  readonly 'aria-rowindex': number;
  readonly 'aria-level': number;
  readonly 'aria-setsize': number;
  readonly 'aria-posinset': number;
  readonly 'aria-selected': boolean;
}
/** ` +0000`, which is left out where there is little room. */
const ZONE = 6;
export interface MessageProps {
  readonly box: SceneMailbox;
  readonly row: Row;
  readonly views: readonly SceneView[];
  readonly who: readonly string[];
  readonly wide: boolean;
  /** It is the one that the message panel shows. */
  readonly chosen: boolean;
  readonly placed: Placed;
}
/** One column for each session, then the UID, then the rest. */
export const columns = (sessions: number, wide: boolean): string =>
  `${sessions === 0 ? '' : `repeat(${sessions}, 2.5rem) `}2.75rem minmax(0, 1fr)${wide ? ' 11rem 4.5rem 10.5rem 5rem' : ''}`;

function NumberCell({ it, who }: { it: Numbered; who: string }) {
  const { number, was, untold } = it;
  const moved = was !== 0 && number !== 0 && was !== number;
  const note = untold !== '' ? words.notYet : moved ? words.was(was) : '';
  return (
    <div
      role="gridcell"
      aria-label={spoken(it, who)}
      className={`flex flex-col items-end justify-center pr-1.5 leading-4 ${moved ? 'bg-server-glow' : ''}`}
    >
      <span
        className={`mono text-small text-server ${untold === 'gone' ? 'line-through decoration-refusal' : ''}`}
      >
        {number || '–'}
      </span>
      {note !== '' && (
        <span className="text-[calc(0.625rem/var(--wider))] leading-3 whitespace-nowrap text-soft">
          {note}
        </span>
      )}
    </div>
  );
}
const spoken = ({ number, untold, recent }: Numbered, who: string): string =>
  words.listed(
    [
      number === 0 ? words.numberless(who) : words.numberFor(number, who),
      untold === '' ? '' : words.pending[untold],
      recent ? words.recent(who) : '',
    ].filter((text) => text !== ''),
  );
const Wire = ({ className, children }: { className: string; children: ReactNode }) => (
  <span className={`mono text-tiny text-soft ${className}`} translate="no" data-wire="">
    {children}
  </span>
);

const Octets = ({ row: { size } }: { row: Row }) => <Wire className="shrink-0">{grouped(size)}</Wire>;
/** Where there is little room. */
function Below({ row }: { row: Row }) {
  const moment = internalDateOf(row);
  return (
    <span
      className="flex items-center justify-between gap-2 overflow-hidden leading-4"
      title={`INTERNALDATE ${moment}`}
      translate="no"
      data-wire=""
    >
      <Wire className="truncate">{row.zone === 0 ? moment.slice(0, -ZONE) : moment}</Wire>
      <Wire className="shrink-0">{`MODSEQ ${row.modseq}`}</Wire>
    </span>
  );
}
/** A column for each. */
const Beside = ({ row, chips }: { row: Row; chips: ReactNode }) => (
  <>
    <div role="gridcell" className="flex flex-wrap content-center items-center gap-x-1 overflow-hidden">
      {chips}
    </div>
    <div role="gridcell" className="self-center text-right">
      <Wire className="">{row.modseq}</Wire>
    </div>
    <div role="gridcell" className="self-center truncate text-right">
      <Wire className="">{internalDateOf(row)}</Wire>
    </div>
    <div role="gridcell" className="self-center text-right">
      <Octets row={row} />
    </div>
  </>
);
function noteOn({ what }: Done, marked: boolean): string {
  if (what !== '') return what === 'changed' ? '' : words[what];
  return marked ? words.marked : '';
}
const glowOf = ({ what }: Done, struck: boolean): string =>
  what === '' ? '' : struck ? 'bg-refusal-glow' : 'bg-server-glow';
/** A message: its number in each session, its UID, and what of it may change. */
export function MessageRow(props: MessageProps) {
  const { box, row, views, who, wide, chosen, placed } = props;
  const { uid, flags } = row;
  const { from, subject } = letterShown(row);
  const kept = { host: box.host, mailbox: box.name, uid };
  const looked = useLookedLetter(kept);
  const done = doneTo(box, uid);
  const marked = box.marked.has(uid);
  const struck = done.what === 'gone' || marked;
  const note = noteOn(done, marked);
  const title = subject === '' ? words.noSubject : pictured(subject);
  const sender = pictured(from);
  const chips = <Flags flags={flags} done={done} />;
  return (
    <div
      {...placed}
      {...letterGazes(kept)}
      style={{ ...placed.style, gridTemplateColumns: columns(views.length, wide) }}
      data-looked={looked ? '' : undefined}
      role="row"
      aria-label={words.row(title, sender, uid)}
      aria-current={chosen ? 'true' : undefined}
      data-uid={uid}
      data-of={box.name}
      data-done={done.what === '' ? undefined : done.what}
      className={`absolute inset-x-0 top-0 grid cursor-pointer border-t border-line pr-3 pl-2 hover:bg-raised aria-[current]:bg-raised ${ACTIVE} ${looked ? 'bg-raised outline outline-edge -outline-offset-1' : ''} ${glowOf(done, struck)}`}
    >
      {views.map((view, i) => (
        <NumberCell key={view.conn} it={numbered(view, box, uid)} who={who[i] ?? ''} />
      ))}
      <div
        role="gridcell"
        className="flex flex-col items-end self-center pr-2 text-right text-small leading-4 text-soft"
      >
        {/* while somebody has the mailbox open this stands once, over all of them */}
        {views.length === 0 && <span className="text-[0.625rem] leading-3">{words.uid}</span>}
        <span className="mono">{uid}</span>
      </div>
      <div role="rowheader" className="min-w-0 self-center">
        <span className="flex items-baseline gap-2">
          <span
            title={title}
            className={`min-w-0 flex-1 truncate ${struck ? 'text-soft line-through decoration-refusal' : ''}`}
            translate="no"
            data-wire=""
          >
            {title}
          </span>
          {!wide && <Octets row={row} />}
        </span>
        <span
          className="flex items-center gap-1.5 overflow-hidden text-tiny leading-4 text-soft"
          title={wide ? undefined : flags.map(visible).join(' ')}
          data-names=""
        >
          <span className="min-w-[3rem] shrink truncate" translate="no" data-wire="">
            {sender}
          </span>
          {note !== '' && (
            <span className={`shrink-0 ${struck ? 'text-refusal' : 'text-server'}`}>{note}</span>
          )}
          {!wide && chips}
        </span>
        {!wide && <Below row={row} />}
      </div>
      {wide && <Beside row={row} chips={chips} />}
    </div>
  );
}
/** Where the keys are, while the grid has them. */
export const ACTIVE =
  'aria-selected:group-focus-visible/grid:outline-2 aria-selected:group-focus-visible/grid:-outline-offset-2 aria-selected:group-focus-visible/grid:outline-server';
