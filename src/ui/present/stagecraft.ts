// What is laid over the page for a class, and the window beside it.
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Mirror, Wire } from '../../app/mirror.ts';
import type { Act } from '../../app/tidings.ts';
import { PRESENTER, PROJECTING, projecting } from '../../app/autosave.ts';
import { pause } from '../../app/engine.ts';
import { hurry } from '../../app/idle.ts';
import { stillText } from '../../app/still.ts';
import { gaze, lookAt } from '../shell/gaze.ts';
import { preferred, settings, setTheme, THEMES } from '../shell/settings.ts';
import { recall, remember } from '../shell/storage.ts';

interface Stagecraft {
  readonly spotlight: boolean;
  readonly laser: boolean;
  readonly frozen: boolean;
  /** So does the other window. */
  readonly stillThere: boolean;
  /** Another window has been heard. */
  readonly together: boolean;
  /** The browser would not open one. */
  readonly blocked: boolean;
  readonly handout: boolean;
}
export const stagecraft = createStore<Stagecraft>(() => ({
  spotlight: false,
  laser: false,
  frozen: false,
  stillThere: false,
  together: false,
  blocked: false,
  handout: false,
}));
export const useStagecraft = <T>(selector: (state: Stagecraft) => T): T => useStore(stagecraft, selector);

export const toggleSpotlight = (): void =>
  stagecraft.setState(({ spotlight }) => ({ spotlight: !spotlight }));
export const toggleLaser = (): void => stagecraft.setState(({ laser }) => ({ laser: !laser }));
export const showHandout = (handout: boolean): void => stagecraft.setState({ handout });
const BEFORE = 'theme-before-projector';
// however it is chosen, and after a reload too: there is a way back
settings.subscribe((now, before) => {
  if (now.theme === 'projector' && before.theme !== 'projector') remember(BEFORE, before.theme);
});
/** The projector theme, or the one there was. */
export function toggleProjector(): void {
  hurry(); // what shows a class the keys
  const { theme } = settings.getState();
  const before = THEMES.find((it) => it === recall(BEFORE) && it !== 'projector');
  setTheme(theme === 'projector' ? (before ?? preferred()) : 'projector');
}

const CHANNEL = 'mailwire/presenting';

function channel(): Wire {
  const own = new BroadcastChannel(CHANNEL);
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it is its origin's own
    post: (message) => own.postMessage(message),
    hear: (listen) => own.addEventListener('message', ({ data }: MessageEvent<unknown>) => listen(data)),
    close: () => own.close(),
  };
}
let running: Mirror | undefined;
let other = false;
/**
 * Joins the two windows. `fresh`: this one has just been opened, and takes everything from the other. `frozen`: it stood still before it
 * was reloaded.
 */
export async function join(fresh: boolean, frozen = false): Promise<void> {
  if (running) return;
  const [{ mirror }, { hold, replicaHeld }] = await Promise.all([
    import('../../app/mirror.ts'),
    import('../../app/held.ts'),
  ]);
  if (running) return;
  const mine = mirror(
    channel(),
    {
      gaze(event) {
        other = true;
        lookAt(event);
        other = false;
      },
      frozen(frozen) {
        if (frozen) pause();
        stagecraft.setState({ frozen });
        if (!fresh) mark(frozen);
      },
      still: (stillThere) => stagecraft.setState({ stillThere }),
      heard: () => stagecraft.setState({ together: true }),
    },
    fresh,
    frozen,
    replicaHeld,
  );
  running = mine;
  addEventListener('pagehide', () => hold(mine.held()));
  if (frozen) stagecraft.setState({ frozen });
  gaze.subscribe(({ event }) => {
    if (!other) running?.gaze(event);
  });
}
export const act = (what: Act): void => running?.act(what);
/** This window stands still, or goes on and catches up. */
export function toggleFreeze(): void {
  const frozen = !stagecraft.getState().frozen;
  if (frozen) pause();
  stagecraft.setState({ frozen });
  if (running) running.freeze(frozen);
  else mark(frozen);
}
/** In a window of its own; the browser may not let us: then a tab is offered. */
export async function openPresenter(): Promise<void> {
  const opened = open(PRESENTER, 'mailwire-presenter', 'popup,width=1200,height=820');
  stagecraft.setState({ blocked: opened === null });
  await project();
}
/** From now on, after a reload too, this window is one of two. */
export async function project(): Promise<void> {
  mark(stagecraft.getState().frozen);
  await join(false, stagecraft.getState().frozen);
}
function mark(frozen: boolean): void {
  try {
    sessionStorage.setItem(PROJECTING, frozen ? stillText() : '');
  } catch {
    // forgotten when it is reloaded
  }
}
/** Was it one of two before it was reloaded? The presenter's own window joins by itself. */
export function rejoin(): void {
  const marked = projecting();
  if (marked !== null) void join(false, marked !== '');
}
