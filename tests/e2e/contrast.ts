// What axe says of a page, and what it need not work out again: contrasts, and panes that are as they were. All of it runs in the page.
import type axe from 'axe-core';

declare global {
  interface Window {
    readonly axe?: typeof axe;
    /** How texts look whose contrast axe has found enough. */
    enough?: Set<string>;
    /** Panes in which axe has found nothing: by which rules, in which theme, how large, and all that is in them. */
    faultless?: Set<string>;
  }
}
export interface Said {
  readonly found: readonly string[];
  readonly passes: number;
  readonly unsure: number;
}

/**
 * Four fifths of axe's time is contrast: colours are blended for every text anew. Of texts that look alike only the first is asked about, and
 * none when one has passed before: in the same type, the same colours, within boxes of the same colours, and upon the same backgrounds,
 * whatever lies between. Where axe leaves the first out or is unsure of it, as of a single character, all of them are asked about.
 *
 * And of the whole page, the panes that have not changed since they were found faultless are left out: what is about one element is not asked
 * about theirs again. What is about the page is.
 */
export async function findings([part, rules]: readonly [string, readonly string[]]): Promise<Said> {
  const { axe } = window;
  if (!axe) throw new Error('axe is not here');
  const enough = (window.enough ??= new Set());
  const boxes = new Map<Element, string>();
  const chains = new Map<Element, string>();
  const boxOf = (element: Element): string => {
    const known = boxes.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = getComputedStyle(element);
    const box = `${backgroundColor} ${backgroundImage} ${opacity} ${filter} ${mixBlendMode}`;
    boxes.set(element, box);
    return box;
  };
  const chainOf = (element: Element): string => {
    const known = chains.get(element);
    if (known !== undefined) return known;
    const around = element.parentElement === null ? '' : chainOf(element.parentElement);
    const own = boxOf(element);
    const chain = own.startsWith('rgba(0, 0, 0, 0) none 1 none normal') ? around : `${around} > ${own}`;
    chains.set(element, chain);
    return chain;
  };
  /** What lies under both ends of a text, from the top down; undefined: something else covers it, or it is not on the screen. */
  const under = (element: Element, texts: readonly Text[]): string | undefined => {
    const range = document.createRange();
    const spots: string[] = [];
    for (const text of [texts[0], texts.at(-1)]) {
      if (text === undefined) return undefined;
      range.selectNodeContents(text);
      const rects = range.getClientRects();
      const rect = text === texts[0] ? rects[0] : rects[rects.length - 1];
      if (rect === undefined) return undefined;
      const there = document.elementsFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2);
      if (there[0] !== element) return undefined;
      spots.push(there.map(boxOf).join(' > '));
    }
    return spots.join(' | ');
  };
  const lookOf = (element: Element): string | undefined => {
    const texts = [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== '');
    if (texts.length === 0) return undefined;
    const lies = under(element, texts as Text[]);
    if (lies === undefined) return undefined;
    const { color, fontSize, fontWeight, textShadow, webkitTextStroke } = getComputedStyle(element);
    return `${color} ${fontSize} ${fontWeight} ${textShadow} ${webkitTextStroke} ${chainOf(element)} | ${lies}`;
  };

  const faultless = (window.faultless ??= new Set());
  const panes = new Map<Element, string>();
  for (const pane of part === '' ? document.querySelectorAll('[data-pane]') : []) {
    const { x, y, width, height } = pane.getBoundingClientRect();
    const how = [rules.join(), document.documentElement.dataset['theme'], x, y, width, height];
    panes.set(pane, `${how.join(' ')} ${pane.outerHTML}`);
  }
  const left = new Set([...panes].filter(([, key]) => faultless.has(key)).map(([pane]) => pane));
  const inside = [
    ...document.querySelectorAll(part === '' ? 'body *' : `:is(${part}), :is(${part}) *`),
  ].filter((element) => {
    const pane = element.closest('[data-pane]');
    return pane === null || !left.has(pane);
  });
  const alike = new Map<string, Element[]>();
  // what lets the pointer through lies there all the same
  const solid = new CSSStyleSheet();
  solid.replaceSync('* { pointer-events: auto !important }');
  document.adoptedStyleSheets.push(solid);
  for (const element of inside) {
    const look = lookOf(element);
    if (look === undefined) continue;
    const others = alike.get(look);
    if (others) others.push(element);
    else alike.set(look, [element]);
  }
  document.adoptedStyleSheets.pop();

  /** Of contrast only about some; returns those in which it is enough. */
  const passed = new Set<unknown>();
  const examine = async (skipped: ReadonlySet<Element>, only: readonly string[]): Promise<Said> => {
    for (const element of inside) element.toggleAttribute('data-contrast-known', skipped.has(element));
    axe.addReporter<Said>('found', (results, _options, done) => {
      for (const { id, passes } of results)
        for (const { node } of id === 'color-contrast' ? passes : [])
          if ('element' in node) passed.add(node.element);
      const broken = results.filter(({ violations }) => violations.length > 0);
      done({
        found: broken.map(
          ({ id, violations }) =>
            `${id}: ${violations.map(({ node }) => node.selector.join(' ')).join(' | ')}`,
        ),
        passes: results.filter(
          ({ id, passes }) => passes.length > 0 || (id === 'color-contrast' && skipped.size > 0),
        ).length,
        unsure: results.filter(({ incomplete }) => incomplete.length > 0).length,
      });
    });
    const options: axe.RunOptions = { ...(only.length > 0 && { runOnly: [...only] }) };
    // its types know no reporters but its own
    return (await axe.run(
      part === '' ? { include: [document], exclude: [...left] } : part,
      Object.assign(options, { reporter: 'found' }),
    )) as unknown as Said;
  };
  axe.configure({ noHtml: true, rules: [{ id: 'color-contrast', selector: ':not([data-contrast-known])' }] });
  const known = [...alike].flatMap(([look, all]) => (enough.has(look) ? all : all.slice(1)));
  const said = await examine(new Set(known), rules);
  const verdict = (more: readonly string[]): Said => {
    for (const element of inside) element.removeAttribute('data-contrast-known');
    const found = [...said.found, ...more];
    if (found.length === 0) for (const key of panes.values()) faultless.add(key);
    return { ...said, found };
  };
  const open: Element[] = [];
  for (const [look, all] of alike)
    if (passed.has(all[0])) enough.add(look);
    else if (!enough.has(look)) open.push(...all.slice(1));
  if (open.length === 0) return verdict([]);
  const asked = new Set(open);
  const more = await examine(new Set(inside.filter((element) => !asked.has(element))), ['color-contrast']);
  return verdict(more.found);
}
