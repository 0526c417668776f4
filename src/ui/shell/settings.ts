// What a person chose about the screen: theme and panes. Kept apart from the engine, which knows only the world.
import { createStore } from 'zustand/vanilla';
import { recall, remember } from './storage.ts';

export const THEMES = ['dark', 'light', 'projector'] as const;
export type Theme = (typeof THEMES)[number];
export const SHEETS = ['console', 'stage', 'guide'] as const;
export type Sheet = (typeof SHEETS)[number];
export const LEFT_PANELS = ['sequence', 'mailboxes', 'queue', 'devices'] as const;
export const RIGHT_PANELS = ['machine', 'message', 'glasses', 'bytes'] as const;
export type LeftPanel = (typeof LEFT_PANELS)[number];
export type RightPanel = (typeof RIGHT_PANELS)[number];
export type Panel = LeftPanel | RightPanel;

export type Dialog = 'none' | 'help' | 'palette' | 'share';

export interface Settings {
  readonly theme: Theme;
  /** The one shown on a phone. */
  readonly sheet: Sheet;
  readonly left: LeftPanel;
  readonly right: RightPanel;
  /** The one shown where there is room for a single panel. */
  readonly single: Panel;
  /** What is open above the page. */
  readonly dialog: Dialog;
  /** The panes of what somebody asked for last: not the same list again when it is asked for again. */
  readonly sought: readonly string[];
}

const oneOf = <T extends string>(all: readonly T[], value: unknown, otherwise: T): T =>
  all.find((each) => each === value) ?? otherwise;
/** What the reader's system asks for. */
export const preferred = (): Theme =>
  matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';

export const settings = createStore<Settings>(() => ({
  theme: oneOf(THEMES, recall('theme'), preferred()),
  sheet: 'console',
  left: oneOf(LEFT_PANELS, recall('left'), 'sequence'),
  right: oneOf(RIGHT_PANELS, recall('right'), 'machine'),
  single: 'sequence',
  dialog: 'none',
  sought: [],
}));

export function setTheme(theme: Theme): void {
  settings.setState({ theme });
  remember('theme', theme);
}
export const nextTheme = (): void => {
  const at = THEMES.indexOf(settings.getState().theme);
  setTheme(THEMES[(at + 1) % THEMES.length] ?? 'dark');
};
export const showSheet = (sheet: Sheet): void => settings.setState({ sheet, sought: [sheet] });
export const openDialog = (dialog: Dialog): void => settings.setState({ dialog });
export const closeDialog = (): void => openDialog('none');

/** Bring a panel of the stage to the front. */
export function showPanel(panel: Panel): void {
  const left = LEFT_PANELS.find((each) => each === panel);
  const right = RIGHT_PANELS.find((each) => each === panel);
  if (left) {
    settings.setState({ left, single: left, sought: ['stage', 'left'] });
    remember('left', left);
  }
  if (right) {
    settings.setState({ right, single: right, sought: ['stage', 'right'] });
    remember('right', right);
  }
}

/** The page wears the theme; whoever needs concrete colours watches `data-theme`. */
export function wearTheme(): void {
  const wear = (theme: Theme): void => {
    document.documentElement.dataset['theme'] = theme;
  };
  wear(settings.getState().theme);
  settings.subscribe((now, before) => {
    if (now.theme !== before.theme) wear(now.theme);
  });
}
