// Of a letter's styles only those that colour and space words. What fetches, covers, moves or writes text stays out.
const KNOWN = new RegExp(
  `^(?:${[
    'color|background-color|direction|display|height|width|(?:max|min)-(?:height|width)|vertical-align|line-height',
    'font-(?:family|size|style|weight)|letter-spacing|white-space(?:-collapse)?|list-style-type',
    'text-(?:align|decoration(?:-line|-color|-style)?|indent|transform)',
    '(?:margin|padding)-(?:top|right|bottom|left)',
    'border-(?:(?:top|right|bottom|left)-(?:color|style|width)|collapse|(?:top|bottom)-(?:left|right)-radius)',
  ].join('|')})$`,
);
const FUNCTIONS = /[a-z-]+(?=\()/gi;
const COLOURS = new Set(['rgb', 'rgba', 'hsl', 'hsla']);
const LONG = 200;

const harmless = (value: string): boolean =>
  value.length <= LONG &&
  !/[\\<>@]/.test(value) &&
  (value.match(FUNCTIONS) ?? []).every((name) => COLOURS.has(name.toLowerCase())) &&
  !/(?:^|[^a-z-])\(/i.test(value);

/** As the browser has read them, so that no trick of writing is left in them. */
export const calmStyles = (style: CSSStyleDeclaration): string =>
  Array.from(style)
    .map((name) => [name, style.getPropertyValue(name)] as const)
    .filter(([name, value]) => KNOWN.test(name) && harmless(value))
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
