import { useEffect, useState, type ComponentType, type ReactNode } from 'react';

/** A component in a chunk of its own, fetched while the page around it is painted. (Suspense would hold it back for 300 ms more.) */
export function later(load: () => Promise<ComponentType>): () => ReactNode {
  let loaded: ComponentType | undefined;
  const coming = load().then((component) => {
    loaded = component;
    return component;
  });
  return function Later() {
    const [Component, show] = useState<ComponentType | undefined>(() => loaded);
    useEffect(() => {
      if (loaded) return;
      let here = true;
      void coming.then((component) => {
        if (here) show(() => component);
      });
      return () => {
        here = false;
      };
    }, []);
    return Component ? <Component /> : null;
  };
}
