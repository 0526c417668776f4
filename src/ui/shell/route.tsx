// Where one is, in the part of the address that no server sees: a static host need know nothing of it.
import { useSyncExternalStore, type ComponentProps } from 'react';

const here = (): string => `/${location.hash.replace(/^#?\/?/, '')}`;
let path: string | undefined;
const listeners = new Set<() => void>();
/** All hear of it at once: a page that heard it before what decides which page there is would take the address for its own. */
function tell(): void {
  path = here();
  listeners.forEach((changed) => changed());
}
const listen = (changed: () => void): (() => void) => {
  if (listeners.size === 0) {
    addEventListener('hashchange', tell);
    path = here();
  }
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** The path on screen, as `/learn/p1`. */
export const useRoute = (): string => useSyncExternalStore(listen, () => (path ??= here()));

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
