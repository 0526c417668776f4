// The world at the moment on screen, and how it is changed from a page.
import { useMemo, useState } from 'react';
import { expectedFor } from '../../app/changes.ts';
import { engine, turn, worldAhead, worldNow } from '../../app/engine.ts';
import type { Change } from '../../core/host/change.ts';
import type { World } from '../../core/kernel/world.ts';
import { useScene } from '../shell/scene.ts';

/** Undefined until the simulation is there. */
export function useWorld(): World | undefined {
  const scene = useScene();
  // oxlint-disable-next-line react/exhaustive-deps -- the scene is what says that the moment is another
  return useMemo(() => worldNow(engine.getState()), [scene]);
}
/** Done, if it can be: ''. Else nothing happens, and the words say what would have been right. */
export function tryChange(change: Change): string {
  const world = worldAhead(engine.getState());
  const expected = world ? expectedFor(world, change) : '';
  if (world && expected === '') turn(change);
  return expected;
}
/** Tries changes, and keeps what would have been right of the latest; each try says it too. */
export function useTry(): readonly [expected: string, attempt: (change: Change) => string] {
  const [expected, tell] = useState('');
  const attempt = (change: Change): string => {
    const wrong = tryChange(change);
    tell(wrong);
    return wrong;
  };
  return [expected, attempt];
}
