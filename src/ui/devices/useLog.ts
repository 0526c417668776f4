import { useMemo } from 'react';
import { engine } from '../../app/engine.ts';
import { deviceLog, type LogLine } from '../../core/trace/device-log.ts';
import { useScene } from '../shell/scene.ts';

/** What this device has said and heard up to the moment on screen. */
export function useLog(host: string): readonly LogLine[] {
  const scene = useScene();
  return useMemo(() => deviceLog(engine.getState().trace, host, scene.event + 1), [host, scene]);
}
/** Machines whose mail client has been used, in the order of the world. */
export function useTalkers(): readonly string[] {
  const scene = useScene();
  return useMemo(() => {
    const { trace, timeline } = engine.getState();
    return Object.values(timeline.worlds[0]?.hosts ?? {}).flatMap(({ id, device }) =>
      device && deviceLog(trace, id, scene.event + 1).length > 0 ? [id] : [],
    );
  }, [scene]);
}
