// A moment in a few words: what had been said last.
import type { TraceEvent } from '../../core/trace/event.ts';
import { said, shortened } from '../shell/words.ts';

const LONGEST = 48;
/** '' before anything was said. */
export function labelAt(trace: readonly TraceEvent[], event: number): string {
  for (let i = Math.min(event, trace.length - 1); i >= 0; i--) {
    const it = trace[i];
    if (it?.type === 'wire')
      return `${it.dir === 'a>b' ? '›' : '‹'} ${shortened(said(it.octets).first, LONGEST)}`;
  }
  return '';
}
