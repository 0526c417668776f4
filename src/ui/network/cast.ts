// Who is drawn: those that take part now, then those that did, then a few more. The others wait folded away.
import { boxKey } from './layout.ts';
import type { Scene, SceneHost, SceneMailbox } from '../../core/trace/scene-types.ts';

export interface Cast {
  /** In the order of the world. */
  readonly hosts: readonly SceneHost[];
  readonly mailboxes: readonly SceneMailbox[];
  /** The machine a mailbox is drawn beside, by `boxKey`: of those that share it, the one that is talked to. */
  readonly keepers: ReadonlyMap<string, string>;
  /** Machines that are not drawn. */
  readonly folded: number;
}
type Moment = Pick<Scene, 'hosts' | 'links' | 'conns' | 'sessions' | 'mailboxes'>;
/** So many of a kind are drawn where fewer take part. */
const ENOUGH = { server: 2, people: 2 } as const;

/** Higher comes first: talks now, sits here, has talked before. */
function weightOf({ conns, links, sessions }: Moment): (host: SceneHost) => number {
  const over = new Set(['closed', 'refused', 'reset']);
  const now = new Set([
    ...conns.filter(({ phase }) => !over.has(phase)).flatMap(({ from, to }) => [from, to]),
    ...sessions.map(({ host }) => host),
  ]);
  const met = links.flatMap(({ between }) => between);
  return ({ id, consoles }) => {
    if (now.has(id)) return 3;
    if (consoles.length > 0) return 2;
    return met.includes(id) ? 1 : 0;
  };
}
/** Everybody when all are asked for. `room`: mailboxes there is room for. */
export function castOf(moment: Moment, all: boolean, room: number): Cast {
  const { hosts, mailboxes } = moment;
  const weight = weightOf(moment);
  const drawn = new Set<string>();
  for (const role of ['server', 'people'] as const) {
    const own = hosts.filter((host) => host.role === role).toSorted((a, b) => weight(b) - weight(a));
    own.forEach((host, i) => {
      if (all || weight(host) > 1 || i < ENOUGH[role]) drawn.add(host.id);
    });
  }
  const shown = hosts.filter(({ id }) => drawn.has(id));
  const keepers = new Map<string, string>();
  const known = mailboxes.filter((box) => {
    const store = hosts.find(({ id }) => id === box.host)?.store;
    const keeper = shown.filter((host) => host.store === store).toSorted((a, b) => weight(b) - weight(a))[0];
    if (keeper) keepers.set(boxKey(box), keeper.id);
    return keeper !== undefined;
  });
  return { hosts: shown, mailboxes: boxesOf(known, room), keepers, folded: hosts.length - shown.length };
}
/** Those that are held or change first, then where mail arrives, then those with letters; drawn in the order of the world. */
function boxesOf(boxes: readonly SceneMailbox[], room: number): readonly SceneMailbox[] {
  const weight = (box: SceneMailbox): number =>
    box.lockedBy !== 0 || box.fresh
      ? 4
      : Number(box.box.rows.length > 0) + (box.name.endsWith('/INBOX') ? 2 : 0);
  const first = new Set(boxes.toSorted((a, b) => weight(b) - weight(a)).slice(0, room));
  return boxes.filter((box) => first.has(box));
}
