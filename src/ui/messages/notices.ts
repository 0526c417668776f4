/** The words of what has happened to the whole screen. */
export const noticesMessages = {
  elsewhere: 'Mailwire is open in another tab; what you do in this one is not kept.',
  startedOver: 'Everything is as it was at the start.',
  undo: 'Undo',
  corrupt: 'What this browser had kept could not be read. It is put aside; you begin afresh.',
} as const;
/** The words of the question about many pasted lines. */
export const askMessages = {
  all: (lines: number) => `Send ${lines} lines?`,
  yes: 'Send them',
  no: 'Drop them',
  keys: 'Enter sends them, Esc drops them.',
} as const;
