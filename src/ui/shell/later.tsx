import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { idle } from '../../app/idle.ts';

type Load<P> = () => Promise<ComponentType<P>>;
type Shown<P> = (props: P) => ReactNode;

/** A component in a chunk of its own, fetched while the page around it is painted. (Suspense would hold it back for 300 ms more.) */
export function later<P extends object>(load: Load<P>): Shown<P> {
  const coming = load();
  return shownOnce(() => coming);
}
/** The same for what the first reply does without: fetched when it is to be shown, or when there is nothing else to do. */
export function whenShown<P extends object>(load: Load<P>): Shown<P> {
  let coming: Promise<ComponentType<P>> | undefined;
  const once: Load<P> = () => (coming ??= load());
  void idle.then(once);
  return shownOnce(once);
}
/** The same for what there is nothing to show of before the first reply, wherever it stands. */
export function afterReply<P extends object>(load: Load<P>): Shown<P> {
  const coming = idle.then(load);
  return shownOnce(() => coming);
}
function shownOnce<P extends object>(load: Load<P>): Shown<P> {
  let loaded: ComponentType<P> | undefined;
  return function Later(props) {
    const [Component, show] = useState<ComponentType<P> | undefined>(() => loaded);
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
    return Component ? <Component {...props} /> : null;
  };
}
