import { useMemo } from 'react';
import { engine, worldNow } from '../../app/engine.ts';
import { orMeanwhile } from '../../app/parts.ts';
import { useEngine } from '../../app/useEngine.ts';
import { devicesAt, type SceneDevice } from '../../core/trace/devices.ts';
import { tablesOf, type Table } from '../../core/trace/knows.ts';
import { useScene } from '../shell/scene.ts';

interface Shown {
  readonly devices: readonly SceneDevice[];
  readonly tables: readonly Table[];
  /** Events that have begun. */
  readonly count: number;
}
/** Every mail client of the world at this moment, and what it has in common with its server. */
export function useDevices(): Shown {
  const scene = useScene();
  const parts = useEngine((s) => s.parts);
  return useMemo(() => {
    const state = engine.getState();
    const world = worldNow(state);
    const start = state.timeline.worlds[0];
    const count = scene.event + 1;
    if (!world || !start) return { devices: [], tables: [], count };
    const devices = devicesAt(start, state.trace, count, world);
    // letters of the standard world may not have arrived yet: each part that comes is a reason to ask again
    const tables = parts < 0 ? [] : orMeanwhile(() => tablesOf(start, scene.mailboxes, devices), []);
    return { devices, tables, count };
  }, [scene, parts]);
}
