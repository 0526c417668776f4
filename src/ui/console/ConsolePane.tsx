import { useStore } from 'zustand';
import { useEngine } from '../../app/useEngine.ts';
import { TOUCH } from '../shell/media.ts';
import { useMedia } from '../shell/useMedia.ts';
import { whenShown } from '../shell/later.tsx';
import { useBeside } from './beside.ts';
import { ConsoleTabs, useConsoles } from './ConsoleTabs.tsx';
import { consoleModel, type ConsoleModel } from './model.ts';
import { usePrefs } from './usePrefs.ts';
import { Screen } from './Screen.tsx';
import { StateLine } from './StateLine.tsx';
import { TouchLine } from './TouchLine.tsx';
import { Transcript } from './Transcript.tsx';
import { UsageLine } from './UsageLine.tsx';

const DeviceConsole = whenShown(async () => (await import('../devices/DeviceConsole.tsx')).DeviceConsole);

const AskLine = whenShown(async () => (await import('./AskLine.tsx')).AskLine);
/** Many lines are pasted seldom, and never before the page is there. */
function Asking({ model }: { readonly model: ConsoleModel }) {
  return useStore(model.view, ({ editing }) => editing.asking !== undefined) && <AskLine model={model} />;
}

/** Every console that is open; one is in focus, two may be seen at once. */
export function ConsolePane() {
  const consoles = useConsoles();
  const wanted = useEngine((state) => state.console);
  const split = usePrefs((prefs) => prefs.split) && consoles.length > 1;
  const focused = consoles.includes(wanted) ? wanted : (consoles[0] ?? wanted);
  const other = consoles.find((id) => id !== focused);
  const device = useBeside();
  const seen = split ? consoles.filter((id) => id === focused || id === other) : [focused];
  return (
    <div className="@container flex min-h-0 min-w-0 flex-1 flex-col">
      <ConsoleTabs consoles={consoles} focused={focused} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col overflow-x-hidden overflow-y-auto @4xl:flex-row">
        {seen.map((id) => (
          <OneConsole key={id} id={id} focused={id === focused} split={split} />
        ))}
        {device !== '' && <DeviceConsole host={device} />}
      </div>
    </div>
  );
}
function OneConsole({
  id,
  focused,
  split,
}: {
  readonly id: string;
  readonly focused: boolean;
  readonly split: boolean;
}) {
  const touch = useMedia(TOUCH);
  const transcript = usePrefs((prefs) => prefs.transcript);
  // a terminal that is out of sight cannot be written in: the line has a field of its own then
  const field = touch || transcript;
  const model = consoleModel(id);
  const apart = split
    ? `border-line not-first:border-t @4xl:not-first:border-t-0 @4xl:not-first:border-l`
    : '';
  return (
    <div data-console={id} className={`flex min-h-0 min-w-0 flex-1 flex-col ${apart}`}>
      <Transcript model={model} shown={transcript} />
      <div className={transcript ? 'hidden' : 'flex min-h-0 min-w-0 flex-1 flex-col'}>
        <Screen model={model} touch={field} focused={focused} />
      </div>
      <Asking model={model} />
      {focused && <UsageLine model={model} touch={touch} />}
      {field && focused && <TouchLine model={model} strip={touch} />}
      <StateLine model={model} />
    </div>
  );
}
