// What is taken along is whole and right wherever it is opened: whatever was typed, and whoever sent the journal.
import { expect, test, vi } from 'vitest';
import { begin, record } from '../../../src/core/kernel/timeline.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { ladderText, mermaid } from '../../../src/ui/export/sequence.ts';
import { sequenceSvg } from '../../../src/ui/export/svg.ts';
import { talksIn } from '../../../src/ui/export/talks.ts';
import { en } from '../../../src/ui/messages/en.ts';
import { sheetOf } from '../../../src/ui/present/sheet.ts';
import { rowsOf } from '../../../src/ui/sequence/rows.ts';
import { TLS, typed } from './session.ts';

// its address says the language: what a transcript says besides the wire is in that
vi.stubGlobal('location', { search: '', hash: '' });
const { transcriptMarkdown, transcriptText } = await import('../../../src/ui/export/transcript.ts');

const svgOf = (line: string): string => {
  const { trace } = typed(['telnet mx1.example.com 25', line]);
  return sequenceSvg({ rows: rowsOf(trace), hosts: [], epoch: 0, messages: en });
};
/** What stands in no XML (1.0, §2.2). */
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
test.each([
  ['noncharacters', 'NOOP \xef\xbf\xbe\xef\xbf\xbf', '\ufffd\ufffd'],
  ['control characters', 'NOOP \x01\x1b[31m', '␁␛[31m'],
  ['half of a character', 'NOOP \xf0\x9f', '\ufffd'],
  ['markup', 'NOOP <script>]]>&amp;"', '&#60;script&#62;]]&#62;&#38;amp;&#34;'],
])('%s in a line leave the picture well-formed', (_, line, written) => {
  const svg = svgOf(line);
  expect(svg).toContain(written);
  expect(svg).not.toMatch(NO_XML);
  expect(svg).not.toContain('<script');
});

test('whatever is said at the last machine stands on the paper', () => {
  const { trace } = typed([
    'telnet mx1.example.com 25',
    'EHLO x',
    'MAIL FROM:<a@b.example>',
    'RCPT TO:<bob@example.com>',
  ]);
  const svg = sequenceSvg({ rows: rowsOf(trace), hosts: [], epoch: 0, messages: en });
  const width = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const pills = Array.from(svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g), ([, x, wide]) => [
    Number(x),
    Number(x) + Number(wide),
  ]);
  expect(pills.length).toBeGreaterThan(3);
  expect(pills.filter(([left = 0, right = 0]) => left < 70 || right > width)).toEqual([]);
});

test('a change that a journal from elsewhere brings is a line like any other', () => {
  const inject = { after: 'X\n  participant evil\n', octets: 'NOOP\r\n' };
  const knob = { type: 'middlebox', host: 'mx1.example.com', set: { inject } } as const;
  const { trace } = typed(['telnet mx1.example.com 25'], [{ type: 'turn', knob }]);
  const rows = rowsOf(trace);
  expect(mermaid(rows, en).split('\n')).toContainEqual(
    expect.stringMatching(/^ {2}Note over h0,h\d: .*X␊ {2}participant evil␊$/),
  );
  expect(ladderText(rows, 0, en).split('\n')).toHaveLength(rows.length + 1);
});

test('whoever speaks over TLS before the other end knows of it speaks over TLS', () => {
  const timeline = begin(standard());
  // all at once, as lines that are pasted
  for (const line of [TLS, 'CAPA', 'QUIT'])
    record(timeline, { type: 'type', console: 'you@client', octets: `${line}\n` });
  record(timeline, { type: 'pass', until: 'quiet' });
  const { trace } = timeline;
  const [talk] = talksIn(trace);
  expect(talk?.lines.slice(0, 2).map(({ voice, text }) => `${voice} ${text}`)).toEqual([
    'tls ',
    'client CAPA',
  ]);
  expect(talk?.lines.filter(({ voice }) => voice === 'tls')).toHaveLength(1);
  expect(
    sheetOf(trace, trace.length).map(({ by, tls }) => `${by}${tls ? ', from here over TLS' : ''}`),
  ).toEqual(['client, from here over TLS', 'client', 'server', 'server', 'server']);
});
test.each([
  ['smtp', 'submit.example.com:587', 'NOOP'],
  ['pop3', 'pop.example.com:110', 'CAPA'],
])(
  'of lines pasted together with -starttls %s, the first one stands below where TLS begins',
  (how, to, line) => {
    const timeline = begin(standard());
    for (const it of [`openssl s_client -starttls ${how} -quiet -crlf -connect ${to}`, line, 'QUIT'])
      record(timeline, { type: 'type', console: 'you@client', octets: `${it}\n` });
    record(timeline, { type: 'pass', until: 'quiet' });
    const rows = rowsOf(timeline.trace);
    const told = [mermaid(rows, en), sequenceSvg({ rows, hosts: [], epoch: 0, messages: en })];
    for (const text of [...told, ladderText(rows, 0, en)]) {
      const [before = '', after = '', ...more] = text.split('TLS from here');
      // in the picture it stands twice: what is seen, and what is read aloud
      expect([before.includes(line), [after, ...more].join('').includes(line)]).toEqual([false, true]);
      expect(before).toContain('Finished');
    }
    expect(rows.filter(({ what }) => what === 'secured')).toHaveLength(1);
  },
);
test('a hand-out says where TLS begins, within a session too', () => {
  const lines = ['NOOP', 'QUIT'];
  const { trace } = typed([
    'openssl s_client -starttls smtp -quiet -crlf -connect submit.example.com:587',
    ...lines,
  ]);
  const first = sheetOf(trace, trace.length).filter(({ tls }) => tls);
  expect(first.map(({ lines: [line] }) => line)).toEqual(['NOOP']);
  expect(sheetOf(typed(['telnet mx1.example.com 25', 'NOOP']).trace, 99).some(({ tls }) => tls)).toBe(false);
});
test.each([
  ['text', transcriptText, 'Mailwire, world No TLS\n'],
  ['Markdown', transcriptMarkdown, '# Mailwire, world No TLS\n'],
])('a transcript as %s says the world as the page names it', (_, told, first) => {
  const { trace } = typed(['telnet mx1.example.com 25']);
  expect(told({ world: 'no-tls', epoch: 0, trace }).startsWith(first)).toBe(true);
});
