import type { SceneConn, SceneMailbox, SceneView } from '../../core/trace/scene-types.ts';
import { mailboxWords as words } from '../messages/mailboxes.ts';
import { boxName, visible } from '../shell/words.ts';
import { whoseConn } from './sessions.ts';

interface Props {
  readonly views: readonly SceneView[];
  readonly boxes: readonly SceneMailbox[];
  readonly conns: readonly SceneConn[];
}
/** Sessions whose mailbox has been deleted under them: they go on with what they know of it. */
export const Lost = ({ views, boxes, conns }: Props) =>
  views
    .filter(
      (view) => !boxes.some(({ box, store, gone }) => !gone && store === view.store && box.id === view.id),
    )
    .map(({ conn, mailbox }) => (
      <p key={conn} className="border-b border-line px-3 py-1.5 text-small text-refusal">
        {words.lost(whoseConn(conns, conn), visible(boxName(mailbox)))}
      </p>
    ));
