import { Lock } from 'lucide-react';
import type { Row } from '../../core/store/rows.ts';
import { doneTo, letterIn, mailList, viewsOf, numbered } from '../../core/trace/mail-list.ts';
import type { SceneConn, SceneMailbox, SceneView } from '../../core/trace/scene-types.ts';
import { letterGazes, useLookedLetter } from './looked.ts';
import { isChosen, openLetter, useChosen } from '../message/chosen.ts';
import { useLateMessages } from '../messages/late.ts';
import { mailboxWords as mailboxes } from '../messages/mailboxes.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useScene } from '../shell/scene.ts';
import { boxName, shortName } from '../shell/words.ts';

function Letter({ row, box, views }: { row: Row; box: SceneMailbox; views: readonly SceneView[] }) {
  const { message } = useLateMessages();
  const chosen = useChosen();
  const { uid, size } = row;
  const kept = { host: box.host, mailbox: box.name, uid };
  const looked = useLookedLetter(kept);
  const { from, subject } = letterIn(row);
  const done = doneTo(box, uid);
  const [gone, fresh, marked] = [done.what === 'gone', done.what !== '', box.marked.has(uid)];
  const struck = marked || gone;
  const note = gone ? mailboxes.gone : marked ? mailboxes.marked : '';
  return (
    <tr
      {...letterGazes(kept)}
      data-looked={looked ? '' : undefined}
      className={`${looked ? 'bg-raised outline outline-edge -outline-offset-1' : ''} border-t border-line align-top transition-colors duration-300 ${fresh ? (struck ? 'bg-refusal-glow' : 'bg-server-glow') : ''} ${gone ? 'text-faint' : ''}`}
    >
      <td className="mono py-1.5 pr-2 pl-4 text-right text-small text-server">
        {views.map((view) => numbered(view, box, uid).number || '–').join(' ')}
      </td>
      <td className="mono py-1.5 pr-3 text-right text-small text-soft">{uid}</td>
      <td className="w-full max-w-0 py-1.5 pr-3">
        <button
          type="button"
          aria-label={message.open(subject, from)}
          aria-current={isChosen(chosen, kept) ? 'true' : undefined}
          onClick={() => openLetter(kept)}
          className="group -mx-1.5 block w-[calc(100%+0.75rem)] rounded-control px-1.5 text-left hover:bg-raised aria-[current]:bg-raised"
        >
          <span
            className={`block truncate group-hover:underline ${struck ? 'line-through decoration-refusal' : ''}`}
            translate="no"
            data-wire=""
          >
            {subject}
          </span>
          <span className="block truncate text-tiny text-soft">
            <span translate="no" data-wire="">
              {from}
            </span>
            {note !== '' && <span className="text-refusal"> · {note}</span>}
          </span>
        </button>
      </td>
      <td className="mono py-1.5 pr-4 text-right text-small text-soft">{size.toLocaleString('en')}</td>
    </tr>
  );
}
function Holder({ box, conns }: { box: SceneMailbox; conns: readonly SceneConn[] }) {
  const who = conns.find((c) => c.id === box.lockedBy);
  return (
    <span className="flex shrink-0 items-center gap-1 text-tiny text-server">
      <Lock className="size-3" strokeWidth={2} aria-hidden="true" />
      {mailboxes.heldBy(who ? who.console || shortName(who.from) : `#${box.lockedBy}`)}
    </span>
  );
}
/** More than this nobody reads here; a client does. */
const MOST = 300;
function Box({ box, conns }: { box: SceneMailbox; conns: readonly SceneConn[] }) {
  const { network } = useMessages();
  const views = viewsOf(useScene().views, box);
  const list = mailList(box, views);
  const first = Math.max(0, list.length - MOST);
  const head = 'pb-1 font-normal text-tiny text-faint';
  return (
    <section
      aria-label={mailboxes.of(boxName(box.name), box.host)}
      data-box={box.name}
      className="border-b border-line pb-1 last:border-0"
    >
      <div className="flex items-baseline gap-3 px-4 pt-3 pb-2">
        <h3 className="font-[600]" translate="no" data-wire="">
          {boxName(box.name)}
        </h3>
        <span className="flex-1 text-small text-soft">{network.letters(box.box.rows.length)}</span>
        {box.lockedBy !== 0 && <Holder box={box} conns={conns} />}
      </div>
      {list.length > 0 && (
        <table className="w-full border-collapse">
          <thead>
            <tr>
              <th scope="col" className={`${head} pr-2 pl-4 text-right`}>
                {mailboxes.number}
              </th>
              <th scope="col" className={`${head} pr-3 text-right`}>
                {mailboxes.uid}
              </th>
              <th scope="col" className={`${head} pr-3 text-left`}>
                {mailboxes.subject}
              </th>
              <th scope="col" className={`${head} pr-4 text-right`}>
                {mailboxes.size}
              </th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: list.length - first }, (_, i) => list.at(first + i)).map(
              (row) => row && <Letter key={row.uid} row={row} box={box} views={views} />,
            )}
          </tbody>
        </table>
      )}
      {first > 0 && (
        <p className="border-t border-line px-4 py-2 text-small text-soft">{mailboxes.older(first)}</p>
      )}
    </section>
  );
}

/** Every mailbox of the world at this moment: what lies in it, what is marked, who holds it. */
export function Mailboxes() {
  const { mailboxes: boxes, conns } = useScene();
  // what is held, then what changed last: with many people the one that matters would be off the screen
  const weight = ({ lockedBy, box }: SceneMailbox): number =>
    lockedBy !== 0 ? 0 : box.rows.length > 0 ? 1 : 2;
  const ordered = boxes.toSorted((a, b) => weight(a) - weight(b) || b.changed - a.changed);
  return (
    <section
      className="min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]"
      data-panel="mailboxes"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
      tabIndex={0}
      aria-label={mailboxes.title}
    >
      {boxes.length === 0 && <p className="p-5 text-soft">{mailboxes.empty}</p>}
      {ordered.map((box) => (
        <Box key={`${box.host} ${box.name}`} box={box} conns={conns} />
      ))}
    </section>
  );
}
