// What s_client 3.0 says to a server before TLS (-starttls), and what it makes of the answers: little. It reads line by line only
// until it asks for TLS; whatever the reply to that, or however much of it has come, it goes on to the handshake.
import type { Octets } from '../../../base/octets.ts';

/** In the order of the real tool's list. */
export const STARTTLS = ['smtp', 'pop3', 'imap', 'lmtp'] as const;
export type Starttls = (typeof STARTTLS)[number];

interface Words {
  /** The answer to the greeting; undefined: TLS is asked for at once. */
  readonly asks?: (name: string) => Octets;
  readonly wants: Octets;
  /** Does more of the answer follow this line? */
  readonly goesOn: (line: Octets, step: Chat['step']) => boolean;
}
const hyphen = (line: Octets): boolean => line.length > 3 && line[3] === '-';
const WORDS: Readonly<Record<Starttls, Words>> = {
  smtp: { asks: (name) => `EHLO ${name}\r\n`, wants: 'STARTTLS\r\n', goesOn: hyphen },
  lmtp: { asks: (name) => `LHLO ${name}\r\n`, wants: 'STARTTLS\r\n', goesOn: hyphen },
  imap: {
    asks: () => '. CAPABILITY\r\n',
    wants: '. STARTTLS\r\n',
    goesOn: (line, step) => step === 'offers' && line.length > 3 && !line.startsWith('.'),
  },
  pop3: { wants: 'STLS\r\n', goesOn: () => false },
};
export interface Chat {
  readonly protocol: Starttls;
  /** Who we say we are (-name). */
  readonly name: string;
  readonly step: 'greeting' | 'offers' | 'reply' | 'over';
  /** The beginning of a line. */
  readonly held: Octets;
  /** The last line that was read: it is shown after the handshake. */
  readonly line: Octets;
  /** A line of the answer told of STARTTLS. */
  readonly found: boolean;
  /** Octets, for the account of the session. */
  readonly read: number;
  readonly written: number;
}
export const newChat = (protocol: Starttls, name: string): Chat => ({
  protocol,
  name,
  step: 'greeting',
  held: '',
  line: '',
  found: false,
  read: 0,
  written: 0,
});
export interface Heard {
  readonly chat: Chat;
  readonly says: readonly Octets[];
}
/** s_client complains that nothing offered STARTTLS as it asks for it. */
export const MISSED = "Didn't find STARTTLS in server response, trying anyway...";
export const missed = (before: Chat, { step, found, protocol }: Chat): boolean =>
  protocol !== 'pop3' && !found && isAsking(before.step) && !isAsking(step);
const isAsking = (step: Chat['step']): boolean => step === 'greeting' || step === 'offers';

const LONGEST = 8191;
/** A line with its LF, or as much of one as fits; undefined: it is not all here. */
function firstLine(text: Octets): Octets | undefined {
  const end = text.indexOf('\n') + 1;
  if (end > 0 && end <= LONGEST) return text.slice(0, end);
  return text.length >= LONGEST ? text.slice(0, LONGEST) : undefined;
}
const saying = (chat: Chat, step: Chat['step'], words: Octets): Heard => ({
  chat: { ...chat, step, written: chat.written + words.length },
  says: [words],
});
export function hear(chat: Chat, octets: Octets): Heard {
  const { protocol, step } = chat;
  const read = chat.read + octets.length;
  // One read, whole or not: of the greeting pop3 shows as much as the reply is long.
  if (step === 'reply') {
    const line = protocol === 'pop3' ? chat.line.slice(0, octets.length) : chat.line;
    return { chat: { ...chat, step: 'over', line, read }, says: [] };
  }
  if (protocol === 'pop3') return saying({ ...chat, line: octets, read }, 'reply', WORDS.pop3.wants);
  return readLines({ ...chat, held: chat.held + octets, read });
}
function readLines(chat: Chat): Heard {
  const line = firstLine(chat.held);
  if (line === undefined) return { chat, says: [] };
  const now = took({ ...chat, held: chat.held.slice(line.length) }, line);
  return WORDS[chat.protocol].goesOn(line, chat.step) ? readLines(now) : proceed(now);
}
const took = (chat: Chat, line: Octets): Chat => ({
  ...chat,
  line,
  found: chat.found || (chat.step === 'offers' && line.includes('STARTTLS')),
});
/** What else had come with the answer is thrown away with the buffer it was in. */
function proceed(chat: Chat): Heard {
  const { asks, wants } = WORDS[chat.protocol];
  if (chat.step !== 'greeting' || !asks) return saying({ ...chat, held: '' }, 'reply', wants);
  const asked = saying(chat, 'offers', asks(chat.name));
  const { chat: now, says } = readLines(asked.chat);
  return { chat: now, says: [...asked.says, ...says] };
}
/** The server will say nothing more: every read that is left comes to nothing, and nothing keeps it from going on. */
export function hearEnd(chat: Chat): Heard {
  if (chat.step === 'over') return { chat, says: [] };
  if (chat.step === 'reply') return { chat: { ...chat, step: 'over' }, says: [] };
  const last = chat.held === '' ? chat : took({ ...chat, held: '' }, chat.held);
  const { chat: now, says } = proceed(last);
  const rest = hearEnd(now);
  return { chat: rest.chat, says: [...says, ...rest.says] };
}
