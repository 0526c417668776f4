import { Separator } from 'react-resizable-panels';

/** The hairline between two panes; grabbed anywhere near, moved by arrows too. */
export const Divider = ({ label, across = false }: { label: string; across?: boolean }) => (
  <Separator
    aria-label={label}
    className={`relative shrink-0 bg-line outline-none transition-colors duration-[120ms] hover:bg-edge data-[separator=active]:bg-soft focus-visible:bg-text ${across ? 'h-px' : 'w-px'}`}
  />
);
