import {
  BookOpen,
  Network,
  PanelLeftOpen,
  PanelRightOpen,
  PanelsTopLeft,
  SquareTerminal,
  type LucideIcon,
} from 'lucide-react';
import type { MouseEvent } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import type { Pane } from './divide.ts';
import { useSettings } from './useSettings.ts';

const ICONS: Readonly<Record<Pane, LucideIcon>> = {
  guide: BookOpen,
  console: SquareTerminal,
  stage: PanelsTopLeft,
  network: Network,
  left: PanelLeftOpen,
  right: PanelRightOpen,
};
function useName(pane: Pane): string {
  const { shell, ...messages } = useMessages();
  const panel = useSettings((s) => (pane === 'left' || pane === 'right' ? s[pane] : 'network'));
  return pane === 'guide' || pane === 'console' || pane === 'stage' ? shell[pane] : messages[panel].title;
}
interface Props {
  readonly pane: Pane;
  /** It lies above what there is, not beside it. */
  readonly across: boolean;
  /** The element that it opens. */
  readonly controls: string;
  readonly onOpen: (event: MouseEvent) => void;
}
/** Latin words are turned; Chinese letters stand under each other, which vertical writing leaves to a font that may not know how. */
const UPRIGHT =
  'whitespace-nowrap [writing-mode:vertical-rl] [&:lang(zh)]:w-min [&:lang(zh)]:wrap-anywhere [&:lang(zh)]:whitespace-normal [&:lang(zh)]:[writing-mode:horizontal-tb]';
/** What is left of a pane that is folded away: its name, which opens it. */
export function Rail({ pane, across, controls, onOpen }: Props) {
  const Icon = ICONS[pane];
  return (
    <button
      type="button"
      data-rail={pane}
      aria-expanded="false"
      aria-controls={controls}
      onClick={onOpen}
      className={`flex flex-1 items-center gap-2 overflow-hidden bg-pane text-small text-soft outline-offset-[-2px] transition-colors duration-[120ms] hover:bg-raised hover:text-text ${across ? 'px-5' : 'flex-col pt-3'}`}
    >
      <Icon className="size-4 shrink-0" strokeWidth={1.7} aria-hidden="true" />
      <span className={across ? 'whitespace-nowrap' : UPRIGHT}>{useName(pane)}</span>
    </button>
  );
}
