import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import type { Prose as Tree } from '../../course/lesson.ts';
import { Code } from './Code.tsx';

/** Who would say this. */
const voiceOf = (words: ReactNode): string => {
  if (typeof words !== 'string') return '';
  if (words.startsWith('-ERR')) return 'text-refusal';
  return words.startsWith('+OK') ? 'text-server' : 'text-text';
};
const components = {
  code: ({ children }: { children?: ReactNode }) => (
    <Code look={`bg-raised ${voiceOf(children)}`}>{children}</Code>
  ),
  p: ({ children }: { children?: ReactNode }) => <p className="mt-2 first:mt-0">{children}</p>,
  em: ({ children }: { children?: ReactNode }) => (
    <em className="font-[560] text-text not-italic">{children}</em>
  ),
  strong: ({ children }: { children?: ReactNode }) => (
    <strong className="font-[560] text-text">{children}</strong>
  ),
} as const;

/** A lesson's words, in the lesson's language. */
export const Prose = ({ of }: { of: Tree }) => (
  <div lang="en" translate="no">
    {toJsxRuntime(of, { Fragment, jsx, jsxs, components })}
  </div>
);
/** The same within a line. */
export const Inline = ({ of }: { of: Tree }) => (
  <span lang="en" translate="no">
    {toJsxRuntime(of, { Fragment, jsx, jsxs, components: { ...components, p: Fragment } })}
  </span>
);
