import { createElement, type ReactNode, type SVGProps } from 'react';

/** An icon as lucide describes it: its shapes on a square, in the order in which they are drawn. */
interface IconData {
  readonly size?: number;
  readonly node: readonly (readonly [shape: string, attributes: Readonly<Record<string, string>>])[];
}
/** What lucide's own runtime makes of it where nobody asks for a context, classes or aliases: it costs a kilobyte before the first reply. */
export function drawn({ size = 24, node }: IconData): (props: SVGProps<SVGSVGElement>) => ReactNode {
  const shapes = node.map(([shape, attributes]) => createElement(shape, attributes));
  return (props) =>
    createElement(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: size,
        height: size,
        viewBox: `0 0 ${size} ${size}`,
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        'aria-hidden': 'aria-label' in props ? undefined : true,
        ...props,
      },
      shapes,
    );
}
