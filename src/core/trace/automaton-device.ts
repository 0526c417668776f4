// Predicates about what lies on a device, and about what somebody does with it.
import type { Device } from '../host/device/device.ts';
import type { World } from '../kernel/world.ts';
import { once } from './automaton-session.ts';
import { hasFlag } from './automaton-store.ts';
import type { Automaton } from './automaton.ts';
import { isDeviceFact, lettersOf } from './devices.ts';
import type { TraceEvent } from './event.ts';
import type { Clicked, Held } from './predicate.ts';

/** `away` turns it round: no letter like this, or no such number of them. */
export const onDevice = (wanted: Held, start: World, away: boolean): Automaton =>
  holding(wanted, start.hosts[wanted.on]?.device, away);

function holding(wanted: Held, device: Device | undefined, away: boolean): Automaton {
  const { on: host, count } = wanted;
  const found = device ? foundOn(device, wanted) : 0;
  const enough = count === undefined ? found > 0 : found === count;
  const on = (event: TraceEvent): Automaton => {
    if (event.type !== 'fact' || event.host !== host || !isDeviceFact(event.fact)) return self;
    return holding(wanted, event.fact.device, away);
  };
  const like = wanted.folder !== undefined || wanted.subject !== undefined || wanted.flags !== undefined;
  const self: Automaton = {
    met: enough !== away,
    why: () => [
      away
        ? { kind: 'offDevice', on: host, found }
        : { kind: 'device', on: host, wanted: count ?? -1, found, like: like || wanted.whole !== undefined },
    ],
    on,
    early: on,
  };
  return self;
}
const foundOn = (device: Device, { folder, subject, flags = [], whole }: Held): number =>
  lettersOf(device).filter(
    (letter) =>
      (folder === undefined || letter.folder === folder) &&
      (subject === undefined || letter.subject.includes(subject)) &&
      flags.every((flag) => hasFlag(letter.flags, flag)) &&
      (whole === undefined || whole === (letter.octets !== undefined)),
  ).length;

export const clicking = ({ does, on }: Clicked): Automaton =>
  once(
    (event) =>
      event.type === 'deed' &&
      (does === undefined || event.deed.does === does) &&
      (on === undefined || event.host === on),
    { kind: 'clicked', does: does ?? '', on: on ?? '' },
  );
