import { useEffect, useState } from 'react';
import { engine } from '../../app/engine.ts';

const EVERY_S = 5;
/** Seconds, in steps of five, since something was last typed. Hints may know; goals and the journal never do. */
export function useIdle(): number {
  const [quiet, wait] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => wait((so) => so + EVERY_S), EVERY_S * 1000);
    const forget = engine.subscribe((now, before) => {
      if (now.version !== before.version) wait(0);
    });
    return () => {
      clearInterval(timer);
      forget();
    };
  }, []);
  return quiet;
}
