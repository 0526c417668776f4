// The letters that arrive after the first reply. `npm run letters` notes what must be known of them before (filed.ts).
import { headOf, type Collection, type Generated } from '../../store/body.ts';
import type { Octets } from '../../base/octets.ts';
import { archive, drafts, junk, office, projects, sent, taipei, trash } from './alice/folders.ts';
import { inbox } from './alice/inbox.ts';
import { seedProject } from './alice/seed-project.ts';
import { seedTalk } from './alice/seed-talk.ts';
import { davesDrafts, davesInbox, davesSent, davesTrash } from './dave/folders.ts';
import { deferred } from './deferred.ts';
import { museum } from './museum/museum.ts';
import { warning } from './warning.ts';

/** By collection. */
export const letters = {
  inbox,
  folders: [...drafts, ...sent, ...trash, ...junk, ...archive, ...projects, ...taipei],
  'seed-project': seedProject,
  'seed-talk': seedTalk,
  museum,
  office: [...office, warning],
  deferred,
  dave: [...davesInbox, ...davesSent, ...davesDrafts, ...davesTrash],
} as const satisfies Readonly<Record<string, readonly (Octets | Generated)[]>>;

const collection = (all: readonly (Octets | Generated)[]): Collection => {
  const letter = (n: number): Octets | Generated => all[n] ?? '';
  return { letter, head: (n) => headOf(letter(n)) };
};
export const collections: Readonly<Record<string, Collection>> = Object.fromEntries(
  Object.entries(letters).map(([name, all]) => [name, collection(all)]),
);
