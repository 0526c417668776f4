// A deed that cannot be done as things stand by then: a letter that is not there, a seat nobody sits at. In a lesson it is a slip.
import { INBOX } from '../core/base/device.ts';
import { fromUtf8, utf8 } from '../core/base/octets.ts';
import { isFolderName } from '../core/host/device/deed.ts';
import type { World } from '../core/kernel/world.ts';
import { folderNames, lettersOf } from '../core/trace/devices.ts';
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
  const nowhere = withoutFolder(deed, world);
  if (nowhere) return nowhere;
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
/** Where the click is to be, where it leads to, and what is to be made: by what lies on the device then. */
function withoutFolder({ on, click, letter, folder, to }: Click, { hosts }: World): Why | undefined {
  const device = Object.hasOwn(hosts, on) ? hosts[on]?.device : undefined;
  if (!device) return undefined;
  const names = folderNames(device).map(fromUtf8);
  const unless = (key: string, name: string): Why | undefined =>
    names.includes(name)
      ? undefined
      : { key, message: `there is no folder ${name} on ${on} by then${thereAre(name, names)}` };
  if (click === 'make') return unmade(on, folder, names);
  if (click === 'look') return unless('folder', folder ?? INBOX);
  if (click === 'move' && to === undefined)
    return { key: 'click', message: 'which folder? move needs one: to' };
  const from = letter === undefined || folder === undefined ? undefined : unless('folder', folder);
  return from ?? (click === 'move' ? unless('to', to ?? INBOX) : undefined);
}
function unmade(on: string, folder: string | undefined, names: readonly string[]): Why | undefined {
  if (folder === undefined) return { key: 'click', message: 'which folder? make needs one: folder' };
  if (names.includes(folder))
    return { key: 'folder', message: `there is a folder ${folder} on ${on} by then` };
  return isFolderName(utf8(folder))
    ? undefined
    : { key: 'folder', message: `a folder cannot be called ${folder}` };
}
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
