// Parts of the page come by themselves, later. One that does not come says so, and is asked for again. No view library here.
import { translated } from '../messages/language.ts';
import { screenMessages } from '../messages/screen.ts';

type Load = () => Promise<unknown>;
interface Missing {
  readonly load: Load;
  readonly use: (part: never) => void;
  readonly again: () => void;
}
/** What has not come. */
const missing = new Set<Missing>();
let notice: HTMLElement | undefined;

/**
 * Asks for a part until it comes, and puts it to work. Asked for again when somebody says so, and when there is a network
 * again; a second time from the very beginning, for some browsers remember what once was not there. `tell`: whether it is lost.
 */
export function whenHere<T>(
  load: () => Promise<T>,
  use: (part: T) => void = () => undefined,
  tell: (lost: boolean) => void = () => undefined,
): void {
  const ask = (or: () => void): void => {
    load().then(
      (part) => {
        use(part);
        arrived(load, part as never);
      },
      () => {
        tell(true);
        missing.add({ load, use, again: or });
        notice ??= shown();
      },
    );
  };
  ask(() => {
    tell(false);
    ask(() => location.reload());
  });
}
/** Whoever asks for it elsewhere finds it too. */
function arrived(load: Load, part: never): void {
  for (const it of missing)
    if (it.load === load) {
      missing.delete(it);
      it.use(part);
    }
  if (missing.size === 0) hide();
}
function hide(): void {
  notice?.remove();
  notice = undefined;
}
export function askAgain(): void {
  hide();
  const now = [...missing];
  missing.clear();
  for (const { again } of now) again();
}
addEventListener('online', askAgain);

function shown(): HTMLElement {
  const words = translated(screenMessages, 'screen');
  const element = document.createElement('div');
  element.role = 'alert';
  element.className =
    'fixed inset-x-4 bottom-2 short:top-0 short:bottom-auto z-30 mx-auto flex w-fit items-center gap-3 rounded-thing border border-edge bg-raised py-2 pr-2 pl-4';
  const said = document.createElement('span');
  said.textContent = words.missing;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'control chip shrink-0 whitespace-nowrap text-text';
  button.textContent = words.again;
  button.addEventListener('click', askAgain);
  element.append(said, button);
  document.body.append(element);
  return element;
}
