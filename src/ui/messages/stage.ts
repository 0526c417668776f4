/** Said of every rung: to group the digits of what has three costs more than to draw it. */
const grouped = (n: number): string => (n < 1000 ? String(n) : n.toLocaleString('en'));
const network = {
  title: 'Network',
  summary: (hosts: number, open: number) =>
    `${hosts} machines, ${open === 0 ? 'no connection' : open === 1 ? '1 connection' : `${open} connections`} open`,
  others: (n: number) => (n === 1 ? 'and 1 machine more' : `and ${n} machines more`),
  fewer: 'Only those that take part',
  letters: (n: number) => (n === 0 ? 'empty' : n === 1 ? '1 letter' : `${n} letters`),
  marked: (n: number) => `${n} marked`,
  locked: 'held',
  knowsNames: 'the DNS',
  quiet: 'Nobody is connected. What you type in the console travels here.',
  plain: 'No TLS on this link: anybody between the two reads every word.',
  sealed: 'TLS on this link: anybody between the two sees sizes, nothing else.',
  octets: (n: number) => (n === 1 ? '1 octet' : `${grouped(n)} octets`),
  travel: (ms: string) => `${ms} ms`,
  segment: (n: number, of: number) => `segment ${n} of ${of}`,
  again: 'sent again',
  kinds: { dial: 'connect', fin: 'no more to say', record: 'TLS record' },
  cut: 'cut',
  reset: 'reset',
  refused: 'refused',
  dialling: 'dialling',
  tls: 'TLS',
} as const;

const sequence = {
  title: 'Sequence',
  empty: 'Every line between two machines becomes an arrow here.',
  label: 'Sequence of everything sent, oldest first',
  lines: (n: number) => `+ ${n} ${n === 1 ? 'line' : 'lines'}`,
  from: (from: string, to: string, text: string) => `${from} to ${to}: ${text}`,
  state: (title: string) => `state: ${title}`,
  waited: (span: string) => `${span} later`,
  notes: {
    dial: 'connect',
    fin: 'no more to say',
    refused: 'nobody answers there',
    insecure: 'no TLS',
    secured: 'TLS from here',
    reset: 'the line is gone',
    timer: 'patience is over',
    discarded: 'plaintext thrown away',
    fault: 'a fault of ours',
    append: 'a letter came',
    expunge: 'deleted',
    mark: 'marked',
    unmark: 'unmarked',
    lock: 'held',
    unlock: 'free',
  },
  deeds: {
    sync: 'Sync',
    set: 'Settings',
    account: 'Account',
    look: 'Open a folder',
    read: 'Read',
    flag: 'Flag',
    move: 'Move',
    delete: 'Delete',
    make: 'Make a folder',
    send: 'Send',
    discard: 'Discard',
    forget: 'Forget',
  },
} as const;

const machine = {
  title: 'State machine',
  empty: 'A server’s states are drawn here once somebody talks to it.',
  idle: 'Before any connection',
  rfc: (section: string) => `RFC ${section}`,
} as const;

const timeline = {
  label: 'Timeline',
  scrubber: 'Moment',
  first: 'To the start',
  back: 'One event back',
  play: 'Play',
  pause: 'Pause',
  next: 'One event forward',
  last: 'To the present',
  live: 'live',
  speed: 'Speed',
  at: (n: number, total: number) => `event ${n} of ${total}`,
  value: (clock: string, n: number, total: number) => `${clock}, event ${n} of ${total}`,
  branch: (name: string) => `branch “${name}”`,
  main: 'first',
  unnamed: (n: number) => `no. ${n}`,
  empty: 'nothing has happened yet',
} as const;

/** The words of the stage and the timeline. */
export const stageMessages = {
  /** How long something takes, after the number. */
  span: { ms: 'ms', s: 's', min: 'min', h: 'h' },
  queue: { title: 'Queue' },
  devices: { title: 'Devices' },
  network,
  sequence,
  machine,
  mailboxes: { title: 'Mailboxes' },
  message: { title: 'Message' },
  glasses: { title: 'On the wire' },
  bytes: { title: 'Bytes' },
  timeline,
} as const;
