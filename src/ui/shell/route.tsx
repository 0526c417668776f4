// Where one is, in the part of the address that no server sees: a static host need know nothing of it.
import { useSyncExternalStore, type ComponentProps } from 'react';

const listen = (changed: () => void): (() => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};
const here = (): string => `/${location.hash.replace(/^#?\/?/, '')}`;

/** The path on screen, as `/learn/p1`. */
export const useRoute = (): string => useSyncExternalStore(listen, here);

export function goTo(path: string): void {
  location.hash = path;
}
/** As if one had come here from there. */
export function goInstead(path: string): void {
  history.replaceState(null, '', `#${path}`);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** The part after `/name/` of a path, as it was meant; '' where there is none. */
export function below(path: string, name: string): string {
  const rest = path.startsWith(`/${name}/`) ? path.slice(name.length + 2) : '';
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest; // not from us
  }
}
/** To a path. */
export const Link = ({ href, children, ...rest }: ComponentProps<'a'> & { readonly href: string }) => (
  <a href={`#${href}`} {...rest}>
    {children}
  </a>
);
