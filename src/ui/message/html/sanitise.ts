// A letter's HTML is a stranger's. DOMPurify leaves what is on a list; then what would fetch or lead away becomes words. The frame it is
// shown in (`frame.ts`) runs nothing and fetches nothing even so.
import createPurifier, { type Config } from 'dompurify';
import { policy } from '../../shell/trusted.ts';
import { calmStyles } from './styles.ts';

type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

/** What a sink takes: where there are no trusted types, the text itself. */
export const trusted = (html: string): string => policy?.createHTML(html) ?? html;

const TAGS =
  'a abbr address article b big blockquote br caption center cite code col colgroup dd del div dl dt em figcaption figure font ' +
  'footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section small span strike strong sub sup ' +
  'table tbody td tfoot th thead time tr tt u ul var wbr';
const ATTRIBUTES =
  'abbr align alt bgcolor border cellpadding cellspacing color cols colspan dir face height href lang nowrap rowspan size span ' +
  'src start style title valign width';
const CONFIG: Config = {
  ALLOWED_TAGS: TAGS.split(' '),
  ALLOWED_ATTR: ATTRIBUTES.split(' '),
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ADD_FORBID_CONTENTS: ['title', 'select', 'textarea', 'object'],
  // what stands in the head is left out by name, not silently
  FORCE_BODY: true,
  ...(policy ? { TRUSTED_TYPES_POLICY: policy as unknown as Policy } : {}),
};
const purifier = createPurifier(window);

export interface Clean {
  readonly html: string;
  /** Elements and attributes by name, with how many of them there were. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** Pictures from elsewhere, which were not fetched. */
  readonly away: number;
}
interface Given {
  /** The address of a picture that came with the letter, by its Content-ID. */
  readonly picture: (id: string) => string | undefined;
  /** What stands in the place of a picture. */
  readonly away: (alt: string, from: string) => string;
}
export function sanitised(html: string, given: Given): Clean {
  // there is none where no body is left, as of a set of frames
  const fragment: DocumentFragment | null = purifier.sanitize(html, {
    ...CONFIG,
    RETURN_DOM_FRAGMENT: true,
  });
  const leftOut = namesOf(purifier.removed);
  if (!fragment) return { html: '', leftOut, away: 0 };
  const pictures = [...fragment.querySelectorAll('img')];
  const away = pictures.filter((it) => !placed(it, given)).length;
  fragment.querySelectorAll('a').forEach(toWords);
  for (const element of fragment.querySelectorAll<HTMLElement>('[style]'))
    element.setAttribute('style', calmStyles(element.style));
  for (const element of fragment.querySelectorAll('[src]:not(img)')) element.removeAttribute('src');
  for (const element of fragment.querySelectorAll('[href]')) element.removeAttribute('href');
  const holder = fragment.ownerDocument.createElement('div');
  holder.append(fragment);
  return { html: holder.innerHTML, leftOut, away };
}

/** Whether the picture is there: it came with the letter. Else words are in its place. */
function placed(picture: HTMLImageElement, { picture: sent, away }: Given): boolean {
  const from = picture.getAttribute('src') ?? '';
  const own = /^cid:/i.test(from) ? sent(unescaped(from.slice(4))) : inline(from);
  if (own !== undefined) picture.setAttribute('src', own);
  else picture.replaceWith(mark(picture, 'away', away(picture.alt, shortened(from))));
  return own !== undefined;
}
const inline = (from: string): string | undefined =>
  /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=]*$/i.test(from) ? from : undefined;

/** A link leads nowhere here: where it would lead is written behind it, for its words may say anything. */
function toWords(link: HTMLAnchorElement): void {
  const to = link.getAttribute('href') ?? '';
  if (to !== '' && to !== link.textContent.trim()) link.after(mark(link, 'leads', shortened(to)));
}
function mark({ ownerDocument }: Element, kind: string, text: string): Element {
  const element = ownerDocument.createElement('span');
  element.className = kind;
  element.textContent = text;
  return element;
}
const LONG = 300;
const shortened = (address: string): string =>
  address.length > LONG ? `${address.slice(0, LONG)}…` : address;
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
/** What is no mark-up of its own, and what the parser adds, nobody misses. */
const UNSAID = new Set(['#comment', '#text', 'html', 'head', 'body', 'remove']);
function namesOf(removed: typeof purifier.removed): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const it of removed) {
    const name = ('attribute' in it ? it.attribute?.name : it.element.nodeName)?.toLowerCase() ?? '';
    if (name !== '' && !UNSAID.has(name)) names.set(name, (names.get(name) ?? 0) + 1);
  }
  return names;
}
