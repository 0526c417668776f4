import { useEffect, useRef, useState, type RefObject } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}
/** How big an element is, in the units of the type scale: 16 to a rem, whatever the theme makes of a rem. */
export function useSize<E extends Element>(): {
  readonly ref: RefObject<E | null>;
  readonly size: Size;
  readonly unit: number;
} {
  const ref = useRef<E>(null);
  const [state, measure] = useState({ width: 0, height: 0, unit: 1 });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const read = (): void => {
      const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
      const width = Math.round(element.clientWidth / unit);
      const height = Math.round(element.clientHeight / unit);
      // out of sight: it will be as it was
      if (element.getClientRects().length === 0) return;
      measure((old) =>
        old.width === width && old.height === height && old.unit === unit ? old : { width, height, unit },
      );
    };
    const watcher = new ResizeObserver(read);
    watcher.observe(element);
    const themes = new MutationObserver(read);
    themes.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-spaced'] });
    read();
    return () => {
      watcher.disconnect();
      themes.disconnect();
    };
  }, []);
  return { ref, size: { width: state.width, height: state.height }, unit: state.unit };
}
