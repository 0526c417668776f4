import { CircleQuestionMark, Menu, RotateCcw, Share2, type LucideIcon } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Link, useRoute } from './route.tsx';
import { startOver } from '../../app/sessions.ts';
import { useEngine } from '../../app/useEngine.ts';
import { useMessages } from '../messages/useMessages.ts';
import { Mark } from './Mark.tsx';
import { arriveAt } from './place.ts';
import { whenShown } from './later.tsx';
import { openDialog, type Dialog } from './settings.ts';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { WorldButton } from './WorldButton.tsx';

interface PlaceProps {
  readonly to: string;
  readonly here: boolean;
  /** Only where the button that names the world has no room. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}
function Place({ to, here, narrow = false, children }: PlaceProps) {
  return (
    <Link
      href={to}
      aria-current={here ? 'page' : undefined}
      className={`${narrow ? 'min-[1000px]:hidden ' : ''}rounded-control px-1 py-1 whitespace-nowrap max-desk:text-small text-soft transition-colors duration-[120ms] hover:text-text aria-[current]:bg-raised aria-[current]:text-text desk:px-[0.6875rem] desk:py-[0.3125rem]`}
    >
      {children}
    </Link>
  );
}

interface OpenerProps {
  readonly icon: LucideIcon;
  readonly label: string;
  /** The key that does the same. */
  readonly shown: string;
  readonly opens: Dialog;
  /** Not where room is scarce: what has none is in the palette. */
  readonly wide?: boolean;
}
const Opener = ({ icon: Icon, label, shown, opens, wide = false }: OpenerProps) => (
  <button
    type="button"
    aria-label={label}
    title={`${label} (${shown})`}
    aria-haspopup="dialog"
    onClick={() => openDialog(opens)}
    className={`${wide ? 'max-desk:hidden ' : ''}grid size-7 shrink-0 place-items-center rounded-control text-soft hover:text-text`}
  >
    <Icon className="size-4" strokeWidth={1.7} aria-hidden="true" />
  </button>
);

const BringBack = whenShown(async () => (await import('./BringBack.tsx')).BringBack);

export function Header() {
  const { shell } = useMessages();
  const path = useRoute();
  const attic = useEngine((s) => s.attic.length > 0);
  const learning = path.startsWith('/learn');
  useEffect(() => arriveAt(path), [path]);
  return (
    <header className="flex h-[2.875rem] slim:h-20 slim:flex-wrap short:h-8 shrink-0 items-center gap-1 border-b border-line px-2.5 desk:gap-3 desk:px-[1.125rem] min-[1140px]:gap-5 projector:gap-3">
      <Link
        href="/"
        className="flex touch:min-h-6 items-center gap-2 text-lead font-[640] tracking-[-0.01em]"
        aria-label={shell.name}
      >
        <Mark />
        <span className="hidden min-[420px]:inline">{shell.name}</span>
      </Link>
      <nav
        aria-label={shell.nav}
        className="-mx-1 strip flex min-w-0 gap-0.5 px-1 py-1 slim:order-1 slim:w-full slim:justify-between"
      >
        <Place to="/learn" here={learning}>
          {shell.learn}
        </Place>
        <Place to="/" here={path === '/'}>
          {shell.lab}
        </Place>
        <Place to="/world" here={path.startsWith('/world')} narrow>
          {shell.world}
        </Place>
        <Place to="/compare" here={path === '/compare'}>
          {shell.compare}
        </Place>
        <Place to="/reference" here={path.startsWith('/reference')}>
          {shell.reference}
        </Place>
      </nav>
      <div className="flex-1" />
      <WorldButton className="max-[999.98px]:hidden" />
      {attic && <BringBack />}
      <button
        type="button"
        onClick={() => startOver()}
        aria-label={shell.startOver}
        title={shell.startOver}
        className="control chip max-desk:hidden"
      >
        <RotateCcw className="size-[0.875rem]" strokeWidth={1.8} aria-hidden="true" />
        <span className="whitespace-nowrap max-[1139.98px]:hidden projector:hidden">{shell.startOver}</span>
      </button>
      <ThemeSwitch className="max-desk:hidden" />
      <Opener icon={Menu} label={shell.palette} shown="Ctrl K" opens="palette" />
      <Opener icon={Share2} label={shell.share} shown="S" opens="share" />
      <Opener icon={CircleQuestionMark} label={shell.help} shown="?" opens="help" wide />
    </header>
  );
}
