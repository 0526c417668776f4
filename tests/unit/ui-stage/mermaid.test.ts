// The sequence as a Mermaid diagram: text from the wire is text there too.
import { expect, test } from 'vitest';
import { mermaid } from '../../../src/ui/export/sequence.ts';
import { en } from '../../../src/ui/messages/en.ts';
import { rowsOf } from '../../../src/ui/sequence/rows.ts';
import { typed } from './session.ts';

const drawn = (line: string): string => mermaid(rowsOf(typed(['telnet mx1.example.com 25', line]).trace), en);
/** What stands on the arrow of that line, once Mermaid has read its entities. */
const written = (line: string): string =>
  drawn(line)
    .split('\n')
    .filter((it) => it.includes('h0->>') || it.includes('h1->>'))
    .map((it) => it.slice(it.indexOf(': ') + 2).trim())
    .at(-1) ?? '';
const read = (text: string): string =>
  text.replace(/#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

test('machines, who said what to whom, and what became of it', () => {
  const lines = drawn('EHLO client.example.net').split('\n');
  expect(lines[0]).toBe('sequenceDiagram');
  expect(lines.find((line) => /participant h\d as mx1/.test(line))).toBeDefined();
  expect(lines.find((line) => /^ {2}h\d->>h\d: EHLO client\.example\.net$/.test(line))).toBeDefined();
});
test.each([
  ["%%{init: {'theme': 'dark'}}%%", '#37;#37;{init'],
  ['NOOP %% not a comment', 'NOOP #37;#37; not'],
  ['# not a comment', '#35; not'],
  ['NOOP; autonumber', 'NOOP#59; autonumber'],
  ['<img src=x>', '#60;img src=x#62;'],
  ['$$x^2$$', '#36;#36;x^2#36;#36;'],
  ['&amp; #35;', '#38;amp#59; #35;35#59;'],
  ['wrap: it', 'wrap#58; it'],
  ['nowrap: it', 'nowrap#58; it'],
  ['style a:<b>', 'style a#58;#60;b#62;'],
])('%s is neither a directive nor a comment nor markup', (line, begins) => {
  const text = written(line);
  expect(text.startsWith(begins)).toBe(true);
  expect(text).not.toMatch(/%|[<>&"$]|#(?!\d+;)|(?<!#\d+);/);
  expect(read(text)).toBe(line);
});
