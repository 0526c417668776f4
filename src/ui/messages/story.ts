/** The words of the three things to do after the first letter. */
export const storyMessages = {
  rewind: 'Rewind',
  cut: 'Cut the cable at the dot',
  cutBranch: 'Cut at the dot',
  glasses: 'Eavesdropper’s glasses',
  whoHasIt: 'The dot went out, then the cable broke. No answer came back. Who has the letter now?',
  you: 'Only you',
  server: 'Only the server',
  both: 'Both of us',
  bothHaveIt:
    'The server said 250, and from then on the letter is its own (5321 §6.1). You never heard it: your program keeps the letter and sends it again. Bob may get it twice (RFC 1047).',
  right: 'Right.',
  wrong: 'Look at bob’s mailbox, and at your screen.',
  on: 'Go on',
  label: 'What now',
} as const;
