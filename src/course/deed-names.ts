// Does everything a deed names exist: who types, whose cable is cut, which knob is turned?
import { absolute } from '../core/base/dns.ts';
import { changed, type Change } from '../core/host/change.ts';
import { KNOBS, misset } from '../core/host/policy.ts';
import { zoneOf } from '../core/net/dns/zones.ts';
import type { World } from '../core/kernel/world.ts';
import type { Act, Deed } from './lesson.ts';
import { hostProblems, mailClientProblems, type NameProblem } from './names.ts';
import { thereAre } from './there-are.ts';

export interface Scope {
  readonly world: World;
  /** Where somebody sits, from the start or later. */
  readonly consoles: readonly string[];
  /** Buttons there are by then; undefined: a step could not be read, so nobody knows. */
  readonly acts: readonly Act[] | undefined;
}
const none: readonly NameProblem[] = [];

export function deedProblems(deed: Deed, scope: Scope): readonly NameProblem[] {
  if (typeof deed === 'string' || 'wait' in deed) return none;
  if ('type' in deed) return seatProblems(deed.at, scope, 'at');
  if ('cut' in deed) return seatProblems(deed.cut, scope, 'cut');
  if ('shut' in deed) return seatProblems(deed.shut, scope, 'shut');
  if ('open' in deed) return hostProblems(deed.host, scope.world, ['host']);
  if ('click' in deed) return mailClientProblems(deed.on, scope.world, ['on']);
  if ('act' in deed) return actProblems(deed.act, scope);
  return knobProblems(deed.turn, scope.world).map(({ path, ...rest }) => ({
    path: ['turn', ...path],
    ...rest,
  }));
}
const seatProblems = (seat: string, { consoles }: Scope, key: string): readonly NameProblem[] =>
  consoles.includes(seat)
    ? none
    : [{ path: [key], message: `nobody sits at ${seat} in this lesson${thereAre(seat, consoles)}` }];
const actProblems = (act: string, { acts }: Scope): readonly NameProblem[] =>
  !acts || acts.some(({ id }) => id === act)
    ? none
    : [
        {
          path: ['act'],
          message: `no step up to here has a button ${act}${thereAre(
            act,
            acts.map(({ id }) => id),
          )}`,
        },
      ];

export function knobProblems(knob: Change, world: World): readonly NameProblem[] {
  if (knob.type === 'policy')
    return [
      ...hostProblems(knob.host, world, ['policy']),
      ...Object.entries(knob.set).flatMap(settingProblems),
    ];
  if (knob.type === 'fault') return zoneProblems(knob.name, world);
  if (knob.type === 'link') return knob.between.flatMap((host, i) => hostProblems(host, world, ['link', i]));
  const { expected } = changed(world, knob, world.epoch);
  return expected === undefined ? none : [{ path: [knob.type], message: `expected ${expected}` }];
}
/** A name may go wrong whether it is there or not; but somebody has to answer for it. */
function zoneProblems(name: string, { names: { zones } }: World): readonly NameProblem[] {
  const zone = zoneOf(zones, absolute(name));
  if (zone && zone.origin !== '.') return none;
  const known = Object.keys(zones).flatMap((origin) => (origin === '.' ? [] : [origin.replace(/\.$/, '')]));
  return [{ path: ['fault'], message: `nobody answers for ${name} in the DNS${thereAre(name, known)}` }];
}
function settingProblems([name, value]: readonly [string, unknown]): readonly NameProblem[] {
  if (!Object.hasOwn(KNOBS, name))
    return [
      {
        path: ['set', name],
        key: true,
        message: `there is no knob ${name}${thereAre(name, Object.keys(KNOBS))}`,
      },
    ];
  const expected = misset({ [name]: value });
  return expected === undefined ? none : [{ path: ['set', name], message: `${name}: expected ${expected}` }];
}
/** Who sits down in these deeds. */
export const openedIn = (deeds: readonly Deed[]): readonly string[] =>
  deeds.flatMap((deed) => (typeof deed !== 'string' && 'open' in deed ? [deed.open] : []));
