// Words that do not fit where they stand, and that nothing leads to: no scrolling, no title.
import type { Page } from '@playwright/test';

/** What WCAG 2.2, 1.4.12 lets a reader ask for. */
export const SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

/** What is cut off on the page as it stands, each by the words and by what cuts them. The terminal's own grid is left out. */
export const clipped = (page: Page, part = 'body'): Promise<readonly string[]> => page.evaluate(cutOff, part);

function cutOff(part: string): readonly string[] {
  /** Pixels that no letter is cut by. */
  const SLACK = 3;
  const LEFT_OUT = '.xterm, .sr-only, [data-clock], option, select, script, style';
  const name = (it: Element): string => {
    const at = it.closest('[data-panel], [data-pane]');
    const where = at?.getAttribute('data-panel') ?? at?.getAttribute('data-pane') ?? '';
    return `${where} ${it.tagName.toLowerCase()}.${(it.getAttribute('class') ?? '').split(' ').slice(0, 6).join('.')}`;
  };
  const told = (it: Element): boolean => it.closest('[title], [data-tip]') !== null;
  interface Axis {
    readonly name: 'across' | 'down';
    readonly from: 'left' | 'top';
    readonly to: 'right' | 'bottom';
    readonly overflow: 'overflowX' | 'overflowY';
  }
  const AXES: readonly Axis[] = [
    { name: 'across', from: 'left', to: 'right', overflow: 'overflowX' },
    { name: 'down', from: 'top', to: 'bottom', overflow: 'overflowY' },
  ];
  /** By which edge of what is around it words are cut; '': by none. What scrolls leads to the rest. */
  function cutBy(start: Element, box: DOMRect, { name: way, from, to, overflow }: Axis): string {
    for (let at: Element | null = start; at; at = at.parentElement) {
      const how = getComputedStyle(at)[overflow];
      if (how === 'auto' || how === 'scroll') return '';
      const edge = at.getBoundingClientRect();
      if (how !== 'visible' && (box[to] > edge[to] + SLACK || box[from] < edge[from] - SLACK))
        return `${way} ${name(at)}`;
    }
    return '';
  }
  const found = new Set<string>();
  const texts = document.createTreeWalker(
    document.querySelector(part) ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement;
    const words = node.textContent?.trim() ?? '';
    if (!parent || words === '' || parent.closest(LEFT_OUT) || told(parent)) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const by = box.width > 1 ? AXES.map((axis) => cutBy(parent, box, axis)).join('') : '';
      if (by !== '') found.add(`“${words.slice(0, 40)}” ${by}`);
    }
  }
  return [...found];
}
