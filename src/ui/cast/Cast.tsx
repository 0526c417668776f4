import type { SceneHost } from '../../core/trace/scene-types.ts';
import { HOUSES, type House } from '../messages/cast.ts';
import { Member } from '../shell/Member.tsx';
import { useScene } from '../shell/scene.ts';
import { captionOf, houseOf, words } from './words.ts';

/** Open from the start: what the first letters need. */
const OPEN: readonly House[] = ['seats', 'shop', 'university'];
/** One that people sit at is a seat, wherever it stands. */
const homeOf = ({ id, role }: SceneHost): House => (role === 'people' ? 'seats' : houseOf(id));

/** Everybody in this world, by house; in the order in which the house itself names them. */
export function Cast() {
  const { hosts } = useScene();
  return HOUSES.map((house) => {
    const order = Object.keys(words.captions[house]);
    const place = ({ id }: SceneHost): number => (order.includes(id) ? order.indexOf(id) : order.length);
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
