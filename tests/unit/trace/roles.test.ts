// Every octet of every line has a role of its own: text is only what people are to read. Held against what all transcripts say.
import { describe, expect, test } from 'vitest';
import type { World } from '../../../src/core/kernel/world.ts';
import { commandsOf } from '../../../src/core/spec/compile.ts';
import { anatomyOf } from '../../../src/core/trace/anatomy.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import type { Piece } from '../../../src/core/trace/pieces.ts';
import { readers } from '../../../src/core/trace/protocols.ts';
import { transcripts, type Block } from '../../transcript/parse.ts';
import { play } from '../../transcript/play.ts';

interface Line {
  readonly pieces: readonly Piece[];
  readonly text: string;
}
interface Talk {
  /** Of commands that can be read where they were said. */
  readonly sent: readonly Line[];
  readonly said: readonly Line[];
}
function talkOf(block: Block): Talk {
  let start: World | undefined;
  let trace: readonly TraceEvent[] = [];
  play(block, 'whole', false, (before, _after, all) => {
    start ??= before;
    trace = all;
  });
  const odd = trace.flatMap((event) => (event.type === 'command' && !isReadable(event) ? [event.line] : []));
  const lines = trace.flatMap((event, i) => {
    const anatomy = start && anatomyOf(start, trace, i);
    if (event.type !== 'wire' || !anatomy) return [];
    return split(anatomy.pieces(0, anatomy.octets.length), anatomy.octets).map((it) => ({
      ...it,
      dir: event.dir,
    }));
  });
  return {
    sent: lines.filter(
      (it) => it.dir === 'a>b' && !odd.some((line) => line.includes(it.text)) && !isNoLine(it),
    ),
    said: lines.filter((it) => it.dir === 'b>a'),
  };
}
/** Is this verb known here, and could its arguments be read? */
function isReadable({ protocol, state, line }: TraceEvent & { readonly type: 'command' }): boolean {
  const reader = readers.get(protocol);
  return (
    reader?.spansOf(state, line).problem === undefined &&
    reader?.ask((p) => {
      const { verb } = p.hear(line);
      return commandsOf(p).some(({ rule }) => rule.verb === verb && rule.from.some((it) => it === state));
    }) === true
  );
}
/** Too long, or not a line that this state reads: nothing in it was looked at. */
const isNoLine = ({ pieces }: Line): boolean =>
  pieces[0]?.kind === 'unread' && pieces.slice(1).every(({ kind }) => kind === 'end');
function split(pieces: readonly Piece[], octets: string): readonly Line[] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    lines.at(-1)?.push(piece);
    if (piece.kind === 'end') lines.push([]);
  }
  return lines
    .filter((line) => line.length > 0)
    .map((line) => {
      const [from = 0, to = 0] = [line[0]?.from, line.findLast(({ kind }) => kind !== 'end')?.to];
      return { pieces: line, text: octets.slice(from, to) };
    });
}
const shown = ({ pieces, text }: Line): string =>
  `${text}: ${pieces.map(({ kind, name }) => name || kind).join(' ')}`;
const isBare = ({ kind }: Piece): boolean => kind === 'text' || kind === 'unread';
const bare = (lines: readonly Line[], is: (line: Line) => boolean): readonly string[] =>
  lines.filter(is).map(shown).slice(0, 20);
/** One text at the end of a status. */
const isProse = ({ pieces }: Line): boolean => {
  const at = pieces.findIndex(isBare);
  return (
    pieces.slice(at + 1).every(({ kind }) => kind === 'end') &&
    pieces.slice(0, at).some(({ kind }) => kind === 'status')
  );
};

describe.each(['imap', 'pop3', 'smtp'])('%s', (protocol) => {
  const talks = transcripts(protocol).flatMap(({ blocks }) => blocks.map(talkOf));
  test('a line that can be read has no word without a role', () => {
    const sent = talks.flatMap((it) => it.sent);
    expect(sent.length).toBeGreaterThan(100);
    expect(bare(sent, ({ pieces }) => pieces.some(isBare))).toEqual([]);
  });
  test('what is said has roles too, but for one text at its end', () => {
    const said = talks.flatMap((it) => it.said);
    const isTold = ({ text }: Line): boolean => /^(?:[*+] |[a-z]\d* (?:OK|NO|BAD)|-ERR|[45]\d\d)/.test(text);
    expect(bare(said.filter(isTold), (line) => line.pieces.some(isBare) && !isProse(line))).toEqual([]);
    expect(bare(said, ({ pieces }) => pieces.some(({ kind }) => kind === 'unread'))).toEqual([]);
  });
});
