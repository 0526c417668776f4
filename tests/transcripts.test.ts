// Every transcript, three times: the client's octets whole, one by one, and cut at random. SEED=n repeats a run.
// UPDATE=1 rewrites the words of replies in the files, never a status or a code.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { fromUtf8 } from '../src/core/base/octets.ts';
import { transcripts, type Block } from './transcript/parse.ts';
import { perform } from './transcript/perform.ts';
import type { Cut } from './transcript/play.ts';
import { spoken } from './transcript/spoken.ts';

// Octet by octet, on a busy machine: slow is no failure.
vi.setConfig({ testTimeout: 60_000 });

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 32));
const update = process.env['UPDATE'] === '1';
const edits = new Map<string, Map<number, string>>();

/** What a block has shown. */
function shownBy(path: string, block: Block, cut: Cut): ReadonlySet<string> {
  try {
    const { shown, rewritten } = perform(block, cut, update);
    edits.set(path, new Map([...(edits.get(path) ?? []), ...rewritten]));
    return shown;
  } catch (error) {
    const how = typeof cut === 'number' ? ` (SEED=${cut})` : '';
    throw new Error(`${String(error)}${how}`, { cause: error });
  }
}

for (const { file, path, blocks } of [...spoken.keys(), 'journeys'].flatMap(transcripts))
  describe(`said in ${file}`, () => {
    for (const block of blocks) {
      const name = `${block.title} (line ${block.line})`;
      let shown: ReadonlySet<string> | undefined;
      const whole = (): ReadonlySet<string> => (shown ??= shownBy(path, block, 'whole'));
      test(`${name}, whole`, () => {
        expect(whole().size).toBeGreaterThan(0);
      });
      if ('whole' in block.wishes) continue; // about what arrives in one piece
      const cuts: readonly (readonly [string, Cut])[] = [
        ['byte by byte', 'bytes'],
        ['cut at random', seed],
      ];
      test.each(cuts)(`${name}, %s`, (_how, cut) => {
        expect(shownBy(path, block, cut)).toEqual(whole());
      });
    }
  });

afterAll(() => {
  for (const [path, lines] of edits) {
    if (lines.size === 0) continue;
    const text = readFileSync(path, 'utf8').split('\n');
    for (const [line, said] of lines)
      text[line - 1] = (text[line - 1] ?? '').replace(/S: ?.*$/, () => `S: ${fromUtf8(said)}`);
    writeFileSync(path, text.join('\n'));
  }
});
