/** The words of what has happened to the whole screen. */
export const noticesMessages = {
  elsewhere: 'Mailwire is open in another tab; what you do in this one is not kept.',
  startedOver: 'You begin afresh. What you had is put away.',
  undo: 'Undo',
  bringBack: 'Bring back what you had',
  corrupt: 'What this browser had kept could not be read. It is put aside; you begin afresh.',
  engine: (then: string) =>
    `What this browser had kept was played by engine ${then}. It has been played again by this one: some replies may differ. Each bookmark is where the same was done.`,
  unknownPage: 'There is nothing at this address.',
  toLab: 'To the lab',
} as const;
/** The words of the question about many pasted lines. */
export const askMessages = {
  all: (lines: number) => `Send ${lines} lines?`,
  yes: 'Send them',
  no: 'Drop them',
  keys: 'Enter sends them, Esc drops them.',
} as const;
