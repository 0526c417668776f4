import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const always = (): boolean => true;
/** Whether the page is being laid out for paper. `wanted`: asked when that begins. */
export function usePrinting(wanted: () => boolean = always): boolean {
  // whoever comes while the sheets are laid out (they are narrower than the screen) is on them too
  const [printing, print] = useState(() => matchMedia('print').matches && wanted());
  useEffect(() => {
    const media = matchMedia('print');
    // it must stand before the browser lays the sheets out, which is when this returns
    const begin = (): void => flushSync(() => print(wanted()));
    const end = (): void => print(false);
    const change = (): void => (media.matches ? begin() : end());
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    media.addEventListener('change', change);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
      media.removeEventListener('change', change);
    };
  }, [wanted]);
  return printing;
}
