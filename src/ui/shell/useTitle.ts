import { useEffect } from 'react';

const NAME = 'Mailwire';
/** What the window is called while this is on screen; the lab has the name alone (WCAG 2.4.2). */
export function useTitle(what: string): void {
  useEffect(() => {
    document.title = `${what} · ${NAME}`;
    return () => {
      document.title = NAME;
    };
  }, [what]);
}
