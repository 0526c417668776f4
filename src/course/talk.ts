// A conversation as a console showed it: what a lesson shows of the engine without writing a word of it.
import { fromUtf8, type Octets } from '../core/base/octets.ts';
import type { TraceEvent } from '../core/trace/event.ts';
import type { TalkLine } from './lesson.ts';

/** Of a long answer, its first lines. */
const LONGEST = 14;

/** What this console saw from event `from` on. */
export function talkOf(trace: readonly TraceEvent[], console: string, from = 0): readonly TalkLine[] {
  return trace.slice(from).flatMap((event): readonly TalkLine[] => {
    if (event.type === 'typed' && event.console === console) {
      const who = event.conn === 0 ? 'shell' : 'client';
      return [{ who, text: typedText(event.octets) }];
    }
    if (event.type !== 'printed' || event.console !== console) return [];
    return shortened(event.octets).map((text) => ({ who: event.by, text }));
  });
}
/** A control character by the name people give it. */
function typedText(octets: Octets): string {
  const line = fromUtf8(octets.replace(/\n$/, ''));
  return line.length === 1 && line < ' ' ? `^${String.fromCharCode(line.charCodeAt(0) + 64)}` : line;
}
function shortened(octets: Octets): readonly string[] {
  const lines = fromUtf8(octets.slice(0, 8192))
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  const all = octets.length > 8192 ? octets.split('\n').length : lines.length;
  if (all <= LONGEST) return lines;
  const last = fromUtf8(octets.slice(octets.lastIndexOf('\n', octets.length - 2) + 1)).replace(/\r?\n$/, '');
  return [...lines.slice(0, LONGEST - 2), `… ${all - LONGEST + 1} lines more`, last];
}
