// A transcript is Markdown: headings name, prose explains, fenced blocks are conversations. See tests/transcripts/README.md.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const KINDS = [
  'open',
  'enter',
  'C',
  'raw',
  'S',
  'state',
  'closed',
  'handshake',
  'fin',
  'reset',
  'wait',
  'turn',
  'shutdown',
  'letter',
  'mail',
  'holds',
  'lock',
  'discarded',
  'reads',
  'lacks',
  'queue',
  'later',
  'told',
  'names',
  'click',
  'here',
  'trouble',
] as const;
export type Kind = (typeof KINDS)[number];

/** One line of a conversation. */
export interface Step {
  /** In the file, from 1. */
  readonly line: number;
  /** Which of the clients; `a` when there is one. */
  readonly session: string;
  readonly kind: Kind;
  readonly text: string;
}
/** One conversation, in a world of its own. */
export interface Block {
  readonly file: string;
  readonly title: string;
  readonly line: number;
  readonly protocol: string;
  /** The words after the protocol: `tls=required`, `as=bob`. */
  readonly wishes: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
export class Complaint extends Error {
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
  }
}

const FENCE = /^```([\w-]+)\s*(.*)$/;
const LINE = /^(?:(\w+)> )?(\w+)(?:: ?(.*)|(?: (.*))?)$/;
const isKind = (word: string): word is Kind => KINDS.some((kind) => kind === word);

export function parse(file: string, text: string): readonly Block[] {
  const blocks: Block[] = [];
  let title = file;
  let open: { readonly head: Omit<Block, 'steps'>; readonly steps: Step[] } | undefined;
  for (const [i, source] of text.split('\n').entries()) {
    const line = i + 1;
    if (open && source.startsWith('```')) {
      blocks.push({ ...open.head, steps: open.steps });
      open = undefined;
    } else if (open) {
      if (source !== '') open.steps.push(stepOf(file, line, source));
    } else if (source.startsWith('#')) title = source.replace(/^#+ */, '');
    else {
      const [, protocol, wishes = ''] = FENCE.exec(source) ?? [];
      if (protocol !== undefined)
        open = { head: { file, title, line, protocol, wishes: wishesOf(wishes) }, steps: [] };
    }
  }
  if (open) throw new Complaint(file, open.head.line, 'this block is never closed');
  return blocks;
}
export const wishesOf = (words: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    words
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => {
        const [, key = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(word) ?? [];
        return [key, value];
      }),
  );
function stepOf(file: string, line: number, source: string): Step {
  const [, session = 'a', kind = '', said, given] = LINE.exec(source) ?? [];
  if (!isKind(kind)) throw new Complaint(file, line, `not a line of a conversation: ${source}`);
  return { line, session, kind, text: said ?? given ?? '' };
}

const ROOT = join(import.meta.dirname, '..', 'transcripts');
export interface Transcript {
  readonly path: string;
  readonly file: string;
  readonly blocks: readonly Block[];
}
/** Every transcript of a protocol, by file name. */
export const transcripts = (protocol: string): readonly Transcript[] =>
  readdirSync(join(ROOT, protocol))
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => {
      const path = join(ROOT, protocol, name);
      const file = relative(join(ROOT, '..', '..'), path);
      return { path, file, blocks: parse(file, readFileSync(path, 'utf8')) };
    });
