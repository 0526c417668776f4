// The keys of projecting.
import { toggleAsked } from '../../app/poll.ts';
import { PROJECTOR_KEY } from '../shell/keys.ts';
import { alsoObey } from '../shell/obeying.ts';
import { toggleFreeze, toggleLaser, toggleProjector, toggleSpotlight } from './stagecraft.ts';
import { words } from './words.ts';

const RUN: Readonly<Record<string, () => void>> = {
  p: toggleProjector,
  o: toggleSpotlight,
  l: toggleLaser,
  z: toggleFreeze,
  v: toggleAsked,
};
let begun = false;
export function listen(): void {
  if (begun) return;
  begun = true;
  alsoObey(({ key }) => {
    const run = RUN[key];
    run?.();
    return run !== undefined;
  });
}
/** For the list of keys, and of all one can do. */
export const PRESENT_KEYS = [
  { id: 'projector', shown: ['P', PROJECTOR_KEY], words: words.keys.projector, run: toggleProjector },
  { id: 'spotlight', shown: ['O'], words: words.keys.spotlight, run: toggleSpotlight },
  { id: 'laser', shown: ['L'], words: words.keys.laser, run: toggleLaser },
  { id: 'freeze', shown: ['Z'], words: words.keys.freeze, run: toggleFreeze },
  { id: 'ask', shown: ['V'], words: words.keys.ask, run: toggleAsked },
] as const;
