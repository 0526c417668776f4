// How many of a machine's ports there is room for on its card. Units are those of the layout: sixteenths of a rem.
import type { SceneService } from '../../core/trace/scene-types.ts';

/** Of the small letters of a wire. */
const DIGIT = 6.6;
const LOCK = 12;
const GAP = 8;
/** Of the button that stands for the rest. */
const MORE = 24;

const widthOf = ({ port, tls }: SceneService): number =>
  String(port).length * DIGIT + (tls === 'implicit' ? LOCK : 0);
/** All of them, or the first ones that leave room for a word about the others. */
export function fitting(services: readonly SceneService[], room: number): readonly SceneService[] {
  let end = 0;
  let fit = 0;
  for (const [i, service] of services.entries()) {
    end += (i === 0 ? 0 : GAP) + widthOf(service);
    if (end + GAP + MORE <= room) fit = i + 1;
  }
  return end <= room ? services : services.slice(0, fit);
}
