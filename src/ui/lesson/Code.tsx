import type { ReactNode } from 'react';

/** Characters: so many fit beside other words in the narrowest column. */
const SHORT = 20;
/** Words as a machine has them, within ours. Short ones stay whole, whatever hyphens are in them. `look`: classes of colour. */
export function Code({ look, children }: { look: string; children?: ReactNode }) {
  const isShort = typeof children === 'string' && children.length <= SHORT;
  return (
    <code
      className={`mono rounded px-1 text-[0.9em] ${isShort ? 'whitespace-nowrap' : 'break-words'} ${look}`}
    >
      {children}
    </code>
  );
}
