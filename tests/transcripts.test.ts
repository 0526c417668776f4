// Every transcript, three times: the client's octets whole, one by one, and cut at random. SEED=n repeats a run.
// UPDATE=1 rewrites the words of replies in the files, never a status or a code.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { pop3 } from '../src/core/protocols/pop3/protocol.ts';
import { transcripts, type Block } from './transcript/parse.ts';
import { play } from './transcript/play.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 32));
const update = process.env['UPDATE'] === '1';
const edits = new Map<string, Map<number, string>>();

function run(path: string, block: Block): void {
  const { rewritten } = play(pop3, block, 'whole', update);
  edits.set(path, new Map([...(edits.get(path) ?? []), ...rewritten]));
  expect(block.steps.length).toBeGreaterThan(0);
}
function runCut(block: Block, cut: 'bytes' | number): void {
  try {
    expect(play(pop3, block, cut, update).shown).toEqual(play(pop3, block, 'whole', update).shown);
  } catch (error) {
    throw new Error(`${String(error)} (cut ${cut === 'bytes' ? 'after each octet' : `with SEED=${cut}`})`, {
      cause: error,
    });
  }
}

for (const { file, path, blocks } of transcripts('pop3'))
  describe(file, () => {
    for (const block of blocks) {
      const name = `${block.title} (line ${block.line})`;
      test(`${name}, whole`, () => run(path, block));
      if ('whole' in block.wishes) continue; // about what arrives in one piece
      test(`${name}, byte by byte`, () => runCut(block, 'bytes'));
      test(`${name}, cut at random`, () => runCut(block, seed));
    }
  });

afterAll(() => {
  for (const [path, lines] of edits) {
    if (lines.size === 0) continue;
    const text = readFileSync(path, 'utf8').split('\n');
    for (const [line, said] of lines)
      text[line - 1] = (text[line - 1] ?? '').replace(/S: ?.*$/, () => `S: ${said}`);
    writeFileSync(path, text.join('\n'));
  }
});
