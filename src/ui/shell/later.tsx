import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { idle } from '../../app/idle.ts';
import { whenHere } from './arrive.ts';

type Load<P> = () => Promise<ComponentType<P>>;
type Shown<P> = (props: P) => ReactNode;
export interface Awaited {
  /** It did not come; whoever asks again (`askAgain`) may get it. */
  readonly lost: boolean;
}

/** A component in a chunk of its own, fetched while the page around it is painted. (Suspense would hold it back for 300 ms more.) */
export function later<P extends object>(load: Load<P>): Shown<P> {
  const once = keeping(load);
  ahead(once());
  return shownOnce(once);
}
/** The same for what the first reply does without: fetched when it is to be shown, or when there is nothing else to do; until then `Meanwhile`. */
export function whenShown<P extends object>(load: Load<P>, Meanwhile?: ComponentType<P & Awaited>): Shown<P> {
  const once = keeping(load);
  ahead(idle.then(once));
  return shownOnce(once, Meanwhile);
}
/** The same for what there is little to show of before the first reply, wherever it stands: until then `Meanwhile`, if anything. */
export function afterReply<P extends object>(
  load: Load<P>,
  Meanwhile?: ComponentType<P & Awaited>,
): Shown<P> {
  const once = keeping(load);
  ahead(idle.then(once));
  return shownOnce(() => idle.then(once), Meanwhile);
}
/** Asked for once; what did not come may be asked for again. */
function keeping<P extends object>(load: Load<P>): Load<P> {
  let coming: ReturnType<Load<P>> | undefined;
  return () =>
    (coming ??= load().catch((error: unknown) => {
      coming = undefined;
      throw error;
    }));
}
/** Whoever shows it is told whether it came. */
const ahead = (coming: Promise<unknown>): void => {
  coming.catch(() => undefined);
};
function shownOnce<P extends object>(
  load: Load<P>,
  Meanwhile: ComponentType<P & Awaited> = () => null,
): Shown<P> {
  let loaded: ComponentType<P> | undefined;
  return function Later(props) {
    const [Component, show] = useState<ComponentType<P> | undefined>(() => loaded);
    const [lost, lose] = useState(false);
    useEffect(() => {
      let here = true;
      whenHere(
        load,
        (component) => {
          loaded = component;
          if (here) show(() => component);
        },
        (gone) => here && lose(gone),
      );
      return () => {
        here = false;
      };
    }, []);
    return Component ? <Component {...props} /> : <Meanwhile {...props} lost={lost} />;
  };
}
