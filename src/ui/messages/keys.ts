/** What keys do: the words of the help and of the palette. */
export const keyWords = {
  title: 'Keyboard',
  note: 'In the console every key goes to the console. Esc, then Tab, leaves it. In a list, a field or whatever scrolls, Home and End are its own.',
  back: 'One event back',
  forward: 'One event forward',
  play: 'Play or pause',
  first: 'To the start',
  last: 'To the present',
  slower: 'Slower',
  faster: 'Faster',
  undo: 'Undo what you did last',
  redo: 'Do it again',
  theme: 'Next theme',
  console: 'Go to the console',
  share: 'Share or save what you did',
  palette: 'Everything one can do',
  help: 'This list',
  groups: { time: 'Time', screen: 'Screen', console: 'In the console' },
  take: 'Take the suggestion',
  leave: 'Leave the console',
  interrupt: 'Interrupt the program',
  history: 'Earlier lines',
  single: 'Single keys: letters, digits and signs act on the page when they are pressed alone',
  singleOff: 'Single keys are off. Names of keys and keys with Ctrl work, and so does every button.',
  singles: { off: 'Put single keys off', on: 'Put single keys on' },
} as const;

/** Something a key does. */
export type KeyName = Exclude<
  keyof typeof keyWords,
  'groups' | 'title' | 'note' | 'single' | 'singleOff' | 'singles'
>;
