// What the server says unasked: the difference between what this client knows and what is.
import { CRLF, type Octets } from '../../../../src/core/base/octets.ts';
import type { Host } from '../host.ts';
import type { At, Protocol } from '../../../../src/core/spec/protocol.ts';
import { advance, type Update } from '../view.ts';
import type { Imap } from './shape.ts';

const line = (u: Update, uid: boolean): Octets =>
  u.type === 'expunge'
    ? `* ${u.seq} EXPUNGE${CRLF}`
    : u.type === 'exists'
      ? `* ${u.count} EXISTS${CRLF}`
      : `* ${u.seq} FETCH (${uid ? `UID ${u.row.uid} ` : ''}FLAGS (${u.row.flags.join(' ')}))${CRLF}`;

export const settle: NonNullable<Protocol<Imap>['settle']> = (
  { at, host },
  { mayExpunge = true, uid = false },
) => {
  if (!('view' in at.data)) return undefined;
  const now = rowsOf(host, at.data.mailbox);
  if (now === undefined || now === at.data.view) return undefined;
  const { view, say } = advance(at.data.view, now, mayExpunge);
  let out = '';
  for (const update of say) out += line(update, uid);
  return { at: { name: at.name, data: { ...at.data, view } } as At<Imap>, say: out };
};
const rowsOf = (host: Host, mailbox: string) => host.store.mailboxes[mailbox]?.rows;
