import { ChevronRight, Lock, User } from 'lucide-react';
import type { MailPlace, MailUser } from '../../core/trace/mail-tree.ts';
import { untoldTo } from '../../core/trace/mail-list.ts';
import type { SceneMailbox, SceneView } from '../../core/trace/scene-types.ts';
import { mailboxWords as words } from '../messages/mailboxes.ts';
import { visible } from '../shell/words.ts';
import { ACTIVE, columns, type Placed } from './MessageRow.tsx';
import type { Session } from './sessions.ts';

const Twisty = ({ open }: { open: boolean }) => (
  <ChevronRight
    className={`size-3.5 shrink-0 text-soft transition-transform duration-150 ${open ? 'rotate-90' : ''}`}
    strokeWidth={2}
    aria-hidden="true"
  />
);
interface UserProps {
  readonly user: MailUser;
  readonly open: boolean;
  readonly placed: Placed;
}
export const UserRow = ({ user: { user, places }, open, placed }: UserProps) => (
  <div
    {...placed}
    role="row"
    aria-expanded={open}
    data-user={user}
    className={`absolute inset-x-0 top-0 flex cursor-pointer items-center gap-1.5 border-t border-edge bg-pane px-2 ${ACTIVE}`}
  >
    <div role="rowheader" className="flex min-w-0 flex-1 items-center gap-1.5">
      <Twisty open={open} />
      <User className="size-3.5 shrink-0 text-soft" strokeWidth={1.8} aria-hidden="true" />
      <span className="truncate font-[640]" translate="no" data-wire="">
        {visible(user)}
      </span>
      <span className="truncate text-tiny text-soft" translate="no" data-wire="">
        {places.find(({ box }) => box)?.box?.store}
      </span>
    </div>
  </div>
);

/** What mailboxes must agree on for UIDs and MODSEQs to mean the same (RFC 9051 §2.3.1.1, RFC 7162 §3.1). */
function Details({ box: { box }, shift }: { box: SceneMailbox; shift: number }) {
  const all = [
    ['UIDVALIDITY', box.uidValidity + shift],
    ['UIDNEXT', box.uidNext],
    ['HIGHESTMODSEQ', box.modseq],
  ] as const;
  return (
    <p
      className="mono flex flex-wrap gap-x-3 overflow-hidden pl-5 text-[calc(0.625rem/var(--wider))] leading-[0.875rem] whitespace-nowrap text-soft"
      translate="no"
      data-wire=""
    >
      {all.map(([name, value]) => (
        <span key={name}>
          {name} <span className="text-text">{value}</span>
        </span>
      ))}
    </p>
  );
}
function standing(view: SceneView, box: SceneMailbox, { idle, protocol }: Session): string {
  if (protocol === 'pop3') return words.open.pop3;
  const { gone, changed, come } = untoldTo(view, box);
  if (gone + changed + come > 0) return words.notTold(words.untold(gone, changed, come));
  if (idle) return words.open.idle;
  return view.readOnly ? words.open.reading : words.toldAll;
}
interface SessionsProps {
  readonly views: readonly SceneView[];
  readonly box: SceneMailbox;
  readonly sessions: readonly Session[];
  readonly wide: boolean;
}
/** Who has it open and what each of them believes, over the columns of their numbers. */
function Sessions({ views, box, sessions, wide }: SessionsProps) {
  if (views.length === 0) return null;
  return (
    <div role="gridcell" className="pl-2">
      {views.map((view, i) => {
        const session = sessions[i];
        return (
          session && (
            <p
              key={view.conn}
              className="flex gap-1.5 overflow-hidden pl-4 text-tiny leading-[1.125rem] whitespace-nowrap text-soft"
            >
              <span className="mono w-3 text-server">{session.letter}</span>
              <span className="mono shrink-0 text-text" translate="no" data-wire="">
                {session.who}
              </span>
              <span className="truncate">{standing(view, box, session)}</span>
            </p>
          )
        );
      })}
      <div
        className="grid text-tiny leading-5 text-soft"
        style={{ gridTemplateColumns: columns(views.length, wide) }}
      >
        {sessions.map(({ letter, conn }) => (
          <span key={conn} className="pr-1.5 text-right whitespace-nowrap text-server">
            {words.number(letter)}
          </span>
        ))}
        <span className="pr-2 text-right">{words.uid}</span>
      </div>
    </div>
  );
}
const Fate = ({ box: { gone, fresh } }: { box: SceneMailbox }) =>
  (gone || fresh) && (
    <span className="shrink-0 text-tiny text-server">{gone ? words.dropped : words.fresh}</span>
  );
const Holder = ({ who }: { who: string }) => (
  <span className="flex shrink-0 items-center gap-1 text-tiny text-server">
    <Lock className="size-3" strokeWidth={2} aria-hidden="true" />
    {words.heldBy(who)}
  </span>
);
/** How much lies in it, or that it is but a name. */
function amount({ box, unseen, subscribed }: MailPlace): string {
  if (!box) return subscribed ? words.listed([words.none, words.subscribed]) : words.none;
  const all = words.letters(box.box.rows.length);
  return unseen > 0 ? words.listed([all, words.unseen(unseen)]) : all;
}
interface PlaceProps {
  readonly place: MailPlace;
  readonly sessions: readonly Session[];
  readonly open: boolean;
  readonly wide: boolean;
  readonly holder: string;
  /** Of its UIDVALIDITY, by decision of an administrator. */
  readonly shift: number;
  readonly placed: Placed;
}
/** A mailbox: how much lies in it, who has it open, and what each of those believes. */
export function PlaceRow({ place, sessions, open, wide, holder, shift, placed }: PlaceProps) {
  const { leaf, box, depth, views } = place;
  return (
    <div
      {...placed}
      role="row"
      aria-expanded={box ? open : undefined}
      data-box={box?.name}
      className={`absolute inset-x-0 top-0 cursor-pointer overflow-hidden border-t border-line bg-pane pr-3 ${ACTIVE} ${box?.fresh ? 'bg-server-glow' : ''}`}
    >
      <div role="rowheader" style={{ paddingLeft: `${1.25 + depth}rem` }}>
        <div className="flex h-[1.8rem] items-center gap-1.5">
          {box ? <Twisty open={open} /> : <span className="w-3.5 shrink-0" />}
          <span
            className={`min-w-[3rem] truncate font-[600] ${box?.gone ? 'line-through decoration-refusal' : ''}`}
            translate="no"
            data-wire=""
          >
            {visible(leaf)}
          </span>
          {box?.box.uses.map((use) => (
            <span key={use} className="mono shrink-0 text-tiny text-soft" translate="no" data-wire="">
              {use}
            </span>
          ))}
          <span className="flex-1 truncate text-small text-soft" title={amount(place)}>
            {amount(place)}
          </span>
          {box && <Fate box={box} />}
          {holder !== '' && <Holder who={holder} />}
        </div>
        {open && box && <Details box={box} shift={shift} />}
      </div>
      {open && box && <Sessions views={views} box={box} sessions={sessions} wide={wide} />}
    </div>
  );
}
