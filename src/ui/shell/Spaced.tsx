import { useEffect, useRef } from 'react';

/** Wider than letters of ours are ever set, in em: half of what WCAG 1.4.12 lets a reader ask for. */
const WIDE = 0.06;

/** A word that nobody sees, to know how far apart a reader has put letters; whatever is laid out by hand makes room (spaced.css). */
export function Spaced() {
  const word = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const it = word.current;
    if (!it) return undefined;
    const watcher = new ResizeObserver(() => {
      const { letterSpacing, fontSize } = getComputedStyle(it);
      const wide = Number.parseFloat(letterSpacing) / Number.parseFloat(fontSize) >= WIDE;
      document.documentElement.toggleAttribute('data-spaced', wide);
    });
    watcher.observe(it);
    return () => watcher.disconnect();
  }, []);
  return (
    <span ref={word} aria-hidden="true" data-wire="" className="invisible fixed top-0 left-0 text-[13px]">
      mmmm
    </span>
  );
}
