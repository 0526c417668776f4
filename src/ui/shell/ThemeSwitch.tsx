import { Moon, Presentation, Sun } from 'lucide-react';
import { useMessages } from '../messages/useMessages.ts';
import { setTheme, THEMES } from './settings.ts';
import { useSettings } from './useSettings.ts';

const ICONS = { dark: Moon, light: Sun, projector: Presentation } as const;

export function ThemeSwitch({ className }: { className: string }) {
  const { shell } = useMessages();
  const theme = useSettings((s) => s.theme);
  return (
    <div role="group" aria-label={shell.theme} className={`flex items-center gap-0.5 ${className}`}>
      {THEMES.map((each) => {
        const Icon = ICONS[each];
        return (
          <button
            key={each}
            type="button"
            aria-pressed={each === theme}
            aria-label={shell.themes[each]}
            title={shell.themes[each]}
            onClick={() => setTheme(each)}
            className="grid size-7 place-items-center rounded-control text-soft hover:text-text aria-pressed:bg-raised aria-pressed:text-text"
          >
            <Icon className="size-4" strokeWidth={1.7} aria-hidden="true" />
          </button>
        );
      })}
    </div>
  );
}
