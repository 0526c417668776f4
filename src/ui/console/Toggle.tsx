import { toggle, type Prefs } from './prefs.ts';
import { usePrefs } from './usePrefs.ts';

/** How somebody wants it, on or off. */
export function Toggle({
  name,
  label,
  children,
}: {
  readonly name: keyof Prefs;
  readonly label?: string;
  readonly children: string;
}) {
  const on = usePrefs((prefs) => prefs[name]);
  return (
    <button
      type="button"
      aria-pressed={on}
      {...(label === undefined ? {} : { 'aria-label': label, title: label })}
      onClick={() => toggle(name)}
      className="h-6 rounded-control border border-line px-2 text-tiny whitespace-nowrap text-soft hover:border-edge hover:text-text aria-pressed:border-edge aria-pressed:bg-raised aria-pressed:text-text"
    >
      {children}
    </button>
  );
}
