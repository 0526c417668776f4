// How a piece looks: the voice's colour for what is said, weight and underline for what it is.
import type { PieceKind } from '../../core/trace/pieces.ts';

const INK = { client: 'text-client', server: 'text-server' } as const;
const LOUD = new Set<PieceKind>(['verb', 'status', 'enhanced', 'tag']);
const ODD = new Set<PieceKind>(['lf', 'discarded', 'passed', 'unread']);
const SIGNS = new Set<PieceKind>(['stuffed', 'stop', 'count']);

export function styleOf(kind: PieceKind, voice: 'client' | 'server'): string {
  if (ODD.has(kind)) return 'text-refusal underline decoration-dotted underline-offset-4';
  if (SIGNS.has(kind)) return `${INK[voice]} font-[640] underline decoration-double underline-offset-4`;
  if (LOUD.has(kind)) return `${INK[voice]} font-[640]`;
  if (kind === 'keyword') return `${INK[voice]} font-[560]`;
  if (kind === 'argument') return `${INK[voice]} underline underline-offset-4`;
  if (kind === 'literal' || kind === 'content') return 'text-text';
  return 'text-soft';
}
