import type { Fault } from '../../app/share/limits.ts';

const faults: Readonly<Record<Fault, string>> = {
  unreadable: 'A part of it is missing, or it was never one of ours.',
  newer: 'A later Mailwire made it. Reload the page: perhaps there is one here already.',
  'too-much': 'It is larger than anybody’s session: more than this page takes from strangers.',
  'no-world': 'It begins in a world that is not here.',
  wrong: 'It asks for something that cannot be done.',
};
/** The words of what leaves the page and of what comes into it. */
export const shareWords = {
  title: 'Share',
  note: 'Everything is in the link itself. Nothing is sent anywhere until you send it.',
  link: 'A link to this session',
  opensAt: 'It opens',
  here: (clock: string) => `at this moment, ${clock}`,
  present: 'at its end',
  start: 'at its beginning',
  copy: 'Copy the link',
  copied: 'The link is copied.',
  notCopied: 'This browser does not let a page copy. Mark the link and copy it yourself.',
  characters: (n: number) => `${n.toLocaleString('en')} characters`,
  long: 'A long link: some programs cut such a one off. A file is safer.',
  tooLong: 'This session is too long for a link. Save it as a file.',
  qr: 'QR code of the link',
  qrHint: 'Hold a phone’s camera to it.',
  noQr: 'Too long for a QR code.',
  empty: 'Nothing has happened yet: the link leads to the beginning of this world.',
  journal: 'A journal',
  journalNote: 'Every branch, to go on with another day or elsewhere.',
  save: 'Save as a file',
  open: 'Open a file',
  take: 'To take with you',
  takes: {
    text: 'Transcript, text',
    markdown: 'Transcript, Markdown',
    svg: 'Sequence, SVG',
    mermaid: 'Sequence, Mermaid',
    ladder: 'Sequence, text',
    pcapng: 'Packets, pcapng',
    eml: 'Letter, .eml',
  },
  noLetter: 'No letter is on the screen: open one in Mailboxes.',
  saved: (file: string) => `${file} is saved.`,
  transcript: (world: string) => `Mailwire, world ${world}`,
  talk: (from: string, to: string, port: string) => `${from} to ${to}, port ${port}`,
  tlsFrom: 'TLS from here',
  shared: 'A shared session',
  opening: 'It is being played again.',
  opened: (n: number, world: string) =>
    `${n === 1 ? '1 thing was' : `${n.toLocaleString('en')} things were`} done in it, in the world “${world}”.`,
  yours: 'It is played beside your own lab, which waits as you left it.',
  own: 'Back to your own lab',
  same: 'Everything came out as its sender saw it.',
  changed: (n: number) =>
    n === 1
      ? 'One thing comes out otherwise than its sender saw it:'
      : `${n} things come out otherwise than their sender saw them:`,
  engine: (then: number, now: number) =>
    then === now ? '' : `It was made with engine ${then}; this is engine ${now}.`,
  now: 'now',
  silent: 'no answer',
  more: (n: number) => `and ${n} more`,
  notOpened: 'This was not opened',
  kept: 'Nothing here has changed: what you had is as it was.',
  faults,
  toLab: 'To the lab',
  see: 'See it',
} as const;
