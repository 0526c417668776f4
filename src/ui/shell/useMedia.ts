import { useSyncExternalStore } from 'react';

/** Does the screen answer to this query? */
export function useMedia(query: string): boolean {
  const media = matchMedia(query);
  return useSyncExternalStore(
    (changed) => {
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => media.matches,
  );
}
/** One column: narrow, or a phone on its side. */
export const PHONE = '(max-width: 819.98px), (max-width: 999.98px) and (max-height: 480px)';
