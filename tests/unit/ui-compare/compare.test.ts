// Every cell of the comparison is what a server of ours says, and whatever cites an RFC cites a section that there is.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lab } from '../../../src/app/lab.ts';
import { answerTo } from '../../../src/ui/compare/answer.ts';
import { CLAIMS } from '../../../src/ui/compare/claims.ts';
import { ASPECTS, PROTOCOLS, ROWS } from '../../../src/ui/compare/rows.ts';

const sections = JSON.parse(readFileSync('lessons/rfc-sections.json', 'utf8')) as Readonly<
  Record<string, string>
>;
const isWritten = (rfc: string): boolean => {
  const [number = '', section = ''] = rfc.split('#');
  return sections[number]?.split(' ').includes(section) ?? false;
};

describe.each(ASPECTS)('%s', (aspect) => {
  test.each(PROTOCOLS)('%s: a server shows it', async (protocol) => {
    const cell = ROWS[aspect][protocol];
    const answer = await answerTo(lab, cell);
    expect(answer?.said).toMatch(cell.shows);
    expect(cell.rfc).toSatisfy(isWritten);
  });
});
test('a server that says nothing of the kind shows nothing', async () => {
  const answer = await answerTo(lab, { ...ROWS.flags.pop3, shows: /^\\+OK Flags/ });
  expect(answer?.said).toBe('');
});
test.each(Object.entries(CLAIMS))('%s is put right where it is written', (_claim, { rfc }) => {
  for (const each of rfc) expect(each).toSatisfy(isWritten);
});
