import type { Translated, Words } from './catalogue.ts';
import { consoleMessages } from './console.ts';
import { stageMessages } from './stage.ts';

const shell = {
  name: 'mailwire',
  title: 'Mailwire, a lab for mail protocols',
  skip: 'Skip to the console',
  nav: 'Main',
  learn: 'Learn',
  lab: 'Lab',
  compare: 'Compare',
  reference: 'Reference',
  world: 'World',
  worlds: {
    standard: 'Standard',
    empty: 'Empty',
    full: 'Mailbox full',
    greylisting: 'Greylisting',
    old: 'Old server',
    'hostile-cafe': 'Hostile café',
    'many-messages': 'A hundred thousand letters',
    'two-devices': 'Two devices',
    'no-tls': 'No TLS',
  },
  theme: 'Theme',
  themes: { dark: 'Dark', light: 'Light', projector: 'Projector' },
  help: 'Keyboard help',
  share: 'Share',
  palette: 'Everything one can do',
  shared: 'Shared',
  close: 'Close',
  startOver: 'Start over',
  lesson: 'Lesson',
  dismiss: 'Dismiss',
  guide: 'Guide',
  console: 'Console',
  stage: 'Stage',
  places: 'Panes',
  resize: (pane: string) => `Resize ${pane}`,
  loading: 'Loading',
  version: (engine: number) => `Mailwire, engine ${engine}`,
  /** The name of the other language, in that language. */
  otherLanguage: '中文',
} as const;

const guide = {
  crumb: 'The lab',
  title: 'Send a letter by hand',
  intro: 'The server speaks first. You answer in its language, one line at a time.',
  cast: 'Who is here',
  people: 'A machine people sit at',
  server: 'A mail server',
  sit: (machine: string) => `Sit down at ${machine}`,
  about: (machine: string) => `What can be changed about ${machine}`,
  try: 'Try this',
  tries: [
    'Name carol in To: and bob in RCPT TO. Who gets the letter?',
    'Begin a line of a letter with a dot. What is left of it?',
    'Log in with AUTH PLAIN, and read what your base64 says.',
    'Collect bob’s post over TLS, delete a letter, and cut the cable before QUIT.',
    'Open a second console and log in as bob twice.',
  ],
  lessons: 'Lessons',
  world: 'Change the world',
  begin: 'Begin',
} as const;

/** Words a declaration brings — titles, summaries, conditions — by their English; whoever shows them asks here. */
const declared = (text: string): string => text;

export const en = {
  declared,
  console: consoleMessages,
  ...stageMessages,
  shell,
  guide,
} as const satisfies Words;

export type Messages = Translated<typeof en>;
