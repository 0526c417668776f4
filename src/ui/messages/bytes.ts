import { grouped } from './grouped.ts';
/** The words of the panel that shows every octet. */
export const bytesMessages = {
  empty: 'The octets of what is sent appear here, each with what it is.',
  glasses: 'As an eavesdropper',
  before: 'The send before',
  after: 'The next send',
  way: (from: string, to: string) => `${from} to ${to}`,
  size: (n: number) => (n === 1 ? '1 octet' : `${grouped(n)} octets`),
  segments: (n: number) => (n === 1 ? '1 segment' : `${n} segments`),
  segment: (n: number) => `segment ${n}`,
  pieces: 'What the octets are',
  dump: 'The octets',
  more: (n: number) => `and ${grouped(n)} octets more, below`,
  at: (from: number, to: number) => (to - from === 1 ? `octet ${from}` : `octets ${from} to ${to - 1}`),
  kinds: {
    tag: 'tag',
    verb: 'verb',
    argument: 'argument',
    keyword: 'keyword',
    mark: 'bracket',
    status: 'status',
    enhanced: 'enhanced status code',
    space: 'space',
    text: 'text',
    unread: 'not read as anything',
    end: 'CR LF: the line ends',
    lf: 'a bare LF',
    count: 'literal count',
    literal: 'counted octets',
    content: 'a line of the text',
    stuffed: 'stuffed dot: the receiver takes it away',
    stop: 'the lone dot: the text ends',
    unfinished: 'not a whole line yet',
    discarded: 'thrown away unread',
    passed: 'passed over',
  },
  counted: (announced: number, here: number) =>
    announced === here
      ? `${grouped(announced)} announced, ${grouped(here)} came`
      : `${grouped(announced)} announced, ${grouped(here)} in this send`,
  decoded: 'base64, says',
  open: 'In clear: whoever is on the way reads all of it.',
  record: (size: string) => `TLS record, ${size}`,
  handshake: (name: string, size: string) => `${name}, ${size}`,
  part: (whole: string) =>
    `It broke off: whole, it would be ${whole}. Whoever receives a part of a record reads nothing of it (RFC 8446 §5.2).`,
  header: 'header, in clear: type, version, length',
  sealed: (size: string) => `${size} sealed`,
  named: (name: string) => `The name asked for is in clear: ${name}`,
  given: 'What this connection has given away so far',
  inClear: (lines: number, octets: string) =>
    `${lines} ${lines === 1 ? 'line' : 'lines'} in clear, ${octets}`,
  inTls: (records: number, octets: string) =>
    `${records} TLS ${records === 1 ? 'record' : 'records'}, ${octets}: sizes, times, directions`,
} as const;
