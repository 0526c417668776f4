// What flies: the text itself. Its words and its width; nothing about where it is.
import type { SceneFlight } from '../../core/trace/scene-types.ts';
import type { Messages } from '../messages/en.ts';
import { said, shortened } from '../shell/words.ts';

export interface Capsule {
  readonly key: string;
  readonly text: string;
  /** Under it: how big, which piece. */
  readonly note: string;
  readonly width: number;
  /** The same with what is under it. */
  readonly span: number;
  readonly voice: 'client' | 'server';
  readonly shape: 'text' | 'refusal' | 'record' | 'dot';
  /** A cross stands before its words. */
  readonly crossed: boolean;
  readonly secure: boolean;
}
export const CAPSULE_H = 32;
const LETTER = 7.25;
/** Of what is under it; some letters are as wide as they are high. */
const NOTED = 5.7;
const NOTED_WIDE = 11;
const notedWide = (note: string): number =>
  Array.from(note).reduce((sum, letter) => sum + (letter < '\u2E80' ? NOTED : NOTED_WIDE), 0);
const MOST = 19;
/** Where there is hardly any room: a verb and what it begins with, or a code. */
const LEAST = 6;
const LEAST_LOCKED = 5;
const EDGES = 46;
/** A lock takes room too, and so does a cross. */
const LOCK = 16;
const CROSS = 14;

const CR = /\r?\n$/;
const wordsOf = (flight: SceneFlight, { network }: Messages, most: number): string => {
  if (flight.kind === 'dial') return network.kinds.dial;
  if (flight.kind === 'fin') return network.kinds.fin;
  const { first, more } = said(flight.text);
  return more > 0 || (flight.text.length > 1 && !CR.test(flight.text) && flight.size > flight.text.length)
    ? `${shortened(first, most - 2)} ⋯`
    : shortened(first, most);
};
function noteOf(flight: SceneFlight, { network }: Messages, travel: string, room: number): string {
  const notes = [
    flight.size > 0 ? network.octets(flight.size) : '',
    flight.segments > 1 ? network.segment(flight.segment + 1, flight.segments) : '',
    flight.again ? network.again : '',
    travel,
  ].filter((note) => note !== '');
  while (notes.length > 1 && notedWide(notes.join(' · ')) > room) notes.pop();
  return notes.join(' · ');
}
/** Of this width at most, if that leaves it a word. */
export function capsuleOf(flight: SceneFlight, messages: Messages, travel: string, room = Infinity): Capsule {
  const dot = flight.kind === 'dial' || flight.kind === 'fin';
  const locked = flight.secure && flight.kind === 'text';
  const least = locked ? LEAST_LOCKED : LEAST;
  const plain = dot ? 28 : EDGES + (locked ? LOCK : 0);
  // its corners say no where there is no room for a cross as well
  const crossed = flight.refusal && plain + CROSS + least * LETTER <= room;
  const edges = plain + (crossed ? CROSS : 0);
  const most = Math.min(MOST, Math.max(least, Math.floor((room - edges) / LETTER)));
  const text = wordsOf(flight, messages, most);
  const note = noteOf(flight, messages, dot ? '' : travel, room);
  const width = Array.from(text).length * LETTER + edges;
  return {
    key: `${flight.event}.${flight.segment}`,
    text,
    note,
    width,
    span: Math.max(width, notedWide(note)),
    voice: flight.dir === 'a>b' ? 'client' : 'server',
    shape: dot ? 'dot' : flight.refusal ? 'refusal' : flight.kind,
    crossed,
    secure: flight.secure,
  };
}
