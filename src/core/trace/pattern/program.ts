// A pattern as a program: every step of it either takes a character or leads on without one.
import type { Edge, Node } from './read.ts';

export type Instruction =
  | { readonly does: 'take'; readonly fits: (code: number) => boolean }
  | { readonly does: 'edge'; readonly is: Edge }
  | { readonly does: 'look'; readonly ahead: number; readonly not: boolean }
  /** The first group begins, or ends, here. */
  | { readonly does: 'mark'; readonly ends: boolean }
  /** The first is what is wanted more. */
  | { readonly does: 'fork'; to: number; or: number }
  | { readonly does: 'jump'; to: number }
  | { readonly does: 'end' };
export interface Program {
  readonly steps: readonly Instruction[];
  /** What is looked for ahead, each read backwards: from where it ends to where it begins. */
  readonly aheads: readonly Program[];
}
export function programOf(node: Node, flags: string, back = false): Program {
  const maker: Maker = { steps: [], aheads: [], flags, back };
  write(maker, node);
  maker.steps.push({ does: 'end' });
  return maker;
}
/** How many steps there will be, with those of what is looked for ahead. */
export function sizeOf(node: Node): number {
  switch (node.kind) {
    case 'row':
      return node.parts.reduce((sum, part) => sum + sizeOf(part), 0);
    case 'either':
      return node.parts.reduce((sum, part) => sum + sizeOf(part) + 2, 0);
    case 'repeat':
      return sizeOfRepeat(node);
    case 'look':
    case 'group':
      return sizeOf(node.what) + 2;
    default:
      return 1;
  }
}
function sizeOfRepeat({ what, least, most }: Extract<Node, { kind: 'repeat' }>): number {
  // nothing, a thousand times, is something all the same
  const one = Math.max(1, sizeOf(what));
  return most === Infinity ? one * (least + 1) + 2 : one * most + Math.max(0, most - least);
}
interface Maker {
  readonly steps: Instruction[];
  readonly aheads: Program[];
  readonly flags: string;
  readonly back: boolean;
}
function write(m: Maker, node: Node): void {
  switch (node.kind) {
    case 'atom':
      m.steps.push({ does: 'take', fits: fitting(node.source, m.flags) });
      return;
    case 'edge':
      m.steps.push({ does: 'edge', is: node.is });
      return;
    case 'row':
      for (const part of m.back ? node.parts.toReversed() : node.parts) write(m, part);
      return;
    case 'either':
      writeEither(m, node.parts);
      return;
    case 'repeat':
      writeRepeat(m, node);
      return;
    case 'look':
      m.steps.push({ does: 'look', ahead: m.aheads.length, not: node.not });
      m.aheads.push(programOf(node.what, m.flags, true));
      return;
    case 'group':
      if (node.number === 1 && !m.back) m.steps.push({ does: 'mark', ends: false });
      write(m, node.what);
      if (node.number === 1 && !m.back) m.steps.push({ does: 'mark', ends: true });
  }
}
function fork(m: Maker): { to: number; or: number } {
  const it = { does: 'fork' as const, to: m.steps.length + 1, or: 0 };
  m.steps.push(it);
  return it;
}
function writeEither(m: Maker, parts: readonly Node[]): void {
  const jumps = parts.map((part, i) => {
    const choice = i < parts.length - 1 ? fork(m) : undefined;
    write(m, part);
    const jump = { does: 'jump' as const, to: 0 };
    m.steps.push(jump);
    if (choice) choice.or = m.steps.length;
    return jump;
  });
  for (const jump of jumps) jump.to = m.steps.length;
}
function writeRepeat(m: Maker, { what, least, most, lazy }: Extract<Node, { kind: 'repeat' }>): void {
  for (let n = 0; n < least; n++) write(m, what);
  const forks: { to: number; or: number }[] = [];
  const endless = most === Infinity;
  for (let n = least; n < (endless ? least + 1 : most); n++) {
    const top = m.steps.length;
    forks.push(fork(m));
    write(m, what);
    if (endless) m.steps.push({ does: 'jump', to: top });
  }
  for (const it of forks) {
    it.or = m.steps.length;
    if (lazy) [it.to, it.or] = [it.or, it.to];
  }
}
const known = new Map<string, (code: number) => boolean>();
const MOST_KNOWN = 4096;
/** Which characters this stands for is asked of the language itself, once each. */
function fitting(source: string, flags: string): (code: number) => boolean {
  const name = `${flags}/${source}`;
  const before = known.get(name);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const one = new RegExp(`^(?:${source})$`, flags);
  const octets = Uint8Array.from({ length: 256 }, (_, code) => (one.test(String.fromCharCode(code)) ? 1 : 0));
  const fits = (code: number): boolean =>
    code < 256 ? octets[code] === 1 : one.test(String.fromCharCode(code));
  known.set(name, fits);
  return fits;
}
