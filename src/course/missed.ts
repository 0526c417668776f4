// A deed that cannot be done as things stand by then: a letter that is not there, a seat nobody sits at. In a lesson it is a slip.
import type { World } from '../core/kernel/world.ts';
import { lettersOf } from '../core/trace/devices.ts';
import { clickInput, letterOf } from './click.ts';
import type { Click, Deed } from './lesson.ts';
import { thereAre } from './there-are.ts';

interface Why {
  /** What of the deed is not there. */
  readonly key: string;
  readonly message: string;
}
export interface Missed extends Why {
  /** Which of the deeds. */
  readonly index: number;
}
/** Undefined: it can be done. */
export function missedBy(deed: Deed, world: World): Why | undefined {
  if (typeof deed === 'string') return undefined;
  if ('type' in deed) return unlessSeated(deed.at, world, 'at');
  if ('shut' in deed) return unlessSeated(deed.shut, world, 'shut');
  if ('cut' in deed) return unlessSeated(deed.cut, world, 'cut') ?? unlessConnected(deed.cut, world);
  if ('open' in deed && seatsOf(world).includes(deed.open))
    return { key: 'open', message: `somebody sits at ${deed.open} by then` };
  if (!('click' in deed)) return undefined;
  // a letter is written all the same where the one it answers is not there
  const unanswered = deed.letter !== undefined && !letterOf(deed, world);
  return unanswered || !clickInput(deed, world) ? withoutLetter(deed, world) : undefined;
}
const seatsOf = ({ consoles }: World): readonly string[] => consoles.map(({ id }) => id);
const unlessSeated = (seat: string, world: World, key: string): Why | undefined =>
  seatsOf(world).includes(seat)
    ? undefined
    : { key, message: `nobody sits at ${seat} by then${thereAre(seat, seatsOf(world))}` };
const unlessConnected = (seat: string, { consoles }: World): Why | undefined =>
  (consoles.find(({ id }) => id === seat)?.conn ?? 0) === 0
    ? { key: 'cut', message: `${seat} is connected to nobody by then` }
    : undefined;
function withoutLetter({ on, click, letter, folder }: Click, { hosts }: World): Why {
  if (letter === undefined) return { key: 'click', message: `which letter? ${click} needs one: letter` };
  const device = Object.hasOwn(hosts, on) ? hosts[on]?.device : undefined;
  const subjects = device ? lettersOf(device).map(({ subject }) => subject) : [];
  const where = folder === undefined ? on : `${on} in ${folder}`;
  return {
    key: 'letter',
    message: `no letter "${letter}" lies on ${where} by then${thereAre(letter, subjects)}`,
  };
}
