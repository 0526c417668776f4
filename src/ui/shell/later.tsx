import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { idle } from '../../app/idle.ts';

type Load = () => Promise<ComponentType>;

/** A component in a chunk of its own, fetched while the page around it is painted. (Suspense would hold it back for 300 ms more.) */
export function later(load: Load): () => ReactNode {
  const coming = load();
  return shownOnce(() => coming);
}
/** The same for what the first reply does without: fetched when it is to be shown, or when there is nothing else to do. */
export function whenShown(load: Load): () => ReactNode {
  let coming: Promise<ComponentType> | undefined;
  const once: Load = () => (coming ??= load());
  void idle.then(once);
  return shownOnce(once);
}
function shownOnce(load: Load): () => ReactNode {
  let loaded: ComponentType | undefined;
  return function Later() {
    const [Component, show] = useState<ComponentType | undefined>(() => loaded);
    useEffect(() => {
      if (loaded) return;
      let here = true;
      void load().then((component) => {
        loaded = component;
        if (here) show(() => component);
      });
      return () => {
        here = false;
      };
    }, []);
    return Component ? <Component /> : null;
  };
}
