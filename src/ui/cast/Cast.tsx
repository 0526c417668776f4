import { useMemo } from 'react';
import type { Scene, SceneHost } from '../../core/trace/scene-types.ts';
import { HOUSES, type House } from '../messages/cast.ts';
import { Member } from '../shell/Member.tsx';
import { useMoment } from '../shell/scene.ts';
import { captionOf, houseOf, words } from './words.ts';

/** Open from the start: what the first letters need. */
const OPEN: readonly House[] = ['seats', 'shop', 'university'];
/** One that people sit at is a seat, wherever it stands. */
type Person = Pick<SceneHost, 'id' | 'role'>;
const homeOf = ({ id, role }: Person): House => (role === 'people' ? 'seats' : houseOf(id));

const nameAll = ({ hosts }: Scene): string => hosts.map(({ id, role }) => `${id} ${role}`).join('\n');
/** Who there is: the same list whatever happens to them. */
function useHosts(): readonly Person[] {
  const names = useMoment(nameAll);
  return useMemo(
    () =>
      names.split('\n').flatMap((line): Person[] => {
        const [id = '', role] = line.split(' ');
        return id === '' ? [] : [{ id, role: role === 'people' ? 'people' : 'server' }];
      }),
    [names],
  );
}
/** Everybody in this world, by house; in the order in which the house itself names them. */
export function Cast() {
  const hosts = useHosts();
  return HOUSES.map((house) => {
    const order = Object.keys(words.captions[house]);
    const place = ({ id }: Person): number => (order.includes(id) ? order.indexOf(id) : order.length);
    const own = hosts.filter((host) => homeOf(host) === house).toSorted((a, b) => place(a) - place(b));
    if (own.length === 0) return null;
    return (
      <li key={house} className="border-t border-line" data-house={house}>
        <details open={OPEN.includes(house)}>
          <summary className="flex cursor-pointer items-center justify-between gap-2 py-2 text-small font-[560]">
            {words.houses[house]}
            <span className="mono text-tiny font-normal text-faint">{own.length}</span>
          </summary>
          <ul>
            {own.map((host) => (
              <Member key={host.id} host={host} caption={captionOf(host.id)} />
            ))}
          </ul>
        </details>
      </li>
    );
  });
}
