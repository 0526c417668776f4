import { CircleQuestionMark, RotateCcw } from 'lucide-react';
import { startOver } from '../../app/sessions.ts';
import { useMessages } from '../messages/useMessages.ts';
import { closeDialog, openDialog } from '../shell/settings.ts';
import { ThemeSwitch } from '../shell/ThemeSwitch.tsx';

/** What the header has no room for on a phone. */
export function Narrow() {
  const { shell } = useMessages();
  const again = (): void => {
    closeDialog();
    startOver();
  };
  return (
    <div className="mb-2 flex flex-wrap items-center gap-1 desk:hidden">
      <ThemeSwitch className="rounded-full border border-line" />
      <button type="button" onClick={again} className="control chip">
        <RotateCcw className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
        {shell.startOver}
      </button>
      <button type="button" onClick={() => openDialog('help')} className="control chip">
        <CircleQuestionMark className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
        {shell.help}
      </button>
    </div>
  );
}
