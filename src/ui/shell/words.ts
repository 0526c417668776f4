// How the trace's values are written, in every panel alike.
import type { Messages } from '../messages/en.ts';
import { fromUtf8 } from './utf8.ts';

/** `pop.example.com` → `pop`; an address stays whole. */
export const shortName = (host: string): string =>
  /^[\d.:]+$/.test(host) ? host : (host.split('.')[0] ?? host);
/** `bob/INBOX` → `bob`; other folders keep their name. */
export const boxName = (mailbox: string): string => mailbox.replace(/\/INBOX$/, '');

export interface Said {
  readonly first: string;
  /** Lines after the first. */
  readonly more: number;
}
/** The first line of what was sent, without its end, and how many follow. */
export function said(octets: string): Said {
  const end = octets.indexOf('\n');
  const first = end < 0 ? octets : octets.slice(0, end);
  let more = 0;
  for (let i = end; i >= 0 && i < octets.length - 1; i = octets.indexOf('\n', i + 1)) more++;
  return { first: visible(first.replace(/\r$/, '')), more };
}
/** Text as people read it; control characters become their pictures (U+2400…). */
export const visible = (octets: string): string => pictured(fromUtf8(octets));
/** The same of what is text already, as a decoded header field is; what would turn the rest around (Unicode Annex 9 §2) is named. */
export const pictured = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    .replace(/[\0-\x1f\x7f]/g, picture)
    .replace(TURNING, (it) => `[U+${it.charCodeAt(0).toString(16).toUpperCase()}]`);
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
/** What somebody has typed: keys that are no letters as a terminal echoes them, `^C`. */
export const pressed = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  pictured(text.replace(/[\0-\x1f\x7f]/g, (it) => `^${String.fromCharCode(it.charCodeAt(0) ^ 64)}`));
const picture = (control: string): string =>
  String.fromCharCode(control === '\x7f' ? 0x2421 : 0x2400 + control.charCodeAt(0));
export const shortened = (text: string, most: number): string => {
  if (text.length <= most) return text;
  // a letter is one or two units long
  const letters = Array.from(text.slice(0, 2 * most + 2));
  return letters.length <= most ? text : `${letters.slice(0, Math.max(1, most - 1)).join('')}…`;
};

const two = (n: number): string => String(n).padStart(2, '0');
const DAY = 86_400_000;
/** The time of day in the world, `09:00:04.180`; `epoch` in Unix seconds, `at` in microseconds. */
export function clockText(epoch: number, at: number): string {
  const ms = (epoch * 1000 + Math.floor(at / 1000)) % DAY;
  const seconds = Math.floor(ms / 1000);
  const rest = String(ms % 1000).padStart(3, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${rest}`;
}
/** A stretch of virtual time, in the largest unit that says it, which a language names. */
export function spanText(micros: number, { span }: Pick<Messages, 'span'>): string {
  const ms = micros / 1000;
  if (ms < 1000) return `${Math.round(ms)} ${span.ms}`;
  const s = ms / 1000;
  if (s < 120) return `${Math.round(s * 10) / 10} ${span.s}`;
  const minutes = s / 60;
  return minutes < 120 ? `${Math.round(minutes)} ${span.min}` : `${Math.round(minutes / 6) / 10} ${span.h}`;
}
