// Who has a mailbox open: a letter for each column, and whose session it stands for.
import type { ConnId } from '../../core/base/ids.ts';
import type { Scene, SceneConn, SceneView } from '../../core/trace/scene-types.ts';
import { mailboxWords as words } from '../messages/mailboxes.ts';
import { shortName } from '../shell/words.ts';

export interface Session {
  readonly conn: ConnId;
  readonly letter: string;
  readonly who: string;
  readonly protocol: string;
  /** It hears of changes by itself. */
  readonly idle: boolean;
}
/** The console behind a connection, or where it comes from. */
export function whoseConn(conns: readonly SceneConn[], id: ConnId): string {
  const conn = conns.find((it) => it.id === id);
  return conn?.console || (conn ? shortName(conn.from) : words.outside(id));
}
/** What of the sessions matters here, as one text: the same while nothing of that changes. */
export const standingsOf = ({ sessions }: Scene): string =>
  sessions
    .filter(({ end, protocol }) => end === 'b' && (protocol === 'imap' || protocol === 'pop3'))
    .map(({ conn, protocol, state }) => `${conn} ${protocol} ${state === 'idling'}`)
    .join('\n');
export const sessionsOn = (
  views: readonly SceneView[],
  conns: readonly SceneConn[],
  standings: string,
): readonly Session[] => {
  const all = standings.split('\n').map((line) => line.split(' '));
  return views.map(({ conn }, i) => {
    const [, protocol = '', idle = ''] = all.find(([id]) => id === String(conn)) ?? [];
    const letter = String.fromCharCode(65 + (i % 26));
    return { conn, letter, who: whoseConn(conns, conn), protocol, idle: idle === 'true' };
  });
};
