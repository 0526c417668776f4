// THREADID: which conversation a letter is of, wherever it lies (RFC 8474 §5.2). Most letters say so themselves, by the first of their
// References. One that names only its parent belongs where the parent does; what a client was told of that is kept, and never changes.
import { each, stage } from '../../base/labour.ts';
import type { Octets } from '../../base/octets.ts';
import { draw } from '../../base/random.ts';
import { withStore, type Host, type Store } from '../../host/host.ts';
import type { ThreadIds } from '../../mail/message-ids.ts';
import type { Body } from '../../store/body.ts';
import { eachRowInTurns } from '../../store/each-row.ts';
import { EVERY_NUMBER, type NumberSet } from '../../store/number-set.ts';
import type { Rows } from '../../store/rows.ts';
import { linksOf } from './search/notes.ts';

/** Undefined: nothing in its header says. */
export function threadId(body: Body, { threads = NONE }: Store): string | undefined {
  const { id, references, parent } = linksOf(body);
  const root = parent === undefined ? (references[0] ?? id) : (threads[parent] ?? parent);
  return root === undefined ? undefined : `T${draw(1, root).toString(36)}${draw(2, root).toString(36)}`;
}
const NONE: Readonly<Record<Octets, Octets>> = {};

/** Before a client is told of the conversations of these messages: where those are that name only their parent is settled for good. */
export function withThreads(host: Host, key: string, view: Rows, uids: NumberSet = EVERY_NUMBER): Host {
  const { threads = NONE } = host.store;
  const asked = stage(() => new Set<Octets>());
  eachRowInTurns(view, uids, ({ body }) => {
    const { parent } = linksOf(body);
    if (parent !== undefined && !Object.hasOwn(threads, parent)) asked.add(parent);
  });
  if (asked.size === 0) return host;
  const letters = lettersOf(host.store, key.slice(0, key.indexOf('/') + 1));
  const found = stage(() => new Map<Octets, Octets>());
  const known = (id: Octets): Octets | undefined => found.get(id) ?? threads[id];
  each(
    stage(() => [...asked]),
    (id) => {
      const way = new Set<Octets>();
      const root = rootOf(id, { letters, known }, way);
      for (const passed of way) if (known(passed) === undefined) found.set(passed, root);
    },
  );
  return withStore(host, { ...host.store, threads: { ...threads, ...Object.fromEntries(found) } });
}
interface Told {
  readonly letters: ReadonlyMap<Octets, ThreadIds>;
  readonly known: (id: Octets) => Octets | undefined;
}
/** By Message-ID, in all mailboxes of one owner; of several with the same, the first. */
function lettersOf({ mailboxes }: Store, owner: string): ReadonlyMap<Octets, ThreadIds> {
  const letters = stage(() => new Map<Octets, ThreadIds>());
  for (const [key, { rows }] of Object.entries(mailboxes))
    if (key.startsWith(owner))
      eachRowInTurns(rows, EVERY_NUMBER, ({ body }) => {
        const links = linksOf(body);
        if (links.id !== undefined && !letters.has(links.id)) letters.set(links.id, links);
      });
  return letters;
}
/**
 * From parent to parent, as long as each is here and names no more than its own; a circle ends where it closes. What has been passed on
 * the `way` is of the same conversation.
 */
function rootOf(id: Octets, { letters, known }: Told, way: Set<Octets>): Octets {
  for (let at = id; ;) {
    way.add(at);
    const root = known(at);
    const links = letters.get(at);
    if (root !== undefined) return root;
    if (links?.parent === undefined) return links?.references[0] ?? at;
    if (way.has(links.parent)) return at;
    at = links.parent;
  }
}
